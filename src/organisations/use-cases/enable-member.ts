import { z } from 'zod'
import { accept, MembershipId } from '#kernel'
import { command, found } from '#platform'
import { mayManageMembers } from '../access.ts'
import { decideEnable } from '../domain/member.ts'
import { enableAccount, keepOnly, placesOf, tellActorsChanged } from '../storage/accounts.ts'
import { lockMember, setActive } from '../storage/members.ts'

export const enableMember = command({
  name: 'organisations.enableMember',
  summary: 'Gives a colleague access again',
  input: z.object({ memberId: MembershipId, version: z.coerce.number().int().positive() }),
  output: z.object({ memberId: MembershipId, version: z.number() }),
  access: mayManageMembers,
  rest: { method: 'POST', path: '/members/{memberId}/enable' },
  run: async ({ db, tenantId, input, now, record }) => {
    const member = found(await lockMember(db, tenantId, input.memberId), 'member')
    const decision = decideEnable({ member, version: input.version })
    if (!decision.ok) return decision
    const version = member.version + 1
    // Meanwhile it may have held an own dossier only: what was added there has not passed a second factor.
    const works = (await placesOf(db, member.userId)).some(({ role }) => role !== 'participant')
    if (!works) await keepOnly(db, member.userId, 'mail', now)
    await setActive(db, tenantId, { id: member.id, active: true, version })
    await enableAccount(db, member.userId, now)
    await tellActorsChanged(db)
    record({ entity: 'membership', id: member.id, version, fields: ['active'] })
    return accept({ memberId: member.id, version })
  },
})
