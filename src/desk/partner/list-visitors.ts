import { z } from 'zod'
import { CalendarDay, OfferId } from '#kernel'
import { callNames } from '#people'
import { query } from '#platform'
import { readVisitors, type Visitor } from '#plans'
import { type KnownPlace, readOffers } from '#supply'
import { maySeeVisitors } from './access.ts'

const OwnOffer = z.object({
  offerId: OfferId,
  name: z.string(),
  /** When it is, as written. */
  times: z.string(),
  place: z.string(),
  version: z.number(),
  confirmed: z.object({ on: CalendarDay, precision: z.enum(['day', 'month']) }).optional(),
  /** First names of who comes. */
  visitors: z.array(z.object({ name: z.string(), since: CalendarDay })),
  waiting: z.number(),
})
export type OwnOffer = Readonly<z.infer<typeof OwnOffer>>

const ownOffer = (offer: KnownPlace, visitors: readonly Visitor[], names: ReadonlyMap<string, string>): OwnOffer => {
  const { id, version, content } = offer
  const here = visitors.filter(visitor => visitor.offerId === id)
  const { lastConfirmed } = content
  return {
    offerId: id,
    name: content.name,
    times: content.times.text,
    place: [content.address, content.place].filter(words => words !== '').join(', '),
    version,
    ...(lastConfirmed === undefined ? {} : { confirmed: { ...lastConfirmed } }),
    visitors: here
      .filter(visitor => visitor.state === 'placed')
      .flatMap(visitor => {
        const name = names.get(visitor.participantId)
        return name === undefined ? [] : [{ name, since: visitor.startsOn ?? visitor.since }]
      }),
    waiting: here.filter(visitor => visitor.state === 'waiting').length,
  }
}

export const listVisitors = query({
  name: 'desk.listVisitors',
  summary: 'Who comes at the own offers of an organisation, by first name, and how many wait',
  input: z.object({}),
  output: z.object({ offers: z.array(OwnOffer) }),
  access: maySeeVisitors,
  rest: { method: 'GET', path: '/visitors' },
  run: async ({ db, tenantId, actor, shown }) => {
    const organisationId = actor.role === 'system' ? undefined : actor.organisationId
    if (organisationId === undefined) return { offers: [] }
    const [visitors, offers] = await Promise.all([readVisitors(db, tenantId, organisationId), readOffers(db, tenantId)])
    const coming = visitors.filter(visitor => visitor.state === 'placed').map(visitor => visitor.participantId)
    const names = await callNames(db, tenantId, [...new Set(coming)])
    shown([...new Set(coming)].filter(id => names.has(id)))
    const own = offers.filter(offer => offer.organisationId === organisationId)
    return { offers: own.map(offer => ownOffer(offer, visitors, names)).toSorted((a, b) => a.name.localeCompare(b.name, 'nl')) }
  },
})
