import { z } from 'zod'
import { CalendarDay, freeText, GoalId, Law, OfferId, PlacementId, WheelArea } from '#kernel'

export const OUTCOMES = ['stayed', 'stopped', 'movedOn'] as const
/** How it went: stayed to the end, stopped before it, or moved on to something further. */
export const PlacementOutcome = z.enum(OUTCOMES)
export type PlacementOutcome = z.infer<typeof PlacementOutcome>
export const OutcomeWords = freeText(1_000)

export const PLACEMENT_KINDS = ['activity', 'volunteer', 'tryOut'] as const
/** What somebody does there: takes part, helps as a volunteer, or tries work. */
export const PlacementKind = z.enum(PLACEMENT_KINDS)
export type PlacementKind = z.infer<typeof PlacementKind>

/** By the kind of offer; an arrangement under a law (`WorkPlacement`) says more. */
export const placementKindOf = (offerKind: string): PlacementKind => {
  if (offerKind === 'volunteerPlace' || offerKind === 'buddy') return 'volunteer'
  return offerKind === 'internship' ? 'tryOut' : 'activity'
}

/** Why this offer fitted, as the ranking said it: a code with what it needs to be told in any language. */
export const PlacementReasons = z.array(z.looseObject({ code: z.string().max(100) })).max(30)

const base = z.object({
  id: PlacementId,
  offerId: OfferId,
  offerName: z.string(),
  organisationName: z.string(),
  kind: PlacementKind,
  /** As the supply names it: `activity`, `buddy`… */
  offerKind: z.string().optional(),
  laws: z.array(Law),
  goalId: GoalId.optional(),
  area: WheelArea,
  since: CalendarDay,
  startsOn: CalendarDay.optional(),
  reasons: PlacementReasons,
  version: z.int().positive(),
})

/** A person at a place over time, or in the queue for one. */
export const Placement = z.discriminatedUnion('state', [
  base.extend({ state: z.literal('placed'), until: CalendarDay.optional() }),
  base.extend({
    state: z.literal('waiting'),
    waitingSince: z.iso.datetime(),
    /** 1 = the first in the queue. */
    queuePosition: z.int().positive(),
    /** A place is free and nobody is before: it can be taken. */
    placeFree: z.boolean(),
  }),
  base.extend({
    state: z.literal('ended'),
    until: CalendarDay,
    outcome: PlacementOutcome,
    outcomeWords: z.string(),
  }),
  base.extend({ state: z.literal('cancelled') }),
])
export type Placement = Readonly<z.infer<typeof Placement>>
export type PlacementState = Placement['state']

/** Comes there, or waits to. */
export const isLive = (placement: Placement): boolean => placement.state === 'placed' || placement.state === 'waiting'
