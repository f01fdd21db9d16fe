import { z } from 'zod'
import { Language, ParticipantId } from '#kernel'
import { callNames } from '#people'
import { found, query } from '#platform'
import { Placement, Plan, readPlacements, readPlan, readRecognitionOptions, RecognitionOption } from '#plans'
import { readReferrals } from '#trajectories'
import { mayLeadConversation } from '../access.ts'

/** What the person said to whoever referred: where the first conversation starts, so that nothing is typed twice. */
const Said = z.object({ words: z.string(), language: Language })

export const getConversation = query({
  name: 'desk.getConversation',
  summary: 'What lies on the table in a conversation: the first name, the plan and the places',
  input: z.object({ participantId: ParticipantId }),
  output: z.object({
    callName: z.string(),
    plan: Plan,
    placements: z.array(Placement),
    options: z.array(RecognitionOption),
    saidAtReferral: Said.optional(),
  }),
  access: mayLeadConversation,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/conversation' },
  oneBatch: true,
  run: async ({ db, tenantId, input: { participantId } }) => {
    const [names, plan, placements, options, [referral]] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readPlan(db, tenantId, participantId),
      readPlacements(db, tenantId, participantId),
      readRecognitionOptions(db, tenantId),
      readReferrals(db, tenantId, participantId),
    ])
    return {
      callName: found(names.get(participantId), 'participant'),
      plan,
      placements: [...placements],
      options: [...options],
      ...(referral === undefined ? {} : { saidAtReferral: { words: referral.wish, language: referral.wishLanguage } }),
    }
  },
})
