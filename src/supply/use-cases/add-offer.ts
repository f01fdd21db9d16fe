import { z } from 'zod'
import { accept, OfferId, refuse } from '#kernel'
import { command } from '#platform'
import { mayManageSupply } from '../access.ts'
import { offerKey } from '../domain/compare-names.ts'
import { offerWith } from '../domain/offer.ts'
import { applyTyped, TypedPart } from '../domain/typed-offer.ts'
import { findOfferByKey, saveOffers } from '../storage/offers.ts'
import { loadOrganisations, organisationOf, supplyChanged, traceOf } from './write-offers.ts'

export const addOffer = command({
  name: 'supply.addOffer',
  summary:
    'Adds an offer; refused as a double when one with the same name, organisation and postcode is there, unless it is another',
  input: TypedPart.required({ name: true }).extend({ isAnother: z.boolean().default(false) }),
  output: z.object({ offerId: OfferId, version: z.number() }),
  access: mayManageSupply,
  rest: { method: 'POST', path: '/offers', status: 201 },
  run: async context => {
    const { db, tenantId, actor, input, now, today, newId, record, publish } = context
    const { isAnother, ...typed } = input
    const made = applyTyped(offerWith({ name: input.name }), typed, today)
    if (!made.ok) return made
    const content = { ...made.value, lastConfirmed: { on: today, precision: 'day' as const }, lastConfirmedText: today }
    const twin = isAnother ? undefined : await findOfferByKey(db, tenantId, offerKey(content))
    if (twin !== undefined) return refuse('duplicate', 'name', { candidates: [{ offerId: twin.id, name: twin.content.name }] })
    const organisationId = organisationOf(await loadOrganisations(db, tenantId), content)
    const offerId = newId<OfferId>()
    const offer = {
      id: offerId,
      content,
      sources: [],
      correctedFields: [],
      organisationId,
      state: 'active',
      mergedInto: undefined,
      lastConfirmedBy: actor.name,
      version: 1,
      updatedAt: now,
    } as const
    await saveOffers(db, tenantId, [offer], traceOf(context, 'added'))
    record({ entity: 'offer', id: offerId, version: 1, fields: Object.keys(typed) })
    publish(supplyChanged([offerId]))
    return accept({ offerId, version: 1 })
  },
})
