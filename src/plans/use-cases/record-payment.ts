import { z } from 'zod'
import { accept, type CalendarDay, type Decision, type ParticipantId, PaymentId, refuse } from '#kernel'
import { organisationNames } from '#organisations'
import { readPerson } from '#people'
import { command, type CommandContext, found } from '#platform'
import { readLimits } from '#regimes'
import { mayRecordPayments } from '../access.ts'
import { type ActionOn, mustBeAble } from '../domain/actions.ts'
import { type Payment, PaymentFields } from '../domain/allowance.ts'
import { meterOf, signalOf, SIGNALS } from '../domain/allowance-meter.ts'
import { insertPayment, listPayments, savePayment, takeAllowanceTurn } from '../storage/payments.ts'
import { allowanceLimits } from './allowance-parts.ts'
import { dossierOf, inDossier, outdated, Version } from './parts.ts'

type Writing = CommandContext<{ readonly participantId: ParticipantId }>

const Kept = z.object({
  paymentId: PaymentId,
  version: Version,
  /** What stands out now in the month of that payment. */
  signal: z.enum(SIGNALS).optional(),
})

/** What stands out on that day, after what was just written. */
const signalNow = async ({ db, tenantId, input }: Writing, on: CalendarDay) => {
  const [person, payments, limits] = await Promise.all([
    readPerson(db, tenantId, input.participantId),
    listPayments(db, { tenantId, participantId: input.participantId }),
    readLimits(db, tenantId),
  ])
  const { birthDate } = found(person, 'participant')
  const signal = signalOf(meterOf(payments, { on, birthDate, limitsOn: allowanceLimits(limits) }))
  return signal === undefined ? {} : { signal }
}

/** The fields as they are kept, with the payer's name; or what is wrong with them. */
const readFields = async (
  { db, tenantId, today }: Writing,
  { organisationId, organisationName, ...fields }: PaymentFields,
): Promise<Decision<PaymentFields & { readonly organisationName: string }>> => {
  if (fields.paidOn > today) return refuse('invalidInput', 'paidOn', { reason: 'inFuture' })
  if (organisationId !== undefined) {
    const name = (await organisationNames(db, tenantId)).find(({ id }) => id === organisationId)?.name
    if (name === undefined) return refuse('invalidInput', 'organisationId', { reason: 'choice' })
    return accept({ ...fields, organisationId, organisationName: name })
  }
  if (organisationName === undefined) return refuse('invalidInput', 'organisationName', { reason: 'required' })
  return accept({ ...fields, organisationName })
}

/** Beside everything else that is wrong with the fields, not after it. */
const saysWhoPaid = <Fields extends z.ZodType<Pick<PaymentFields, 'organisationId' | 'organisationName'>>>(
  fields: Fields,
): Fields =>
  fields.refine(({ organisationId, organisationName }) => organisationId !== undefined || organisationName !== undefined, {
    path: ['organisationName'],
    message: 'required',
    when: ({ value }) => typeof value === 'object' && value !== null,
  })

export const recordPayment = command({
  name: 'plans.recordPayment',
  summary: 'Writes down what an organisation paid somebody for volunteering, and says what stands out then',
  input: saysWhoPaid(PaymentFields.extend(inDossier)),
  output: Kept,
  access: mayRecordPayments,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/payments', status: 201 },
  run: async context => {
    const { db, tenantId, memberId, now, input, newId, record } = context
    const { participantId, ...typed } = input
    const scope = { tenantId, participantId }
    const fields = await readFields(context, typed)
    if (!fields.ok) return fields
    await takeAllowanceTurn(db, scope)
    const paymentId = newId<PaymentId>()
    await insertPayment(db, scope, { ...fields.value, id: paymentId, enteredBy: memberId, enteredAt: now })
    record({ entity: 'payment', id: paymentId, version: 1, fields: Object.keys(typed) })
    return accept({ paymentId, version: 1, ...(await signalNow(context, typed.paidOn)) })
  },
})

const on = { ...inDossier, paymentId: PaymentId, version: Version, why: z.string().trim().max(300).default('') }
type OnPayment = CommandContext<{
  readonly participantId: ParticipantId
  readonly paymentId: PaymentId
  readonly version: number
  readonly why: string
}>

const change = async (
  context: OnPayment,
  action: ActionOn<'payment'>,
  becomes: (before: Payment) => Promise<Decision<Parameters<typeof savePayment>[3]>>,
): Promise<Decision<z.infer<typeof Kept>>> => {
  const { db, tenantId, memberId, now, input, record } = context
  const { participantId, paymentId, version, why } = input
  const scope = { tenantId, participantId }
  await takeAllowanceTurn(db, scope)
  const before = found(
    (await listPayments(db, scope)).find(({ id }) => id === paymentId),
    'payment',
  )
  if (before.version !== version) return outdated(before)
  const allowed = mustBeAble('payment', before.state, action)
  if (!allowed.ok) return allowed
  const after = await becomes(before)
  if (!after.ok) return after
  if (!(await savePayment(db, scope, before, after.value, { memberId, at: now, why }))) return outdated(before)
  record({ entity: 'payment', id: paymentId, version: version + 1, fields: [action] })
  const day = 'paidOn' in after.value ? after.value.paidOn : before.paidOn
  return accept({ paymentId, version: version + 1, ...(await signalNow(context, day)) })
}

export const amendPayment = command({
  name: 'plans.amendPayment',
  summary: 'Corrects a payment; what it said before stays, with who and why',
  input: saysWhoPaid(PaymentFields.extend(on)),
  output: Kept,
  access: mayRecordPayments,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/payments/{paymentId}' },
  run: context => {
    const { participantId: _p, paymentId: _i, version: _v, why: _w, ...typed } = context.input
    return change(context, 'amend', () => readFields(context, typed))
  },
})

export const withdrawPayment = command({
  name: 'plans.withdrawPayment',
  summary: 'Withdraws a payment that was not made; it stays readable and counts no more',
  input: z.object(on),
  output: Kept,
  access: mayRecordPayments,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/payments/{paymentId}/withdraw' },
  run: context => change(context, 'withdraw', () => Promise.resolve(accept({ state: 'withdrawn' as const }))),
})

export const restorePayment = command({
  name: 'plans.restorePayment',
  summary: 'Takes back that a payment was withdrawn',
  input: z.object(on),
  output: Kept,
  access: mayRecordPayments,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/payments/{paymentId}/restore' },
  run: context => change(context, 'restore', () => Promise.resolve(accept({ state: 'paid' as const }))),
})
