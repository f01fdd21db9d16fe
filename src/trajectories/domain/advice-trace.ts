import { z } from 'zod'
import { CalendarDay, MembershipId, OrganisationId } from '#kernel'
import { type AdviceContent, Direction, GoalOutcome } from './advice.ts'
import { EndReason } from './trajectory.ts'

const FIELDS = [
  'direction',
  'summary',
  'growth',
  'because',
  'goals',
  'extendUntil',
  'organisationId',
  'readsUntil',
  'staysAt',
  'endReason',
] as const
export type AdviceField = (typeof FIELDS)[number]

/** Of what was amended, what stood there; null = nothing. */
const Before = z.object({
  direction: Direction.nullable().optional(),
  summary: z.string().optional(),
  growth: z.string().optional(),
  because: z.string().optional(),
  goals: z.array(GoalOutcome).optional(),
  extendUntil: CalendarDay.nullable().optional(),
  organisationId: OrganisationId.nullable().optional(),
  readsUntil: CalendarDay.nullable().optional(),
  staysAt: z.string().optional(),
  endReason: EndReason.nullable().optional(),
})
export type AdviceBefore = z.infer<typeof Before>

export const AdviceVersion = z.object({
  version: z.int().positive(),
  before: Before,
  reason: z.string(),
  replacedAt: z.date(),
  replacedBy: MembershipId,
})
export type AdviceVersion = Readonly<z.infer<typeof AdviceVersion>>

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The fields that differ, with what stood before. */
export const replacedInAdvice = (before: AdviceContent, after: AdviceContent): AdviceBefore =>
  Before.parse(
    Object.fromEntries(FIELDS.filter(field => !same(before[field], after[field])).map(field => [field, before[field] ?? null])),
  )
