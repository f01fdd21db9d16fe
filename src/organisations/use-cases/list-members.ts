import { z } from 'zod'
import type { OrganisationId, TenantId } from '#kernel'
import { type Db, query } from '#platform'
import { mayManageMembers } from '../access.ts'
import { Member } from '../domain/member.ts'
import { listMembers as loadMembers, listMembersOf as loadMembersOf } from '../storage/members.ts'

export type { Member }

export const listMembers = query({
  name: 'organisations.listMembers',
  summary: 'The colleagues with an account in this municipality, active ones first',
  input: z.object({}),
  output: z.object({ members: z.array(Member) }),
  access: mayManageMembers,
  personal: false,
  rest: { method: 'GET', path: '/members' },
  run: async ({ db, tenantId }) => ({ members: [...(await loadMembers(db, tenantId))] }),
})

/** Active colleagues of one organisation, by name: for another module's query. */
export const listMembersOf = (db: Db, tenantId: TenantId, organisationId: OrganisationId): Promise<readonly Member[]> =>
  loadMembersOf(db, tenantId, organisationId)
