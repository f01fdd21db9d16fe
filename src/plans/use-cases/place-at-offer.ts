import { z } from 'zod'
import { accept, CalendarDay, GoalId, OfferId, OrganisationId, type ParticipantId, PlacementId, refuse, WheelArea } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { BY_AGREEMENT, giveAccess, PLACEMENT_REACH } from '#sharing'
import { lockOffer } from '#supply'
import { mayPlace } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { isLive, placementKindOf, PlacementReasons } from '../domain/placement.ts'
import { seatFor } from '../domain/places.ts'
import { findGoal } from '../storage/goals.ts'
import { insertPlacement, listPlacements } from '../storage/placements.ts'
import { resolveUnmetWishes } from '../storage/unmet-wishes.ts'
import { dossierOf, inDossier } from './parts.ts'
import { isPlaceFree, placesLeft } from './places-left.ts'

type Writing = CommandContext<{ readonly participantId: ParticipantId }>

/** Whoever offers the place may know the first name of who comes. */
export const letPartnerExpect = async (context: Writing, organisationId: string | undefined): Promise<void> => {
  if (organisationId === undefined) return
  await giveAccess(context, {
    participantId: context.input.participantId,
    grantee: { organisationId: OrganisationId.parse(organisationId) },
    ground: 'placement',
    reach: PLACEMENT_REACH,
    legalBasis: BY_AGREEMENT,
    purpose: 'expect',
  })
}

const Seat = { placementId: PlacementId, state: z.enum(['placed', 'waiting']), queuePosition: z.int().positive().optional() }

export const placeAtOffer = command({
  name: 'plans.placeAtOffer',
  summary: 'Places somebody at an offer, or in its queue when it is full',
  input: z.object({
    ...inDossier,
    offerId: OfferId,
    goalId: GoalId.optional(),
    /** Absent: the goal’s area. */
    area: WheelArea.optional(),
    startsOn: CalendarDay.optional(),
    until: CalendarDay.optional(),
    reasons: PlacementReasons.default([]),
  }),
  output: z.object(Seat),
  access: mayPlace,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/placements', status: 201 },
  run: async context => {
    const { db, tenantId, memberId, input, today, newId, record, publish } = context
    const { participantId, goalId, startsOn, until, reasons } = input
    const scope = { tenantId, participantId }
    if (startsOn !== undefined && until !== undefined && until < startsOn)
      return refuse('invalidInput', 'until', { reason: 'beforeStart' })
    const offer = found(await lockOffer(db, tenantId, input.offerId), 'offer')
    const offerId = offer.id
    const [placements, goal] = await Promise.all([
      listPlacements(db, scope, isPlaceFree),
      goalId === undefined ? undefined : findGoal(db, scope, goalId),
    ])
    if (goalId !== undefined) {
      const allowed = mustBeAble('goal', found(goal, 'goal').state, 'findOffer')
      if (!allowed.ok) return allowed
    }
    const area = input.area ?? goal?.area
    if (area === undefined) return refuse('invalidInput', 'area', { reason: 'required' })
    const here = placements.find(each => each.offerId === offerId && isLive(each))
    if (here !== undefined) return refuse('alreadyDone', 'offerId', { placementId: here.id })
    const { left, waiting } = await placesLeft(db, offer)
    const seat = seatFor(left, waiting)
    const placementId = newId<PlacementId>()
    const { organisationId } = offer
    const { state } = seat
    await insertPlacement(db, scope, {
      id: placementId,
      offerId,
      organisationId,
      goalId,
      area,
      kind: placementKindOf(offer.kind),
      state,
      since: today,
      startsOn,
      until,
      reasons,
      madeBy: memberId,
    })
    record({ entity: 'placement', id: placementId, version: 1, fields: ['offerId', 'goalId', 'state'] })
    publish({ name: 'PlacementMade', payload: { participantId, placementId, offerId, state } })
    if (state === 'placed') await letPartnerExpect(context, organisationId)
    if (state === 'placed' && goalId !== undefined) await resolveUnmetWishes(db, scope, goalId, today)
    return accept({ placementId, ...seat })
  },
})
