import { sql } from 'kysely'
import type { AppointmentId, MembershipId, ParticipantId, ReviewId, TenantId } from '#kernel'
import { type Db, found, prepared } from '#platform'
import { Appointment } from '../domain/appointment.ts'
import type { ContactsTables } from './tables.ts'

const COLUMNS = [
  'id',
  'participant_id',
  'membership_id',
  'kind',
  'starts_at',
  'minutes',
  'place',
  'review_id',
  'state',
  'version',
] as const

const toAppointment = (row: Pick<ContactsTables['appointment'], (typeof COLUMNS)[number]>): Appointment =>
  Appointment.parse({
    id: row.id,
    participantId: row.participant_id,
    membershipId: row.membership_id,
    kind: row.kind,
    startsAt: row.starts_at,
    minutes: row.minutes,
    place: row.place,
    reviewId: row.review_id,
    state: row.state,
    version: row.version,
  })

export const insertAppointment = async (db: Db, tenantId: TenantId, appointment: Appointment): Promise<void> => {
  await db
    .withTables<ContactsTables>()
    .insertInto('appointment')
    .values({
      tenant_id: tenantId,
      id: appointment.id,
      participant_id: appointment.participantId,
      membership_id: appointment.membershipId,
      kind: appointment.kind,
      starts_at: appointment.startsAt,
      minutes: appointment.minutes,
      place: appointment.place,
      review_id: appointment.reviewId,
      state: appointment.state,
      version: appointment.version,
    })
    .execute()
}

export const getAppointment = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  id: AppointmentId,
): Promise<Appointment> => {
  const row = await db
    .withTables<ContactsTables>()
    .selectFrom('appointment')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return toAppointment(found(row, 'appointment'))
}

/** The planned moment that was made for a review, for changing. */
export const lockReviewAppointment = async (
  db: Db,
  tenantId: TenantId,
  key: { readonly participantId: ParticipantId; readonly reviewId: ReviewId },
): Promise<Appointment | undefined> => {
  const row = await db
    .withTables<ContactsTables>()
    .selectFrom('appointment')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', key.participantId)
    .where('review_id', '=', key.reviewId)
    .where('state', '=', 'planned')
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? undefined : toAppointment(row)
}

/** Saves the changed fields at the next version. */
export const updateAppointment = async (db: Db, tenantId: TenantId, appointment: Appointment): Promise<void> => {
  await db
    .withTables<ContactsTables>()
    .updateTable('appointment')
    .set({
      starts_at: appointment.startsAt,
      minutes: appointment.minutes,
      place: appointment.place,
      state: appointment.state,
      version: appointment.version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', appointment.id)
    .where('version', '=', appointment.version)
    .execute()
}

const newest = prepared<{ tenantId: TenantId; participantId: ParticipantId; limit: number }>()((db, param) =>
  db
    .withTables<ContactsTables>()
    .selectFrom('appointment')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('starts_at', 'desc')
    .limit(param('limit')),
)

export const listAppointments = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  limit: number,
): Promise<readonly Appointment[]> => (await newest(db, { tenantId, participantId, limit })).map(toAppointment)

const between = prepared<{ tenantId: TenantId; memberId: MembershipId; from: Date; to: Date }>()((db, param) =>
  db
    .withTables<ContactsTables>()
    .selectFrom('appointment')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('membership_id', '=', param('memberId'))
    .where('starts_at', '>=', param('from'))
    .where('starts_at', '<', param('to'))
    .where('state', '<>', 'cancelled')
    .orderBy('starts_at'),
)

/** The diary of a member between two instants (end not included), in order; cancelled ones left out. */
export const listAgenda = async (
  db: Db,
  tenantId: TenantId,
  memberId: MembershipId,
  from: Date,
  to: Date,
): Promise<readonly Appointment[]> => (await between(db, { tenantId, memberId, from, to })).map(toAppointment)

const firstPlanned = prepared<{ tenantId: TenantId; memberId: MembershipId; from: Date; to: Date }>()(
  (_db, param) => sql<{ readonly participant_id: ParticipantId; readonly starts_at: Date }>`
    select participant_id, min(starts_at) as starts_at
    from appointment
    where tenant_id = ${param('tenantId')} and membership_id = ${param('memberId')} and state = 'planned'
      and starts_at >= ${param('from')} and starts_at < ${param('to')}
    group by participant_id`,
)

/** When a member sees each person next, between two instants. */
export const listNextMoments = async (
  db: Db,
  tenantId: TenantId,
  memberId: MembershipId,
  from: Date,
  to: Date,
): Promise<ReadonlyMap<ParticipantId, Date>> =>
  new Map((await firstPlanned(db, { tenantId, memberId, from, to })).map(row => [row.participant_id, row.starts_at]))
