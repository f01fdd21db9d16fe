import { addMonths, type CalendarDay } from '#kernel'
import type { LastConfirmed } from './offer.ts'

/** Months after which a confirmation counts as ageing, then as stale. A municipality may set its own. */
export interface FreshnessRule {
  readonly ageingAfterMonths: number
  readonly staleAfterMonths: number
}
export const DEFAULT_FRESHNESS: FreshnessRule = { ageingAfterMonths: 6, staleAfterMonths: 12 }

/** `unknown`: never confirmed, or confirmed on a day that is still to come. */
export type Freshness = 'fresh' | 'ageing' | 'stale' | 'unknown'

/** How far an offer can be trusted to be still right. With month precision the last day of that month counts. */
export const freshness = (
  confirmed: LastConfirmed | undefined,
  today: CalendarDay,
  rule: FreshnessRule = DEFAULT_FRESHNESS,
): Freshness => {
  if (!confirmed || confirmed.on > today) return 'unknown'
  const last = confirmed.precision === 'month' ? addMonths(confirmed.on, 1) : confirmed.on
  if (addMonths(last, rule.staleAfterMonths) <= today) return 'stale'
  return addMonths(last, rule.ageingAfterMonths) <= today ? 'ageing' : 'fresh'
}
