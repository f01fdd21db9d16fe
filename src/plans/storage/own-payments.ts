import { sql } from 'kysely'
import { CalendarDay, type OrganisationId, ParticipantId, PaymentId, type PlacementId, type TenantId } from '#kernel'
import type { Db } from '#platform'
import type { PaidFields } from '../domain/allowance.ts'
import type { PayerTries } from '../domain/payer-tries.ts'
import type { PlansTables } from './tables.ts'

/** What an organisation that pays may do and know: its own payments, and one word about the rest. */

interface OwnOf {
  readonly tenantId: TenantId
  readonly organisationId: OrganisationId
  readonly participantId: ParticipantId
}

/** Whose place this is and since when somebody comes; undefined when nobody comes there, or it is not the own organisation's. */
export const findOwnVisitor = async (
  db: Db,
  tenantId: TenantId,
  organisationId: OrganisationId,
  placementId: PlacementId,
): Promise<{ readonly participantId: ParticipantId; readonly since: CalendarDay } | undefined> => {
  const row = await db
    .withTables<PlansTables>()
    .selectFrom('placement')
    .select(['participant_id', 'since', 'starts_on'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', placementId)
    .where('offer_organisation_id', '=', organisationId)
    .where('state', '=', 'placed')
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { participantId: ParticipantId.parse(row.participant_id), since: CalendarDay.parse(row.starts_on ?? row.since) }
}

export const payAtOwnPlace = async (
  db: Db,
  payment: PaidFields & { readonly id: PaymentId; readonly placementId: PlacementId; readonly at: Date },
): Promise<boolean> => {
  const { id, placementId, paidOn, amountCents, kind, hours, words, at } = payment
  const { rows } = await sql<{ done: boolean }>`
    select pay_at_own_place(${id}, ${placementId}, ${paidOn}, ${amountCents}, ${kind}, ${hours ?? null}, ${words}, ${at}) as done`.execute(
    db,
  )
  return rows[0]?.done === true
}

export const setOwnPayment = async (
  db: Db,
  payment: { readonly id: PaymentId; readonly version: number; readonly state: 'paid' | 'withdrawn'; readonly at: Date },
): Promise<boolean> => {
  const { id, version, state, at } = payment
  const { rows } = await sql<{ done: boolean }>`select set_own_payment(${id}, ${version}, ${state}, ${at}) as done`.execute(db)
  return rows[0]?.done === true
}

/** That an entry told the payer something. */
export const noteTalkFirst = async (db: Db, id: PaymentId): Promise<void> => {
  await sql`select note_talk_first(${id})`.execute(db)
}

/** Whether an entry of the own organisation in the month of that day was told something already. */
export const wasToldOfMonth = async (
  db: Db,
  { tenantId, organisationId, participantId, day }: OwnOf & { readonly day: CalendarDay },
): Promise<boolean> => {
  const row = await db
    .withTables<PlansTables>()
    .selectFrom('allowance_payment')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('participant_id', '=', participantId)
    .where('by_payer', '=', true)
    .where('talk_first', '=', true)
    .where(sql<boolean>`date_trunc('month', paid_on) = date_trunc('month', ${day}::date)`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What the own organisation tried for this person since then; the caller holds the turn of the allowance. */
export const countOwnTries = async (db: Db, participantId: ParticipantId, since: Date): Promise<PayerTries> => {
  const { rows } = await sql<PayerTries>`select entered, probed from own_payment_tries(${participantId}, ${since})`.execute(db)
  return rows[0] ?? { entered: 0, probed: 0 }
}

/** Limits as plain numbers; null: not known. */
export interface PlainLimits {
  readonly month: number | null
  readonly year: number | null
  readonly nearPercent: number
  readonly countsBelowAge: number | null
}

/** At which of the own places the organisation should talk with the coach first. */
export const listTalkFirst = async (
  db: Db,
  day: CalendarDay,
  limits: PlainLimits,
  placementId: PlacementId | null = null,
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ placement_id: string; talk_first: boolean }>`
    select placement_id, talk_first
    from own_place_allowance(${day}, ${limits.month}, ${limits.year}, ${limits.nearPercent}, ${limits.countsBelowAge}, ${placementId})`.execute(
    db,
  )
  return new Set(rows.filter(row => row.talk_first).map(row => row.placement_id))
}

export interface OwnPayment {
  readonly id: PaymentId
  readonly participantId: ParticipantId
  readonly paidOn: string
  readonly amountCents: number
  readonly kind: string
  readonly state: string
  readonly version: number
}

const MOST = 500

/** What the own organisation entered, the newest first. */
export const listOwnPayments = async (
  db: Db,
  tenantId: TenantId,
  organisationId: OrganisationId,
  since: CalendarDay,
): Promise<readonly OwnPayment[]> => {
  const rows = await db
    .withTables<PlansTables>()
    .selectFrom('allowance_payment')
    .select(['id', 'participant_id', 'paid_on', 'amount_cents', 'kind', 'state', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('by_payer', '=', true)
    .where('paid_on', '>=', since)
    .orderBy('paid_on', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(row => ({
    id: PaymentId.parse(row.id),
    participantId: ParticipantId.parse(row.participant_id),
    paidOn: row.paid_on,
    amountCents: row.amount_cents,
    kind: row.kind,
    state: row.state,
    version: row.version,
  }))
}
