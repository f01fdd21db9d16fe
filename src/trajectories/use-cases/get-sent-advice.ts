import { z } from 'zod'
import { AdviceId, CalendarDay, ParticipantId } from '#kernel'
import { memberNames, organisationNames } from '#organisations'
import { callNames, personNames } from '#people'
import { found, query } from '#platform'
import { mayReadSentAdvice } from '../access.ts'
import { trajectoryLabel } from '../domain/type-settings.ts'
import { listAdviceVersions } from '../storage/advice-versions.ts'
import { findAdvice } from '../storage/advices.ts'
import { listOwnWords } from '../storage/own-words.ts'
import { findTrajectory } from '../storage/trajectories.ts'
import { mapTypeSettings } from '../storage/type-settings.ts'
import { AdviceView, AmendmentView, membersIn, OwnWordView, viewAdvice, viewAmendment, viewOwnWord } from './advice-view.ts'
import { Label } from './referral-view.ts'

export const SentAdvice = z.object({
  callName: z.string(),
  surname: z.string().optional(),
  advice: AdviceView,
  ownWord: OwnWordView.optional(),
  /** Newest first. */
  amendments: z.array(AmendmentView),
  trajectory: z.object({
    label: Label,
    organisationName: z.string(),
    coordinatorName: z.string(),
    startedOn: CalendarDay,
    plannedEndOn: CalendarDay.optional(),
  }),
})
export type SentAdvice = Readonly<z.infer<typeof SentAdvice>>

export const getSentAdvice = query({
  name: 'trajectories.getSentAdvice',
  summary: 'An advice that was sent, with the own word of the person and what was amended since',
  input: z.object({ participantId: ParticipantId, adviceId: AdviceId }),
  output: SentAdvice,
  access: mayReadSentAdvice,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/sent-advices/{adviceId}' },
  run: async ({ db, tenantId, input, today }) => {
    const { participantId, adviceId } = input
    const [known, persons, stored, versions, words, organisations, settings] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      personNames(db, tenantId, [participantId]),
      findAdvice(db, tenantId, input),
      listAdviceVersions(db, tenantId, adviceId),
      listOwnWords(db, tenantId, participantId),
      organisationNames(db, tenantId),
      mapTypeSettings(db, tenantId),
    ])
    const advice = found(stored, 'advice')
    const callName = found(known.get(participantId), 'participant')
    const key = { participantId, trajectoryId: advice.trajectoryId }
    const trajectory = found(await findTrajectory(db, tenantId, key), 'trajectory')
    const word = words.find(each => each.trajectoryId === advice.trajectoryId)
    const members = await memberNames(db, tenantId, [
      ...membersIn([advice]),
      ...versions.map(version => version.replacedBy),
      ...(word === undefined ? [] : [word.writtenBy]),
      trajectory.coordinatorId,
    ])
    const surname = persons.get(participantId)?.surname
    return {
      callName,
      ...(surname === undefined ? {} : { surname }),
      advice: viewAdvice(advice, { members, organisations }),
      ...(word === undefined ? {} : { ownWord: viewOwnWord(word, members) }),
      amendments: versions.map(version => viewAmendment(version, members)),
      trajectory: {
        label: trajectoryLabel(trajectory.type, today, settings),
        organisationName: organisations.find(({ id }) => id === trajectory.organisationId)?.name ?? '',
        coordinatorName: members.get(trajectory.coordinatorId)?.name ?? '',
        startedOn: trajectory.startedOn,
        plannedEndOn: trajectory.plannedEndOn,
      },
    }
  },
})

/** From an address with only the advice to the dossier, so that reading it can be written down in that dossier. */
export const locateAdvice = query({
  name: 'trajectories.locateAdvice',
  summary: 'In which dossier an advice that was sent stands',
  input: z.object({ adviceId: AdviceId }),
  output: z.object({ participantId: ParticipantId }),
  access: mayReadSentAdvice,
  personal: false,
  run: async ({ db, tenantId, input }) => {
    const { participantId } = found(await findAdvice(db, tenantId, input), 'advice')
    return { participantId }
  },
})
