import type { CalendarDay } from '#kernel'

interface Span {
  readonly from?: CalendarDay | undefined
  readonly until?: CalendarDay | undefined
}

const shareDay = (a: Span, b: Span): boolean =>
  (a.from === undefined || b.until === undefined || a.from <= b.until) &&
  (b.from === undefined || a.until === undefined || b.from <= a.until)

/** The value that already holds on one of these days: there is never more than one. */
export const clashWith = <Period extends Span>(periods: readonly Period[], added: Span): Period | undefined =>
  periods.find(period => shareDay(period, added))
