import { z } from 'zod'
import { CalendarDay, ParticipantId, TrajectoryId } from '#kernel'
import { memberNames } from '#organisations'
import { callNames } from '#people'
import { found, query } from '#platform'
import { AdviceView, isRunning, OwnWordView, readAdviceViews, readOwnWords, readTrajectories, viewOwnWord } from '#trajectories'
import { maySeeOwnAdvice } from './access.ts'

export const MyAdvice = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  coachName: z.string().optional(),
  /** What the own word is about. */
  trajectoryId: TrajectoryId.optional(),
  /** What was sent last. */
  advice: AdviceView.optional(),
  ownWord: OwnWordView.optional(),
  plannedEndOn: CalendarDay.optional(),
})
export type MyAdvice = Readonly<z.infer<typeof MyAdvice>>

export const getMyAdvice = query({
  name: 'desk.getMyAdvice',
  summary: 'What was advised about the own trajectory, the own word about it, and what the municipality decided',
  input: z.object({ participantId: ParticipantId }),
  output: MyAdvice,
  access: maySeeOwnAdvice,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/own-advice' },
  run: async ({ db, tenantId, input: { participantId } }) => {
    const [known, trajectories, advices, words] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readTrajectories(db, tenantId, participantId),
      readAdviceViews(db, tenantId, participantId),
      readOwnWords(db, tenantId, participantId),
    ])
    const callName = found(known.get(participantId), 'participant')
    const advice = advices.find(({ state }) => state === 'sent' || state === 'decided')
    const about = trajectories.find(isRunning) ?? trajectories.find(({ id }) => id === advice?.trajectoryId) ?? trajectories[0]
    const shown = advice?.trajectoryId === about?.id ? advice : undefined
    const word = words.find(({ trajectoryId }) => trajectoryId !== undefined && trajectoryId === about?.id)
    const asked = [about?.coordinatorId, word?.writtenBy].filter(id => id !== undefined)
    const names = await memberNames(db, tenantId, asked)
    const coachName = about === undefined ? undefined : names.get(about.coordinatorId)?.name
    return {
      participantId,
      callName,
      ...(coachName === undefined ? {} : { coachName }),
      ...(about === undefined ? {} : { trajectoryId: about.id, plannedEndOn: about.plannedEndOn }),
      ...(shown === undefined ? {} : { advice: shown }),
      ...(word === undefined ? {} : { ownWord: viewOwnWord(word, names) }),
    }
  },
})
