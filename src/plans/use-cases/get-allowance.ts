import { z } from 'zod'
import { CalendarDay, type ParticipantId, type TenantId } from '#kernel'
import { readPerson } from '#people'
import { type Db, found, query } from '#platform'
import { readLimits } from '#regimes'
import { mayReadAllowance } from '../access.ts'
import { Payment } from '../domain/allowance.ts'
import { AllowanceForecast, AllowancePlan, forecast } from '../domain/allowance-forecast.ts'
import { AllowanceMeter, meterOf } from '../domain/allowance-meter.ts'
import { isThroughCoach, TRIES_DAYS } from '../domain/payer-tries.ts'
import { listPaymentVersions, PaymentVersion } from '../storage/payment-versions.ts'
import { listPayerTries, listPayments } from '../storage/payments.ts'
import { allowanceLimits } from './allowance-parts.ts'
import { dossierOf, inDossier } from './parts.ts'

const DAY_MS = 86_400_000

const load = async (db: Db, tenantId: TenantId, participantId: ParticipantId) => {
  const scope = { tenantId, participantId }
  const [person, payments, limits] = await Promise.all([
    readPerson(db, tenantId, participantId),
    listPayments(db, scope),
    readLimits(db, tenantId),
  ])
  return { person: found(person, 'participant'), payments, limitsOn: allowanceLimits(limits) }
}

/** For queries that opened name, identity and money. */
export const readPayments = (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly Payment[]> =>
  listPayments(db, { tenantId, participantId })

export const getAllowance = query({
  name: 'plans.getAllowance',
  summary:
    'What somebody got for volunteering from all organisations, beside the limits of a day; consequences are the municipality’s to decide',
  input: z.object({ ...inDossier, on: CalendarDay.optional() }),
  output: z.object({
    callName: z.string(),
    meter: AllowanceMeter,
    payments: z.array(Payment),
    versions: z.array(PaymentVersion),
    /** Organisations that entered or turned so much of late that it goes through the coach. */
    throughCoach: z.array(z.string()),
  }),
  access: mayReadAllowance,
  subject: dossierOf,
  rest: { method: 'GET', path: '/participants/{participantId}/allowance' },
  run: async ({ db, tenantId, input, now, today }) => {
    const { participantId } = input
    const [{ person, payments, limitsOn }, versions, tries] = await Promise.all([
      load(db, tenantId, participantId),
      listPaymentVersions(db, { tenantId, participantId }),
      listPayerTries(db, { tenantId, participantId }, new Date(now.getTime() - TRIES_DAYS * DAY_MS)),
    ])
    const { callName, birthDate } = person
    const meter = meterOf(payments, { on: input.on ?? today, birthDate, limitsOn })
    const throughCoach = tries.filter(isThroughCoach).map(({ organisationName }) => organisationName)
    return { callName, meter, payments: [...payments], versions: [...versions], throughCoach }
  },
})

export const foreseeAllowance = query({
  name: 'plans.foreseeAllowance',
  summary: 'When a limit would be reached if somebody were paid so much per time, so many times a month',
  input: z.object({
    ...inDossier,
    perTimeCents: z.coerce.number().pipe(AllowancePlan.shape.perTimeCents),
    timesPerMonth: z.coerce.number().pipe(AllowancePlan.shape.timesPerMonth),
    from: CalendarDay.optional(),
  }),
  output: AllowanceForecast,
  access: mayReadAllowance,
  subject: dossierOf,
  rest: { method: 'GET', path: '/participants/{participantId}/allowance-forecast' },
  run: async ({ db, tenantId, input, today }) => {
    const { participantId, perTimeCents, timesPerMonth, from = today } = input
    const { payments, limitsOn } = await load(db, tenantId, participantId)
    return forecast(payments, { perTimeCents, timesPerMonth, from }, limitsOn)
  },
})
