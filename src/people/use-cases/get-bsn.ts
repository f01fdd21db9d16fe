import { z } from 'zod'
import { ParticipantId } from '#kernel'
import { found, query } from '#platform'
import { mayReadBsn } from '../access.ts'
import { bsnBox } from '../bsn-box.ts'
import { findSealedBsn } from '../storage/bsns.ts'

export const getBsn = query({
  name: 'people.getBsn',
  summary: "A participant's citizen service number, for municipal staff",
  input: z.object({ participantId: ParticipantId }),
  output: z.object({ bsn: z.string() }),
  access: mayReadBsn,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/citizen-service-number' },
  run: async ({ db, tenantId, input }) => {
    const sealed = found(await findSealedBsn(db, tenantId, input.participantId), 'citizen service number')
    return { bsn: bsnBox().open(tenantId, input.participantId, sealed) }
  },
})
