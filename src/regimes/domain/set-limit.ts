import type { CalendarDay, LimitId, MembershipId } from '#kernel'
import type { LimitKey, LimitMark } from './limit.ts'

interface Base {
  readonly id: LimitId
  readonly key: LimitKey
  readonly value: number
  readonly from: CalendarDay
  readonly until?: CalendarDay
  readonly source: string
  readonly mark: LimitMark
  readonly setBy: MembershipId
  readonly setAt: Date
  readonly version: number
}

/** What the municipality set. What it says never changes: a correction is a new one that takes its place. */
export type SetLimit =
  | (Base & { readonly state: 'current' })
  | (Base & { readonly state: 'replaced' | 'withdrawn'; readonly closedBy: MembershipId; readonly closedAt: Date })

export const currentOf = (limits: readonly SetLimit[], key?: LimitKey): readonly SetLimit[] =>
  limits.filter(limit => limit.state === 'current' && (key === undefined || limit.key === key))
