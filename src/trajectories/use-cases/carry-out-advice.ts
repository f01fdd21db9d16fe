import { accept, type Decision, never, ReferralId, refuse } from '#kernel'
import type { CommandContext } from '#platform'
import type { Advice } from '../domain/advice.ts'
import { extendTrajectory } from '../domain/decide-trajectory.ts'
import type { Referral } from '../domain/referral.ts'
import type { Trajectory } from '../domain/trajectory.ts'
import { addWorkingDays, DAYS_TO_ANSWER } from '../domain/working-days.ts'
import { findOwnWord } from '../storage/own-words.ts'
import { findReferral, insertReferral } from '../storage/referrals.ts'
import { changeTrajectory } from './change-trajectory.ts'
import { endAsPartOf } from './end-trajectory.ts'
import { findOpenReferral } from './open-referral.ts'
import { openForAnswer } from './organisation-access.ts'

type Deciding = CommandContext<unknown>
type Done = Decision<{ readonly referralId?: ReferralId }>

/** What the person wants, as said last: the own word about the advice, else what the referral began with. */
const wishOf = async ({ db, tenantId }: Deciding, { participantId, id, referralId }: Trajectory) => {
  const [word, referral] = await Promise.all([
    findOwnWord(db, tenantId, participantId, { trajectoryId: id }),
    referralId === undefined ? undefined : findReferral(db, tenantId, { referralId, participantId }),
  ])
  if (word !== undefined) return { wish: word.words, wishLanguage: word.language }
  return { wish: referral?.wish ?? '–', wishLanguage: referral?.wishLanguage ?? 'nl' }
}

/** The work company is asked to carry on: what was made so far goes along once it accepts. */
const referOnward = async (context: Deciding, advice: Advice, trajectory: Trajectory): Promise<Done> => {
  const { db, tenantId, memberId, now, today, newId, record, publish } = context
  const { participantId, organisationId, readsUntil, because } = advice
  if (organisationId === undefined) return refuse('notPossibleNow', undefined, { state: 'noOrganisation' })
  const { type: trajectoryType, law, voluntary } = trajectory
  const referral: Referral = {
    ...{ id: newId<ReferralId>(), participantId, state: 'sent', organisationId, trajectoryType, law, voluntary },
    ...(await wishOf(context, trajectory)),
    ...{
      reason: because,
      sentBy: memberId,
      sentAt: now,
      withSince: now,
      answerBy: addWorkingDays(today, DAYS_TO_ANSWER),
      version: 1,
    },
    ...{ carriesOn: trajectory.id, formerReadsUntil: readsUntil },
  }
  const earlier = await findOpenReferral(context, referral)
  if (earlier !== undefined) return refuse('alreadyDone', undefined, { referralId: earlier.id })
  await insertReferral(db, tenantId, referral)
  await openForAnswer(context, referral)
  record({ entity: 'referral', id: referral.id, version: 1, participantId, fields: ['state', 'carriesOn'] })
  publish({ name: 'ReferralSent', payload: { referralId: referral.id, participantId, organisationId } })
  return accept({ referralId: referral.id })
}

/** What follows from an advice that the municipality agrees with, in the same transaction as its decision. */
export const carryOutAdvice = async (context: Deciding, advice: Advice, trajectory: Trajectory): Promise<Done> => {
  const { participantId, id: trajectoryId, version } = trajectory
  const onTrajectory = { ...context, input: { participantId, trajectoryId, version } }
  const end = async (endReason: NonNullable<Advice['endReason']>): Promise<Done> => {
    const ended = await endAsPartOf(onTrajectory, { endedOn: context.today, endReason, endWords: '' })
    return ended.ok ? accept({}) : ended
  }
  const { direction } = advice
  switch (direction) {
    case 'extension': {
      const { extendUntil: plannedEndOn = trajectory.startedOn, growth } = advice
      const change = { action: 'extend', reason: growth } as const
      const extended = await changeTrajectory(onTrajectory, change, current =>
        extendTrajectory(current, { plannedEndOn, growth }),
      )
      return extended.ok ? accept({}) : extended
    }
    case 'stayActive':
      return end('staysActive')
    case 'end':
      return end(advice.endReason ?? 'other')
    case 'onward':
      return referOnward(context, advice, trajectory)
    case undefined:
      return refuse('notPossibleNow', undefined, { state: 'noDirection' })
    default:
      return never(direction)
  }
}
