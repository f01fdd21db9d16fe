import { z } from 'zod'
import { accept, MembershipId } from '#kernel'
import { command, found } from '#platform'
import { mayManageMembers } from '../access.ts'
import { decideDisable } from '../domain/member.ts'
import { disableAccount, placesOf, tellActorsChanged } from '../storage/accounts.ts'
import { lockMember, setActive } from '../storage/members.ts'

/** Ends at once: the gate asks the database at every request, and every process forgets whom it knew. */
export const disableMember = command({
  name: 'organisations.disableMember',
  summary: 'Ends the access of a colleague at once',
  input: z.object({ memberId: MembershipId, version: z.coerce.number().int().positive() }),
  output: z.object({ memberId: MembershipId, version: z.number() }),
  access: mayManageMembers,
  rest: { method: 'POST', path: '/members/{memberId}/disable' },
  run: async ({ db, tenantId, memberId, input, now, record }) => {
    const member = found(await lockMember(db, tenantId, input.memberId), 'member')
    const decision = decideDisable({ member, by: memberId, version: input.version })
    if (!decision.ok) return decision
    const version = member.version + 1
    await setActive(db, tenantId, { id: member.id, active: false, version })
    // Somebody who also works elsewhere keeps that: another organisation decides about it.
    if ((await placesOf(db, member.userId)).length === 0) await disableAccount(db, member.userId, now)
    await tellActorsChanged(db)
    record({ entity: 'membership', id: member.id, version, fields: ['active'] })
    return accept({ memberId: member.id, version })
  },
})
