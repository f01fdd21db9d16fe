import { sql } from 'kysely'
import { type MembershipId, ParticipantId, type PaymentId } from '#kernel'
import { type Db, prepared } from '#platform'
import { Payment, type PaymentFields } from '../domain/allowance.ts'
import type { PlansTables, Scope } from './tables.ts'

const COLUMNS = [
  'id',
  'organisation_id',
  'organisation_name',
  'by_payer',
  'paid_on',
  'amount_cents',
  'kind',
  'hours',
  'words',
  'state',
  'entered_by',
  'version',
] as const

const toPayment = (row: {
  readonly [Column in (typeof COLUMNS)[number]]: unknown
}): Payment =>
  Payment.parse({
    id: row.id,
    organisationId: row.organisation_id ?? undefined,
    organisationName: row.organisation_name,
    byPayer: row.by_payer,
    paidOn: row.paid_on,
    amountCents: row.amount_cents,
    kind: row.kind,
    hours: row.hours ?? undefined,
    words: row.words,
    state: row.state,
    enteredBy: row.entered_by,
    version: row.version,
  })

const tables = (db: Db) => db.withTables<PlansTables>()

/** Whoever writes a payment of this person waits here for another who does: no two hide each other. */
export const takeAllowanceTurn = async (db: Db, { tenantId, participantId }: Scope): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/${participantId}/allowance`}, 0))`.execute(db)
}

const ofPerson = prepared<Scope>()((db, param) =>
  tables(db)
    .selectFrom('allowance_payment')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('paid_on', 'desc')
    .orderBy('id', 'desc'),
)

/** The newest first, withdrawn ones too. */
export const listPayments = async (db: Db, scope: Scope): Promise<readonly Payment[]> =>
  (await ofPerson(db, scope)).map(toPayment)

export type PaymentOfPerson = Payment & { readonly participantId: ParticipantId }

/** Of everybody who is open to this member, paid from that day on. */
export const listPaymentsSince = async (db: Db, tenantId: string, since: string): Promise<readonly PaymentOfPerson[]> => {
  const rows = await tables(db)
    .selectFrom('allowance_payment')
    .select([...COLUMNS, 'participant_id'])
    .where('tenant_id', '=', tenantId)
    .where('paid_on', '>=', since)
    .where('state', '=', 'paid')
    .execute()
  return rows.map(row => ({ ...toPayment(row), participantId: ParticipantId.parse(row.participant_id) }))
}

type Row = Omit<PaymentFields, 'organisationName'> & { readonly organisationName: string }
const columnsOf = (payment: Row) => ({
  organisation_id: payment.organisationId ?? null,
  organisation_name: payment.organisationName,
  paid_on: payment.paidOn,
  amount_cents: payment.amountCents,
  kind: payment.kind,
  hours: payment.hours ?? null,
  words: payment.words,
})

export const insertPayment = async (
  db: Db,
  scope: Scope,
  payment: Row & { readonly id: PaymentId; readonly enteredBy: MembershipId; readonly enteredAt: Date },
): Promise<void> => {
  await tables(db)
    .insertInto('allowance_payment')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: payment.id,
      ...columnsOf(payment),
      entered_by: payment.enteredBy,
      entered_at: payment.enteredAt,
    })
    .execute()
}

/** Whoever entered it for itself reads it; another payer did not enter it. */
const isStillOfPayer = (before: Payment, { organisationId }: Pick<Row, 'organisationId'>): boolean =>
  before.byPayer && before.organisationId === organisationId

/** Keeps what it said before. The caller holds the turn and has looked at the version. */
export const savePayment = async (
  db: Db,
  scope: Scope,
  before: Payment,
  change: Row | { readonly state: Payment['state'] },
  by: { readonly memberId: MembershipId; readonly at: Date; readonly why: string },
): Promise<boolean> => {
  const row = await tables(db)
    .updateTable('allowance_payment')
    .set({
      ...('state' in change ? { state: change.state } : { ...columnsOf(change), by_payer: isStillOfPayer(before, change) }),
      version: before.version + 1,
    })
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) return false
  const { paidOn, amountCents, kind, hours, words, organisationName, state } = before
  await tables(db)
    .insertInto('allowance_payment_version')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      payment_id: before.id,
      version: before.version,
      fields: JSON.stringify({ paidOn, amountCents, kind, hours, words, organisationName, state }),
      why: by.why,
      replaced_at: by.at,
      replaced_by: by.memberId,
    })
    .execute()
  return true
}

export interface PayerTriesOf {
  readonly organisationName: string
  readonly entered: number
  readonly probed: number
}

/** What each organisation that enters its own payments tried since then: as `own_payment_tries` counts for itself. */
export const listPayerTries = async (
  db: Db,
  { tenantId, participantId }: Scope,
  since: Date,
): Promise<readonly PayerTriesOf[]> => {
  const { rows } = await sql<PayerTriesOf>`
    select max(a.organisation_name) as "organisationName",
      (count(*) filter (where a.entered_at >= ${since}))::int as entered,
      (count(*) filter (where a.entered_at >= ${since} and a.talk_first) + coalesce(sum(v.turned), 0))::int as probed
    from allowance_payment a
    left join lateral (
      select count(*) as turned from allowance_payment_version v
      where v.tenant_id = a.tenant_id and v.payment_id = a.id and v.by_payer and v.replaced_at >= ${since}
    ) v on true
    where a.tenant_id = ${tenantId} and a.participant_id = ${participantId} and a.by_payer
    group by a.organisation_id
    order by 1`.execute(db)
  return rows
}
