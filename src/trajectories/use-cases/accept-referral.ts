import { accept, ParticipantId, TrajectoryId } from '#kernel'
import { command } from '#platform'
import { mayAcceptReferral } from '../access.ts'
import { acceptReferral as decideToAccept } from '../domain/decide-referral.ts'
import { insertTrajectory } from '../storage/trajectories.ts'
import { changeReferral, ReferralKey, ReferralSaved, savedAs } from './change-referral.ts'
import { openForCoordination } from './coordination-access.ts'
import { handOver } from './hand-over.ts'
import { closeForAnswer } from './organisation-access.ts'

export const acceptReferral = command({
  name: 'trajectories.acceptReferral',
  summary: 'Accepts a referral: a trajectory starts with its intake, and the accepting member coordinates it',
  input: ReferralKey,
  output: ReferralSaved.extend({ trajectoryId: TrajectoryId, participantId: ParticipantId }),
  access: mayAcceptReferral,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/referrals/{referralId}/acceptance' },
  run: async context => {
    const { db, tenantId, memberId, now, today, newId, record, publish } = context
    const trajectoryId = newId<TrajectoryId>()
    const changed = await changeReferral(context, 'receiver', '', referral =>
      decideToAccept(referral, { by: memberId, at: now }, trajectoryId),
    )
    if (!changed.ok) return changed
    const { id: referralId, participantId, organisationId, trajectoryType: type, law, voluntary, sentBy } = changed.value
    await insertTrajectory(db, tenantId, {
      id: trajectoryId,
      participantId,
      referralId,
      type,
      law,
      voluntary,
      state: 'intake',
      organisationId,
      coordinatorId: memberId,
      startedOn: today,
      version: 1,
    })
    record({ entity: 'trajectory', id: trajectoryId, version: 1, fields: ['state', 'coordinator'], participantId })
    await closeForAnswer(context, changed.value)
    if (changed.value.carriesOn !== undefined) await handOver(context, changed.value, changed.value.carriesOn)
    await openForCoordination(context, { participantId, organisationId, law, coordinatorId: memberId })
    publish({
      name: 'ReferralAccepted',
      payload: { referralId, trajectoryId, participantId, organisationId, coordinatorId: memberId, sentBy },
    })
    return accept({ ...savedAs(changed.value), trajectoryId, participantId })
  },
})
