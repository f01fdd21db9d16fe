import { z } from 'zod'
import { accept, CalendarDay, OrganisationId, type ParticipantId, PlacementId, refuse } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { endAccess } from '#sharing'
import { lockOffer } from '#supply'
import { mayPlace } from '../access.ts'
import { type ActionOn, mustBeAble } from '../domain/actions.ts'
import { isLive, OutcomeWords, type Placement, PlacementOutcome } from '../domain/placement.ts'
import { countLiveAt, findPlacement, listPlacements, savePlacement, type StoredPlacement } from '../storage/placements.ts'
import { dossierOf, inDossier, outdated, Version } from './parts.ts'
import { letPartnerExpect } from './place-at-offer.ts'
import { countWaiting, isPlaceFree, placesLeft } from './places-left.ts'

const on = { ...inDossier, placementId: PlacementId, version: Version }
type OnPlacement = CommandContext<{
  readonly participantId: ParticipantId
  readonly placementId: PlacementId
  readonly version: number
}>

/** Loads it, and nobody else takes or frees a place at this offer until the transaction ends. */
const lockPlacement = async ({ db, tenantId, input }: OnPlacement): Promise<StoredPlacement> => {
  const scope = { tenantId, participantId: input.participantId }
  const { placement } = found(await findPlacement(db, scope, input.placementId, isPlaceFree), 'placement')
  await lockOffer(db, tenantId, placement.offerId)
  return found(await findPlacement(db, scope, input.placementId, isPlaceFree), 'placement')
}

/** Another placement of this person at the same offer: possible when two offers became one. */
const findOther = async ({ db, tenantId, input }: OnPlacement, placement: Placement, is: (other: Placement) => boolean) => {
  const all = await listPlacements(db, { tenantId, participantId: input.participantId }, isPlaceFree)
  return all.find(other => other.offerId === placement.offerId && other.id !== placement.id && is(other))
}

const refusalFor = ({ input }: OnPlacement, placement: Placement, action: ActionOn<'placement'>) => {
  if (placement.version !== input.version) return outdated(placement)
  const allowed = mustBeAble('placement', placement.state, action)
  return allowed.ok ? undefined : allowed
}

/** The partner forgets the name when this was the last place there. */
const letPartnerForget = async (context: OnPlacement, organisationId: string | undefined): Promise<void> => {
  if (organisationId === undefined) return
  const { db, tenantId, input } = context
  const { participantId } = input
  if ((await countLiveAt(db, { tenantId, participantId }, organisationId)) > 0) return
  await endAccess(context, { participantId, ground: 'placement', organisationId: OrganisationId.parse(organisationId) })
}

/** How many wait for the place that came free: they are shown, nobody is moved by itself. */
const Freed = z.object({ placementId: PlacementId, version: Version, waiting: z.int().min(0) })

export const endPlacement = command({
  name: 'plans.endPlacement',
  summary: 'Ends a placement with how it went, and frees the place',
  input: z.object({ ...on, outcome: PlacementOutcome, outcomeWords: OutcomeWords.default(''), until: CalendarDay.optional() }),
  output: Freed,
  access: mayPlace,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/placements/{placementId}/end' },
  run: async context => {
    const { db, tenantId, input, today, record, publish } = context
    const { participantId, placementId, version, outcome, outcomeWords } = input
    const until = input.until ?? today
    if (until > today) return refuse('invalidInput', 'until', { reason: 'inFuture' })
    const { placement, organisationId } = await lockPlacement(context)
    const refusal = refusalFor(context, placement, 'end')
    if (refusal !== undefined) return refusal
    if (until < placement.since) return refuse('invalidInput', 'until', { reason: 'beforeStart' })
    const scope = { tenantId, participantId }
    await savePlacement(db, scope, placementId, version, { state: 'ended', until, outcome, outcomeWords })
    await letPartnerForget(context, organisationId)
    record({ entity: 'placement', id: placementId, version: version + 1, fields: ['state', 'until', 'outcome'] })
    publish({ name: 'PlacementEnded', payload: { participantId, placementId, offerId: placement.offerId, outcome } })
    return accept({ placementId, version: version + 1, waiting: await countWaiting(db, placement.offerId) })
  },
})

