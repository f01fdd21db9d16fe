import { z } from 'zod'
import {
  accept,
  addMonths,
  type CalendarDay,
  type OrganisationId,
  type ParticipantId,
  PaymentId,
  PlacementId,
  refuse,
  type TenantId,
} from '#kernel'
import { command, type CommandContext, type Db } from '#platform'
import { readLimits } from '#regimes'
import { mayPayVisitors } from '../access.ts'
import { type Ceiling, NEAR_PERCENT, PaidFields } from '../domain/allowance.ts'
import { mayTry, tellsSomething, TRIES_DAYS } from '../domain/payer-tries.ts'
import {
  countOwnTries,
  findOwnVisitor,
  listOwnPayments,
  listTalkFirst,
  noteTalkFirst,
  type OwnPayment,
  payAtOwnPlace as pay,
  setOwnPayment,
  wasToldOfMonth,
} from '../storage/own-payments.ts'
import { takeAllowanceTurn } from '../storage/payments.ts'
import { allowanceLimits } from './allowance-parts.ts'
import { Version } from './parts.ts'

const plain = (limit: Ceiling): number | null => (limit.state === 'known' ? limit.value : null)

/** One word, for every reason the same: what others paid, and how old somebody is, is not this organisation's business. */
const talkFirstAt = async (db: Db, tenantId: TenantId, day: CalendarDay, placementId: PlacementId | null) => {
  const { month, year, countsBelowAge } = allowanceLimits(await readLimits(db, tenantId))(day)
  const limits = { month: plain(month), year: plain(year), nearPercent: NEAR_PERCENT, countsBelowAge: plain(countsBelowAge) }
  return listTalkFirst(db, day, limits, placementId)
}

const HISTORY_MONTHS = 12

/**
 * For queries that opened `own_placements`: what the own organisation entered in the last year, and at which of its places it
 * should talk with the coach before it pays.
 */
export const readOwnPayments = async (
  db: Db,
  tenantId: TenantId,
  organisationId: OrganisationId,
  today: CalendarDay,
): Promise<{ readonly payments: readonly OwnPayment[]; readonly talkFirst: ReadonlySet<string> }> => {
  const [payments, talkFirst] = await Promise.all([
    listOwnPayments(db, tenantId, organisationId, addMonths(today, -HISTORY_MONTHS)),
    talkFirstAt(db, tenantId, today, null),
  ])
  return { payments, talkFirst }
}

type Paying = CommandContext<unknown>
const organisationOf = ({ actor }: Paying): OrganisationId | undefined =>
  actor.role === 'system' ? undefined : actor.organisationId

const DAY_MS = 86_400_000
/** Counted one after the other, so that many at once do not pass as one. */
const ownTries = async ({ db, tenantId, now }: Paying, participantId: ParticipantId) => {
  await takeAllowanceTurn(db, { tenantId, participantId })
  return countOwnTries(db, participantId, new Date(now.getTime() - TRIES_DAYS * DAY_MS))
}

export const payAtOwnPlace = command({
  name: 'plans.payAtOwnPlace',
  summary: 'An organisation enters what it paid to somebody who comes there; it learns nothing of what others paid',
  input: PaidFields.extend({ placementId: PlacementId }),
  output: z.object({ paymentId: PaymentId, version: Version, talkFirst: z.boolean() }),
  access: mayPayVisitors,
  rest: { method: 'POST', path: '/visitors/{placementId}/payments', status: 201 },
  run: async context => {
    const { db, tenantId, input, today, now, newId, record } = context
    const { placementId, ...fields } = input
    const organisationId = organisationOf(context)
    if (organisationId === undefined) return refuse('notFound')
    const visitor = await findOwnVisitor(db, tenantId, organisationId, placementId)
    if (visitor === undefined) return refuse('notFound')
    const { participantId, since } = visitor
    const { paidOn } = fields
    if (paidOn > today) return refuse('invalidInput', 'paidOn', { reason: 'inFuture' })
    if (paidOn < since) return refuse('invalidInput', 'paidOn', { reason: 'beforeStart', day: since })
    const allowed = mayTry(await ownTries(context, participantId), 'amountCents')
    if (!allowed.ok) return allowed
    const about = { tenantId, organisationId, participantId, day: paidOn }
    const known = paidOn.slice(0, 7) === today.slice(0, 7) || (await wasToldOfMonth(db, about))
    const before = (await talkFirstAt(db, tenantId, paidOn, placementId)).has(placementId)
    const paymentId = newId<PaymentId>()
    if (!(await pay(db, { ...fields, id: paymentId, placementId, at: now }))) return refuse('notFound')
    record({ entity: 'payment', id: paymentId, version: 1, fields: Object.keys(fields), participantId })
    const talkFirst = (await talkFirstAt(db, tenantId, paidOn, placementId)).has(placementId)
    if (tellsSomething({ before, after: talkFirst, known })) await noteTalkFirst(db, paymentId)
    return accept({ paymentId, version: 1, talkFirst })
  },
})

const setState = async (
  context: CommandContext<{ readonly paymentId: PaymentId; readonly version: number }>,
  state: 'paid' | 'withdrawn',
) => {
  const { db, tenantId, input, today, now, record } = context
  const { paymentId, version } = input
  const organisationId = organisationOf(context)
  if (organisationId === undefined) return refuse('notFound')
  const payments = await listOwnPayments(db, tenantId, organisationId, addMonths(today, -HISTORY_MONTHS))
  const payment = payments.find(({ id }) => id === paymentId)
  if (payment === undefined) return refuse('notFound')
  const participantId: ParticipantId = payment.participantId
  if (payment.version !== version)
    return refuse('versionConflict', undefined, { current: { amountCents: payment.amountCents, state: payment.state } })
  if (payment.state === state) return refuse('notPossibleNow', undefined, { state })
  const allowed = mayTry(await ownTries(context, participantId))
  if (!allowed.ok) return allowed
  if (!(await setOwnPayment(db, { id: paymentId, version, state, at: now })))
    return refuse('versionConflict', undefined, { current: { state: payment.state } })
  record({ entity: 'payment', id: paymentId, version: version + 1, fields: ['state'], participantId })
  return accept({ paymentId, version: version + 1 })
}

const on = { paymentId: PaymentId, version: Version }
const Kept = z.object(on)

export const withdrawOwnPayment = command({
  name: 'plans.withdrawOwnPayment',
  summary: 'An organisation takes back a payment that it entered',
  input: z.object(on),
  output: Kept,
  access: mayPayVisitors,
  rest: { method: 'POST', path: '/own-payments/{paymentId}/withdraw' },
  run: context => setState(context, 'withdrawn'),
})

export const restoreOwnPayment = command({
  name: 'plans.restoreOwnPayment',
  summary: 'An organisation puts back a payment that it took back',
  input: z.object(on),
  output: Kept,
  access: mayPayVisitors,
  rest: { method: 'POST', path: '/own-payments/{paymentId}/restore' },
  run: context => setState(context, 'paid'),
})
