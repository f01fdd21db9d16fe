import { z } from 'zod'
import { accept, lineText, MembershipId } from '#kernel'
import { command, found } from '#platform'
import { mayManageMembers } from '../access.ts'
import { insertApiToken, lockMember } from '../storage/members.ts'

const DAY = 86_400_000

/** Takes the hash, so that the token itself is in no log, access line or remembered answer. Command line only. */
export const createApiToken = command({
  name: 'organisations.createApiToken',
  summary: 'Lets a program call the API in the name of a member, until a day',
  input: z.object({
    memberId: MembershipId,
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
    name: lineText(80),
    days: z.coerce.number().int().min(1).max(366).default(90),
  }),
  output: z.object({ tokenId: z.string(), expiresAt: z.iso.datetime() }),
  access: mayManageMembers,
  run: async ({ db, tenantId, input, now, newId, record }) => {
    const member = found(await lockMember(db, tenantId, input.memberId), 'member')
    const tokenId = newId<string>()
    const until = new Date(now.getTime() + input.days * DAY)
    await insertApiToken(db, { id: tokenId, hash: input.tokenHash, tenantId, memberId: member.id, name: input.name, until })
    record({ entity: 'apiToken', id: tokenId, fields: ['name', 'expiresAt'] })
    return accept({ tokenId, expiresAt: until.toISOString() })
  },
})