export const cancelPlacement = command({
  name: 'plans.cancelPlacement',
  summary: 'Takes back a placement that was not meant, or leaves the queue',
  input: z.object(on),
  output: Freed,
  access: mayPlace,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/placements/{placementId}/cancel' },
  run: async context => {
    const { db, tenantId, input, record } = context
    const { participantId, placementId, version } = input
    const { placement, organisationId } = await lockPlacement(context)
    const refusal = refusalFor(context, placement, 'cancel')
    if (refusal !== undefined) return refusal
    await savePlacement(db, { tenantId, participantId }, placementId, version, { state: 'cancelled' })
    await letPartnerForget(context, organisationId)
    record({ entity: 'placement', id: placementId, version: version + 1, fields: ['state'] })
    return accept({ placementId, version: version + 1, waiting: await countWaiting(db, placement.offerId) })
  },
})

const Placed = z.object({ placementId: PlacementId, version: Version })

const place = async (context: OnPlacement, { placement, organisationId }: StoredPlacement) => {
  const { db, tenantId, input, today, record, publish } = context
  const { participantId, placementId, version } = input
  await savePlacement(db, { tenantId, participantId }, placementId, version, {
    state: 'placed',
    until: null,
    outcome: null,
    outcomeWords: null,
    waitingSince: null,
    ...(placement.state === 'waiting' ? { since: today } : {}),
  })
  await letPartnerExpect(context, organisationId)
  record({ entity: 'placement', id: placementId, version: version + 1, fields: ['state'] })
  publish({ name: 'PlacementMade', payload: { participantId, placementId, offerId: placement.offerId, state: 'placed' } })
  return accept({ placementId, version: version + 1 })
}

export const takePlace = command({
  name: 'plans.takePlace',
  summary: 'Gives the free place to somebody whose turn it is in the queue',
  input: z.object(on),
  output: Placed,
  access: mayPlace,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/placements/{placementId}/take-place' },
  run: async context => {
    const stored = await lockPlacement(context)
    const refusal = refusalFor(context, stored.placement, 'takePlace')
    if (refusal !== undefined) return refusal
    const again = await findOther(context, stored.placement, ({ state }) => state === 'placed')
    if (again !== undefined) return refuse('alreadyDone', undefined, { placementId: again.id })
    if (stored.placement.state === 'waiting' && !stored.placement.placeFree)
      return refuse('full', undefined, { queuePosition: stored.placement.queuePosition })
    return place(context, stored)
  },
})

export const reinstatePlacement = command({
  name: 'plans.reinstatePlacement',
  summary:
    'Takes back the ending or cancelling of a placement, when the place is still free; who waited keeps the place in the queue',
  input: z.object(on),
  output: Placed,
  access: mayPlace,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/placements/{placementId}/reinstate' },
  run: async context => {
    const stored = await lockPlacement(context)
    const refusal = refusalFor(context, stored.placement, 'undo')
    if (refusal !== undefined) return refusal
    const { db, tenantId, input, record } = context
    const { participantId, placementId, version } = input
    const scope = { tenantId, participantId }
    const again = await findOther(context, stored.placement, isLive)
    if (again !== undefined) return refuse('alreadyDone', undefined, { placementId: again.id })
    if (stored.waited) {
      await savePlacement(db, scope, placementId, version, { state: 'waiting' })
      record({ entity: 'placement', id: placementId, version: version + 1, fields: ['state'] })
      return accept({ placementId, version: version + 1 })
    }
    const offer = await lockOffer(db, tenantId, stored.placement.offerId)
    if (offer === undefined) return refuse('notPossibleNow', undefined, { state: 'archived' })
    if ((await placesLeft(db, offer)).left === 0) return refuse('full', undefined, { left: 0 })
    return place(context, stored)
  },
})
