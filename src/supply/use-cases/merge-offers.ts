import { z } from 'zod'
import { accept, OfferId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayManageSupply } from '../access.ts'
import type { OfferRecord } from '../domain/offer-record.ts'
import { deleteKeptApart, insertKeptApart } from '../storage/kept-apart.ts'
import { type FormerVersion, leadBack, listVersions, lockOffers, saveOffers } from '../storage/offers.ts'
import { changed, mergePair, supplyChanged, traceOf } from './write-offers.ts'

const pairOf = z.object({ offerId: OfferId, otherId: OfferId })
const version = z.coerce.number().int().positive()
const output = z.object({ offerId: OfferId, otherId: OfferId, version: z.number() })

export const mergeOffers = command({
  name: 'supply.mergeOffers',
  summary: 'Makes one offer of two that are the same; the first keeps its id',
  input: pairOf.extend({ version }),
  output,
  access: mayManageSupply,
  rest: { method: 'POST', path: '/offers/{offerId}/merge' },
  run: async context => {
    const { db, tenantId, input, record, publish } = context
    if (input.offerId === input.otherId) return refuse('invalidInput', 'otherId', { reason: 'sameOffer' })
    const locked = await lockOffers(db, tenantId, [input.offerId, input.otherId])
    const [kept, other] = [found(locked.get(input.offerId), 'offer'), found(locked.get(input.otherId), 'offer')]
    if (kept.version !== input.version)
      return refuse('versionConflict', undefined, { current: { version: kept.version, ...kept.content } })
    if (kept.state !== 'active' || other.state !== 'active')
      return refuse('notPossibleNow', undefined, { state: kept.state === 'active' ? other.state : kept.state })
    const pair = await mergePair(db, tenantId, { kept, other }, traceOf(context, 'merged'))
    record({ entity: 'offer', id: kept.id, version: pair.kept.version, fields: ['merged'] })
    record({ entity: 'offer', id: other.id, version: pair.other.version, fields: ['state'] })
    publish(supplyChanged([kept.id, other.id]))
    return accept({ offerId: kept.id, otherId: other.id, version: pair.kept.version })
  },
})

/** Was this change the merge with that offer? Merges of before did not say which; those two were written at the same moment. */
const isMergeOf = ({ cause, replacedAt }: FormerVersion, other: OfferRecord): boolean =>
  cause === `merged:${other.id}` || (cause === 'merged' && replacedAt.getTime() === other.updatedAt.getTime())

export const separateOffers = command({
  name: 'supply.separateOffers',
  summary: 'Takes a merge back: both offers are again as they were, as long as the merged one was not changed since',
  input: pairOf.extend({ version }),
  output,
  access: mayManageSupply,
  rest: { method: 'POST', path: '/offers/{offerId}/separate' },
  run: async context => {
    const { db, tenantId, input, now, record, publish } = context
    const locked = await lockOffers(db, tenantId, [input.offerId, input.otherId])
    const [kept, other] = [found(locked.get(input.offerId), 'offer'), found(locked.get(input.otherId), 'offer')]
    if (other.mergedInto !== kept.id) return refuse('notPossibleNow', undefined, { state: other.state })
    if (kept.state !== 'active') return refuse('notPossibleNow', undefined, { state: kept.state })
    if (kept.version !== input.version)
      return refuse('versionConflict', undefined, { current: { version: kept.version, ...kept.content } })
    const former = (await listVersions(db, tenantId, kept.id, 1))[0]
    if (former?.version !== kept.version - 1 || !isMergeOf(former, other))
      return refuse('notPossibleNow', undefined, { reason: 'changedSince' })
    const { content, sources, correctedFields } = former.offer
    const next = changed(kept, { content, sources, correctedFields }, now)
    const back = changed(other, { state: 'active', mergedInto: undefined }, now)
    await saveOffers(db, tenantId, [next, back], traceOf(context, 'separated'))
    await leadBack(db, tenantId, other.id)
    record({ entity: 'offer', id: kept.id, version: next.version, fields: ['merged'] })
    record({ entity: 'offer', id: other.id, version: back.version, fields: ['state'] })
    publish(supplyChanged([kept.id, other.id]))
    return accept({ offerId: kept.id, otherId: other.id, version: next.version })
  },
})

export const keepApart = command({
  name: 'supply.keepApart',
  summary: 'Says that two offers that look alike are not the same; they are not offered to merge again',
  input: pairOf,
  output: pairOf,
  access: mayManageSupply,
  rest: { method: 'POST', path: '/offers/{offerId}/keep-apart' },
  run: async ({ db, tenantId, memberId, input, now, record }) => {
    const locked = await lockOffers(db, tenantId, [input.offerId, input.otherId])
    const pair = [found(locked.get(input.offerId), 'offer').id, found(locked.get(input.otherId), 'offer').id] as const
    if (pair[0] === pair[1]) return refuse('invalidInput', 'otherId', { reason: 'sameOffer' })
    await insertKeptApart(db, tenantId, pair, { by: memberId, at: now })
    record({ entity: 'offer', id: input.offerId, fields: ['keptApart'] })
    return accept(input)
  },
})

export const askAgainAboutDouble = command({
  name: 'supply.askAgainAboutDouble',
  summary: 'Takes back that two offers are not the same, so that they are offered to merge again',
  input: pairOf,
  output: pairOf,
  access: mayManageSupply,
  rest: { method: 'DELETE', path: '/offers/{offerId}/keep-apart/{otherId}' },
  run: async ({ db, tenantId, input, record }) => {
    await deleteKeptApart(db, tenantId, [input.offerId, input.otherId])
    record({ entity: 'offer', id: input.offerId, fields: ['keptApart'] })
    return accept(input)
  },
})
