import { MembershipId, type ParticipantId, type TenantId } from '#kernel'
import type { Db } from '#platform'
import { type ChangeRow, type ChangesAsked, listChanges, listDoers } from '../storage/changes.ts'

export type { ChangeRow, ChangesAsked }

/** What was done in a dossier, newest first, for a query that opened the log slice. */
export const readChanges = (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  asked: ChangesAsked,
): Promise<readonly ChangeRow[]> => listChanges(db, tenantId, participantId, asked)

/** Everybody who ever did something in it. */
export const readDoers = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly MembershipId[]> =>
  (await listDoers(db, tenantId, participantId)).map(id => MembershipId.parse(id))
