import { z } from 'zod'
import { accept, MembershipId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayManageMembers } from '../access.ts'
import { dropSecondFactor, placesOf, tellActorsChanged } from '../storage/accounts.ts'
import { lockMember } from '../storage/members.ts'

export const resetSecondFactor = command({
  name: 'organisations.resetSecondFactor',
  summary: 'Lets a colleague who lost the phone set up a new second factor at the next sign-in',
  input: z.object({ memberId: MembershipId }),
  output: z.object({ memberId: MembershipId }),
  access: mayManageMembers,
  rest: { method: 'POST', path: '/members/{memberId}/reset-second-factor' },
  run: async ({ db, tenantId, input, now, record }) => {
    const member = found(await lockMember(db, tenantId, input.memberId), 'member')
    const places = await placesOf(db, member.userId)
    // An account that opens another municipality is not for this one to make weaker.
    if (places.some(place => place.tenantId !== tenantId)) return refuse('notPossibleNow', undefined, { state: 'elsewhere' })
    await dropSecondFactor(db, member.userId, now)
    await tellActorsChanged(db)
    record({ entity: 'membership', id: member.id, fields: ['secondFactor'] })
    return accept({ memberId: member.id })
  },
})
