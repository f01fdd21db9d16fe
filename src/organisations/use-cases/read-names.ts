import type { MembershipId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { listMemberNames, listOrganisationNames, type MemberName, type OrganisationName } from '../storage/names.ts'

export type { MemberName, OrganisationName }

/** Who they are, with role and organisation: for another module's query. Unknown ids are left out. */
export const memberNames = (
  db: Db,
  tenantId: TenantId,
  ids: readonly MembershipId[],
): Promise<ReadonlyMap<MembershipId, MemberName>> => listMemberNames(db, tenantId, ids)

/** All organisations of the municipality, by name: for another module's query. */
export const organisationNames = (db: Db, tenantId: TenantId): Promise<readonly OrganisationName[]> =>
  listOrganisationNames(db, tenantId)
