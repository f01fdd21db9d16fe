import { type Selectable, sql } from 'kysely'
import type { CalendarDay, OrganisationId, ParticipantId, ReferralId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { OPEN_STATES, Referral, type ReferralState } from '../domain/referral.ts'
import type { TrajectoriesTables } from './tables.ts'

type ReferralRow = Omit<Selectable<TrajectoriesTables['referral']>, 'tenant_id'>

const COLUMNS = [
  'id',
  'participant_id',
  'state',
  'trajectory_type',
  'law',
  'to_organisation_id',
  'from_membership_id',
  'reason',
  'wish_as_said',
  'wish_language',
  'voluntary',
  'sent_at',
  'answer_by',
  'answered_at',
  'answered_by',
  'rejection_reason',
  'question',
  'question_answer',
  'trajectory_id',
  'with_since',
  'via_organisation_id',
  'reminded_for',
  'carries_on_trajectory_id',
  'former_reads_until',
  'version',
] as const

const toReferral = (row: ReferralRow): Referral =>
  Referral.parse({
    id: row.id,
    participantId: row.participant_id,
    state: row.state,
    trajectoryType: row.trajectory_type,
    law: row.law,
    organisationId: row.to_organisation_id,
    sentBy: row.from_membership_id,
    reason: row.reason,
    wish: row.wish_as_said,
    wishLanguage: row.wish_language,
    voluntary: row.voluntary,
    sentAt: row.sent_at,
    withSince: row.with_since ?? row.sent_at,
    viaOrganisationId: row.via_organisation_id ?? undefined,
    answerBy: row.answer_by,
    remindedFor: row.reminded_for ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    answeredBy: row.answered_by ?? undefined,
    rejectionReason: row.rejection_reason ?? undefined,
    question: row.question ?? undefined,
    questionAnswer: row.question_answer ?? undefined,
    trajectoryId: row.trajectory_id ?? undefined,
    carriesOn: row.carries_on_trajectory_id ?? undefined,
    formerReadsUntil: row.former_reads_until ?? undefined,
    version: row.version,
  })

const columnsOf = (referral: Referral) => ({
  to_organisation_id: referral.organisationId,
  with_since: referral.withSince,
  via_organisation_id: referral.viaOrganisationId ?? null,
  reminded_for: referral.remindedFor ?? null,
  state: referral.state,
  trajectory_type: referral.trajectoryType,
  law: referral.law,
  reason: referral.reason,
  wish_as_said: referral.wish,
  wish_language: referral.wishLanguage,
  voluntary: referral.voluntary,
  answer_by: referral.answerBy,
  answered_at: referral.answeredAt ?? null,
  answered_by: referral.answeredBy ?? null,
  rejection_reason: referral.rejectionReason ?? null,
  question: referral.question ?? null,
  question_answer: referral.questionAnswer ?? null,
  trajectory_id: referral.trajectoryId ?? null,
})

const referrals = (db: Db, tenantId: TenantId) =>
  db.withTables<TrajectoriesTables>().selectFrom('referral').select(COLUMNS).where('tenant_id', '=', tenantId)

export const insertReferral = async (db: Db, tenantId: TenantId, referral: Referral): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .insertInto('referral')
    .values({
      tenant_id: tenantId,
      id: referral.id,
      participant_id: referral.participantId,
      from_membership_id: referral.sentBy,
      sent_at: referral.sentAt,
      carries_on_trajectory_id: referral.carriesOn ?? null,
      former_reads_until: referral.formerReadsUntil ?? null,
      version: referral.version,
      ...columnsOf(referral),
    })
    .execute()
}

export const findReferral = async (
  db: Db,
  tenantId: TenantId,
  key: { readonly referralId: ReferralId; readonly participantId?: ParticipantId },
): Promise<Referral | undefined> => {
  const { participantId } = key
  const row = await referrals(db, tenantId)
    .where('id', '=', key.referralId)
    .$if(participantId !== undefined, q => q.where('participant_id', '=', participantId ?? ''))
    .executeTakeFirst()
  return row === undefined ? undefined : toReferral(row)
}

/** For changing: nobody else changes it before this transaction ends. */
export const lockReferral = async (
  db: Db,
  tenantId: TenantId,
  key: { readonly referralId: ReferralId; readonly participantId: ParticipantId },
): Promise<Referral | undefined> => {
  const row = await referrals(db, tenantId)
    .where('id', '=', key.referralId)
    .where('participant_id', '=', key.participantId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : toReferral(row)
}

/** Saves as the next version. */
export const updateReferral = async (db: Db, tenantId: TenantId, referral: Referral): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .updateTable('referral')
    .set({ ...columnsOf(referral), version: referral.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', referral.id)
    .execute()
}

export interface ReferralFilter {
  readonly states?: readonly ReferralState[] | undefined
  readonly organisationId?: OrganisationId | undefined
  readonly participantIds?: readonly ParticipantId[] | undefined
}

/** Open ones by the day of their answer, all others newest first. */
export const listReferrals = async (
  db: Db,
  tenantId: TenantId,
  { states, organisationId, participantIds }: ReferralFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly Referral[]> => {
  const onlyOpen = states !== undefined && states.every(state => OPEN_STATES.includes(state))
  const rows = await referrals(db, tenantId)
    .$if(states !== undefined, q => q.where('state', '=', sql<string>`any(${states}::text[])`))
    .$if(organisationId !== undefined, q => q.where('to_organisation_id', '=', organisationId ?? ''))
    .$if(participantIds !== undefined, q => q.where('participant_id', '=', sql<string>`any(${participantIds}::uuid[])`))
    .$if(onlyOpen, q => q.orderBy('answer_by').orderBy('sent_at'))
    .$if(!onlyOpen, q => q.orderBy('sent_at', 'desc'))
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(toReferral)
}

export const countReferrals = async (
  db: Db,
  tenantId: TenantId,
  organisationId: OrganisationId | undefined,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .withTables<TrajectoriesTables>()
    .selectFrom('referral')
    .select(['state', eb => eb.fn.countAll<number>().as('count')])
    .where('tenant_id', '=', tenantId)
    .$if(organisationId !== undefined, q => q.where('to_organisation_id', '=', organisationId ?? ''))
    .groupBy('state')
    .execute()
  return new Map(rows.map(row => [row.state, row.count]))
}

/** Open ones whose term is over and for whose term nobody was reminded yet; what another server looks at is skipped. */
export const lockUnreminded = async (
  db: Db,
  tenantId: TenantId,
  today: CalendarDay,
  limit: number,
): Promise<readonly Referral[]> => {
  const rows = await referrals(db, tenantId)
    .where('state', 'in', OPEN_STATES)
    .where('answer_by', '<', today)
    .where(eb => eb.or([eb('reminded_for', 'is', null), eb('reminded_for', '<>', eb.ref('answer_by'))]))
    .orderBy('answer_by')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(toReferral)
}

/** That somebody was reminded is no new version: nothing was said differently. */
export const noteReminders = async (db: Db, tenantId: TenantId, ids: readonly ReferralId[]): Promise<void> => {
  if (ids.length === 0) return
  await db
    .withTables<TrajectoriesTables>()
    .updateTable('referral')
    .set(eb => ({ reminded_for: eb.ref('answer_by') }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}
