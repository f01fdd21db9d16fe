import type { TenantId } from '#kernel'
import type { Db } from '#platform'
import { listOrganisationContacts, type OrganisationContact } from '../storage/contacts.ts'

export type { OrganisationContact }

/** How the organisations of the municipality can be reached: for another module's query. */
export const organisationContacts = (db: Db, tenantId: TenantId): Promise<readonly OrganisationContact[]> =>
  listOrganisationContacts(db, tenantId)
