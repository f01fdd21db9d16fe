import { type CalendarDay, daysBetween, foldText } from '#kernel'
import type { WorkKind, WorkPlacement } from './work-placement.ts'
import { latestEnd, type Term } from './work-terms.ts'

/**
 * Placements of one kind at one place, together. The law gives a term to one of them and is silent about a second one after it; so
 * it is not refused, but it is said, and whoever arranges it says why.
 */
interface Arranged {
  readonly kind: WorkKind
  readonly workplace: string
  readonly startsOn: CalendarDay
  readonly endsOn?: CalendarDay | undefined
}

export interface Together {
  /** How many, this one included. */
  readonly count: number
  readonly days: number
  /** The longest that one of them may take, all extensions included. */
  readonly longestDays: number
}

const lastDayOf = (work: WorkPlacement): CalendarDay | undefined => (work.state === 'ended' ? work.endedOn : work.endsOn)
const daysOf = (startsOn: CalendarDay, endsOn: CalendarDay | undefined): number =>
  endsOn === undefined ? 0 : Math.max(0, daysBetween(startsOn, endsOn) + 1)

/** How long they take together, when that is longer than one may take; undefined when it is not, or when there is no term. */
export const beyondTogether = (work: Arranged, others: readonly WorkPlacement[], term: Term): Together | undefined => {
  if (term.state !== 'known') return undefined
  const place = foldText(work.workplace)
  const same = others.filter(each => each.state !== 'cancelled' && each.kind === work.kind && foldText(each.workplace) === place)
  const [first] = same.map(({ startsOn }) => startsOn).toSorted()
  if (first === undefined) return undefined
  const from = first < work.startsOn ? first : work.startsOn
  const latest = latestEnd(from, term, term.extensions === 'shared' ? 1 : term.extensions)
  if (latest === undefined) return undefined
  const days = same.reduce((sum, each) => sum + daysOf(each.startsOn, lastDayOf(each)), daysOf(work.startsOn, work.endsOn))
  const longestDays = daysOf(from, latest)
  return days > longestDays ? { count: same.length + 1, days, longestDays } : undefined
}
