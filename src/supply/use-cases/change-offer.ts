import { z } from 'zod'
import { accept, type Decision, OfferId, refuse } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { mayConfirmSupply, mayManageSupply } from '../access.ts'
import { differingFields, type OfferRecord, withCorrected } from '../domain/offer-record.ts'
import { applyTyped, TypedPart } from '../domain/typed-offer.ts'
import { lockOffers, saveOffers } from '../storage/offers.ts'
import { changed, loadOrganisations, organisationOf, supplyChanged, traceOf } from './write-offers.ts'

const which = z.object({ offerId: OfferId, version: z.coerce.number().int().positive() })
const output = z.object({ offerId: OfferId, version: z.number() })

/** Locks the offer, lets `next` make its next version, and keeps the former one. */
const change = async (
  context: CommandContext<z.infer<typeof which>>,
  cause: string,
  next: (offer: OfferRecord) => Decision<Partial<OfferRecord>> | Promise<Decision<Partial<OfferRecord>>>,
): Promise<Decision<z.infer<typeof output>>> => {
  const { db, tenantId, input, now, record, publish } = context
  const offer = found((await lockOffers(db, tenantId, [input.offerId])).get(input.offerId), 'offer')
  if (offer.version !== input.version)
    return refuse('versionConflict', undefined, { current: { version: offer.version, ...offer.content } })
  const decided = await next(offer)
  if (!decided.ok) return decided
  const saved = changed(offer, decided.value, now)
  await saveOffers(db, tenantId, [saved], traceOf(context, cause))
  record({ entity: 'offer', id: offer.id, version: saved.version, fields: [...Object.keys(decided.value)] })
  publish(supplyChanged([offer.id]))
  return accept({ offerId: offer.id, version: saved.version })
}

export const amendOffer = command({
  name: 'supply.amendOffer',
  summary: 'Changes what is known of an offer; what was corrected by hand is not overwritten by a list',
  input: which.extend(TypedPart.shape),
  output,
  access: mayManageSupply,
  rest: { method: 'PATCH', path: '/offers/{offerId}' },
  run: context =>
    change(context, 'amended', async offer => {
      if (offer.state === 'merged') return refuse('notPossibleNow', undefined, { state: offer.state })
      const { offerId: _id, version: _version, ...typed } = context.input
      const amended = applyTyped(offer.content, typed, context.today)
      if (!amended.ok) return amended
      const content = amended.value
      return accept({
        content,
        correctedFields: withCorrected(offer.correctedFields, differingFields(offer.content, content)),
        organisationId: organisationOf(await loadOrganisations(context.db, context.tenantId), content),
      })
    }),
})

export const confirmOffer = command({
  name: 'supply.confirmOffer',
  summary: 'Says that an offer is still right today, and how many places are free if that is known',
  input: which.extend({ free: z.int().min(0).max(100_000).optional() }),
  output,
  access: mayConfirmSupply,
  rest: { method: 'POST', path: '/offers/{offerId}/confirm' },
  run: context =>
    change(context, 'confirmed', ({ content, state, organisationId }) => {
      const { actor, input, today } = context
      if (actor.role === 'partner' && (organisationId === undefined || organisationId !== actor.organisationId))
        return refuse('notFound')
      if (state !== 'active') return refuse('notPossibleNow', undefined, { state })
      if (input.free !== undefined && content.capacity !== undefined && input.free > content.capacity)
        return refuse('invalidInput', 'free', { reason: 'moreThanCapacity' })
      const places = input.free === undefined ? {} : { free: input.free, freeStatedOn: today }
      const lastConfirmed = { on: today, precision: 'day' } as const
      return accept({ content: { ...content, ...places, lastConfirmed, lastConfirmedText: today }, lastConfirmedBy: actor.name })
    }),
})

export const archiveOffer = command({
  name: 'supply.archiveOffer',
  summary: 'Takes an offer off the supply; it is kept and can be brought back',
  input: which,
  output,
  access: mayManageSupply,
  rest: { method: 'POST', path: '/offers/{offerId}/archive' },
  run: context =>
    change(context, 'archived', ({ state }) =>
      state === 'active' ? accept({ state: 'archived' }) : refuse('notPossibleNow', undefined, { state }),
    ),
})

export const restoreOffer = command({
  name: 'supply.restoreOffer',
  summary: 'Brings back an offer that was taken off the supply',
  input: which,
  output,
  access: mayManageSupply,
  rest: { method: 'POST', path: '/offers/{offerId}/restore' },
  run: context =>
    change(context, 'restored', ({ state }) =>
      state === 'archived' ? accept({ state: 'active' }) : refuse('notPossibleNow', undefined, { state }),
    ),
})
