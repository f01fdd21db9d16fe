import { z } from 'zod'
import { Language, ParticipantId, TrajectoryId } from '#kernel'
import { memberNames } from '#organisations'
import { callNames } from '#people'
import { found, query } from '#platform'
import { mayReadIntake } from '../access.ts'
import { Intake, IntakeReading } from '../domain/intake.ts'
import { ledBy, TrajectoryState } from '../domain/trajectory.ts'
import { findIntake, listIntakeVersions } from '../storage/intakes.ts'
import { listReferrals } from '../storage/referrals.ts'
import { listTrajectories } from '../storage/trajectories.ts'

/** How it read before a change, and who changed it. */
const Earlier = z.object({
  version: z.number(),
  reading: IntakeReading,
  replacedAt: z.iso.datetime(),
  replacedByName: z.string(),
})

export const getIntake = query({
  name: 'trajectories.getIntake',
  summary:
    'The intake of a trajectory (when none is named the own, else the newest), with the wish as it was said at the referral',
  input: z.object({ participantId: ParticipantId, trajectoryId: TrajectoryId.optional() }),
  output: z.object({
    participantId: ParticipantId,
    callName: z.string(),
    trajectory: z.object({ id: TrajectoryId, state: TrajectoryState }).optional(),
    /** Coordinated by this reader, so that it may be written in. */
    own: z.boolean(),
    /** Absent: nothing was written yet. */
    intake: Intake.optional(),
    /** Newest first. */
    earlier: z.array(Earlier),
    /** As it was said at the referral: the first proposal for the own wish. */
    saidAtReferral: z.object({ words: z.string(), language: Language }).optional(),
  }),
  access: mayReadIntake,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/intake' },
  run: async ({ db, tenantId, memberId, input, actor }) => {
    const { participantId } = input
    const scope = { tenantId, participantId }
    const [known, trajectories, referrals] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      listTrajectories(db, tenantId, [participantId]),
      listReferrals(db, tenantId, { participantIds: [participantId] }, { limit: 100, offset: 0 }),
    ])
    const callName = found(known.get(participantId), 'participant')
    const trajectory =
      input.trajectoryId === undefined
        ? (ledBy(trajectories, memberId) ?? trajectories[0])
        : found(
            trajectories.find(each => each.id === input.trajectoryId),
            'trajectory',
          )
    if (trajectory === undefined) return { participantId, callName, own: false, earlier: [] }
    const [intake, versions] = await Promise.all([
      findIntake(db, scope, trajectory.id),
      listIntakeVersions(db, scope, trajectory.id),
    ])
    const members = await memberNames(db, tenantId, [...new Set(versions.map(entry => entry.replacedBy))])
    const referral = referrals.find(each => each.id === trajectory.referralId)
    return {
      participantId,
      callName,
      trajectory: { id: trajectory.id, state: trajectory.state },
      own: actor.role === 'system' || trajectory.coordinatorId === memberId,
      earlier: versions.map(({ version, reading, replacedAt, replacedBy }) => ({
        version,
        reading,
        replacedAt: replacedAt.toISOString(),
        replacedByName: members.get(replacedBy)?.name ?? '',
      })),
      ...(intake === undefined ? {} : { intake }),
      ...(referral === undefined || referral.wish === ''
        ? {}
        : { saidAtReferral: { words: referral.wish, language: referral.wishLanguage } }),
    }
  },
})
