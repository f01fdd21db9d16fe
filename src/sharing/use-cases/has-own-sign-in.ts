import type { ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { listGrants } from '../storage/grants.ts'

/** For another module's query that opened `sharing`: whether the person can sign in to the own dossier. */
export const hasOwnSignIn = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<boolean> => {
  const grants = await listGrants(db, tenantId, participantId)
  return grants.some(grant => grant.ground === 'self' && grant.revokedAt === undefined)
}
