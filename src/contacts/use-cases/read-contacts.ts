import {
  addDays,
  type CalendarDay,
  type ClockTime,
  instantAt,
  type MembershipId,
  type ParticipantId,
  type TenantId,
} from '#kernel'
import type { Db } from '#platform'
import type { Appointment } from '../domain/appointment.ts'
import type { Note } from '../domain/note.ts'
import { listAgenda, listAppointments, listNextMoments } from '../storage/appointments.ts'
import { lastNoteDays, listNotes } from '../storage/notes.ts'

/** For pages that span modules: part of their query, in the same batch. The slices `notes` and `appointments` decide. */
export const readNotes = (db: Db, tenantId: TenantId, participantId: ParticipantId, limit = 50): Promise<readonly Note[]> =>
  listNotes(db, tenantId, participantId, limit)

export const readAppointments = (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  limit = 50,
): Promise<readonly Appointment[]> => listAppointments(db, tenantId, participantId, limit)

const MIDNIGHT = '00:00' as ClockTime
/** A member's diary from one day on, for a number of days. */
export const readAgenda = (
  db: Db,
  tenantId: TenantId,
  memberId: MembershipId,
  from: CalendarDay,
  days = 1,
): Promise<readonly Appointment[]> =>
  listAgenda(db, tenantId, memberId, instantAt(from, MIDNIGHT), instantAt(addDays(from, days), MIDNIGHT))

/** When a member sees each person next, within a number of days. */
export const readNextMoments = (
  db: Db,
  tenantId: TenantId,
  memberId: MembershipId,
  from: CalendarDay,
  days: number,
): Promise<ReadonlyMap<ParticipantId, Date>> =>
  listNextMoments(db, tenantId, memberId, instantAt(from, MIDNIGHT), instantAt(addDays(from, days), MIDNIGHT))

/** The day of the last note per dossier. */
export const readLastNoteDays = (
  db: Db,
  tenantId: TenantId,
  ids: readonly ParticipantId[],
): Promise<ReadonlyMap<string, string>> => lastNoteDays(db, tenantId, ids)
