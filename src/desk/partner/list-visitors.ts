import { z } from 'zod'
import { CalendarDay, OfferId, PaymentId, PlacementId } from '#kernel'
import { callNames } from '#people'
import { query } from '#platform'
import { PAYMENT_KINDS, readOwnPayments, readVisitors, type Visitor } from '#plans'
import { type KnownPlace, readOffers } from '#supply'
import { maySeeVisitors } from './access.ts'

const OwnPayment = z.object({
  id: PaymentId,
  paidOn: CalendarDay,
  amountCents: z.int(),
  kind: z.enum(PAYMENT_KINDS),
  state: z.enum(['paid', 'withdrawn']),
  version: z.int(),
})

const OwnOffer = z.object({
  offerId: OfferId,
  name: z.string(),
  /** When it is, as written. */
  times: z.string(),
  place: z.string(),
  version: z.number(),
  confirmed: z.object({ on: CalendarDay, precision: z.enum(['day', 'month']) }).optional(),
  /** First names of who comes. */
  visitors: z.array(
    z.object({
      placementId: PlacementId,
      name: z.string(),
      since: CalendarDay,
      /** Talk with the coach before paying; why is not said. */
      talkFirst: z.boolean(),
      /** What the own organisation entered. */
      payments: z.array(OwnPayment),
    }),
  ),
  waiting: z.number(),
})
export type OwnOffer = Readonly<z.infer<typeof OwnOffer>>

type Paid = Awaited<ReturnType<typeof readOwnPayments>>

const MOST_SHOWN = 6

const ownPaymentsOf = ({ payments }: Paid, { participantId }: Visitor) =>
  payments
    .filter(payment => payment.participantId === participantId)
    .slice(0, MOST_SHOWN)
    .map(payment => OwnPayment.parse(payment))

const ownOffer = (offer: KnownPlace, visitors: readonly Visitor[], names: ReadonlyMap<string, string>, paid: Paid): OwnOffer => {
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
        if (name === undefined) return []
        const { placementId } = visitor
        const since = visitor.startsOn ?? visitor.since
        return [{ placementId, name, since, talkFirst: paid.talkFirst.has(placementId), payments: ownPaymentsOf(paid, visitor) }]
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
  run: async ({ db, tenantId, actor, today, shown }) => {
    const organisationId = actor.role === 'system' ? undefined : actor.organisationId
    if (organisationId === undefined) return { offers: [] }
    const [visitors, offers, paid] = await Promise.all([
      readVisitors(db, tenantId, organisationId),
      readOffers(db, tenantId),
      readOwnPayments(db, tenantId, organisationId, today),
    ])
    const coming = visitors.filter(visitor => visitor.state === 'placed').map(visitor => visitor.participantId)
    const names = await callNames(db, tenantId, [...new Set(coming)])
    shown([...new Set(coming)].filter(id => names.has(id)))
    const own = offers.filter(offer => offer.organisationId === organisationId)
    return {
      offers: own.map(offer => ownOffer(offer, visitors, names, paid)).toSorted((a, b) => a.name.localeCompare(b.name, 'nl')),
    }
  },
})
