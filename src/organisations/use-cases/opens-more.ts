import type { MembershipId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { placesOf } from '../storage/accounts.ts'
import { findUserOf } from '../storage/members.ts'

/** Whether the account behind this membership opens something else as well. */
export const opensMore = async (db: Db, tenantId: TenantId, membershipId: MembershipId): Promise<boolean> => {
  const userId = await findUserOf(db, tenantId, membershipId)
  return userId !== undefined && (await placesOf(db, userId)).some(place => place.membershipId !== membershipId)
}
