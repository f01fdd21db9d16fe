import type { MembershipId, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { type DossierMember, listDossierMembers } from '../storage/dossier-members.ts'

/** Who coordinates, wrote or is in the diary, by name: in the same batch as the dossier, which tells who they are. */
export const readDossierMembers = (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<ReadonlyMap<MembershipId, DossierMember>> => listDossierMembers(db, tenantId, participantId)
