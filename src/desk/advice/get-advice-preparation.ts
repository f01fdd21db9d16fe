import { z } from 'zod'
import { CalendarDay, OrganisationId, ParticipantId, TrajectoryId } from '#kernel'
import { readLadder } from '#instruments'
import { memberNames, organisationNames } from '#organisations'
import { callNames } from '#people'
import { found, query } from '#platform'
import { readPlacements, readPlan } from '#plans'
import {
  AdviceContent,
  AdviceView,
  AmendmentView,
  draftAdvice,
  isRunning,
  lastExtension,
  ledBy,
  OwnWordView,
  readAdviceViews,
  readAmendments,
  readOwnWords,
  readReviewResults,
  readReviews,
  readTrajectories,
  viewOwnWord,
} from '#trajectories'
import { mayPrepareAdvice } from './access.ts'
import { basisOf, placeName } from './basis.ts'

export const AdvicePreparation = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  /** The trajectory that the advice is about: the one that this reader coordinates. */
  trajectory: z
    .object({
      id: TrajectoryId,
      running: z.boolean(),
      plannedEndOn: CalendarDay.optional(),
      /** The furthest day of an extension. */
      extendsTo: CalendarDay.optional(),
    })
    .optional(),
  /** Being written, or waiting for an answer. */
  current: AdviceView.optional(),
  amendments: z.array(AmendmentView),
  /** Decided or withdrawn, newest first. */
  earlier: z.array(AdviceView),
  ownWord: OwnWordView.optional(),
  /** A first version from what is there, when nothing is being written. */
  draft: AdviceContent.optional(),
  workCompanies: z.array(z.object({ id: OrganisationId, name: z.string() })),
  /** Where somebody comes now. */
  places: z.array(z.string()),
})
export type AdvicePreparation = Readonly<z.infer<typeof AdvicePreparation>>

export const getAdvicePreparation = query({
  name: 'desk.getAdvicePreparation',
  summary: 'The advice of a trajectory as it stands, or a first version drafted from steps, reviews, ladder and agreements',
  input: z.object({ participantId: ParticipantId, language: z.enum(['nl', 'en']).default('nl') }),
  output: AdvicePreparation,
  access: mayPrepareAdvice,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/advice-preparation' },
  run: async ({ db, tenantId, memberId, input: { participantId, language } }) => {
    const [known, trajectories, advices, words, organisations, plan, placements, reviews, results, ladder] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readTrajectories(db, tenantId, participantId),
      readAdviceViews(db, tenantId, participantId),
      readOwnWords(db, tenantId, participantId),
      organisationNames(db, tenantId),
      readPlan(db, tenantId, participantId),
      readPlacements(db, tenantId, participantId),
      readReviews(db, tenantId, participantId),
      readReviewResults(db, tenantId, participantId),
      readLadder(db, tenantId, participantId),
    ])
    const callName = found(known.get(participantId), 'participant')
    const trajectory = ledBy(trajectories, memberId)
    const current = advices.find(
      ({ state, trajectoryId }) => trajectoryId === trajectory?.id && (state === 'draft' || state === 'sent'),
    )
    const word = words.find(({ trajectoryId }) => trajectoryId !== undefined && trajectoryId === trajectory?.id)
    const [writers, amendments] = await Promise.all([
      memberNames(db, tenantId, word === undefined ? [] : [word.writtenBy]),
      current?.state === 'sent' ? readAmendments(db, tenantId, current.id) : [],
    ])
    const drafting = trajectory !== undefined && current === undefined && isRunning(trajectory)
    const read = { callName, plan, placements, reviews, results, ladder }
    return {
      participantId,
      callName,
      ...(trajectory === undefined
        ? {}
        : {
            trajectory: {
              id: trajectory.id,
              running: isRunning(trajectory),
              plannedEndOn: trajectory.plannedEndOn,
              extendsTo: lastExtension(trajectory),
            },
          }),
      ...(current === undefined ? {} : { current }),
      amendments: [...amendments],
      earlier: advices.filter(({ state }) => state === 'decided' || state === 'withdrawn'),
      ...(word === undefined ? {} : { ownWord: viewOwnWord(word, writers) }),
      ...(drafting ? { draft: draftAdvice(basisOf({ ...read, trajectory }), language) } : {}),
      workCompanies: organisations.filter(({ kind }) => kind === 'workCompany').map(({ id, name }) => ({ id, name })),
      places: placements.filter(({ state }) => state === 'placed').map(placeName),
    }
  },
})
