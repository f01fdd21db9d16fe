import { z } from 'zod'
import { MembershipId, PaymentId } from '#kernel'
import { type Db, prepared } from '#platform'
import { Payment } from '../domain/allowance.ts'
import type { PlansTables, Scope } from './tables.ts'

/** What a payment said before somebody changed it. */
export const PaymentVersion = z.object({
  paymentId: PaymentId,
  version: z.int(),
  before: Payment.pick({ paidOn: true, amountCents: true, kind: true, organisationName: true, state: true }).partial(),
  why: z.string(),
  replacedAt: z.iso.datetime(),
  replacedBy: MembershipId,
})
export type PaymentVersion = Readonly<z.infer<typeof PaymentVersion>>

const ofPerson = prepared<Scope>()((db, param) =>
  db
    .withTables<PlansTables>()
    .selectFrom('allowance_payment_version')
    .select(['payment_id', 'version', 'fields', 'why', 'replaced_at', 'replaced_by'])
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('payment_id')
    .orderBy('version'),
)

/** Oldest first. */
export const listPaymentVersions = async (db: Db, scope: Scope): Promise<readonly PaymentVersion[]> =>
  (await ofPerson(db, scope)).map(row =>
    PaymentVersion.parse({
      paymentId: row.payment_id,
      version: row.version,
      before: row.fields,
      why: row.why,
      replacedAt: row.replaced_at.toISOString(),
      replacedBy: row.replaced_by,
    }),
  )
