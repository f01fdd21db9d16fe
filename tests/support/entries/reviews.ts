import { type AccessEntries, type AccessEntry, COACHES, COACHES_AND_PARTICIPANT } from '../access-entry.ts'
import type { Fixture } from '../fixture.ts'

const STATE = ['name', 'trajectory'] as const
const dossier: AccessEntry['input'] = ({ participantId }) => ({ participantId })

const ofCoordinator = (needs: AccessEntry['needs'], input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who: COACHES,
  needs,
  only: 'coordinating',
  input,
})
const onReview =
  (which: 'review' | 'heldReview', more: (fixture: Fixture) => object = () => ({})) =>
  (fixture: Fixture) => ({ participantId: fixture.participantId, reviewId: fixture[which], version: 1, ...more(fixture) })

const ofBoth = (input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who: COACHES_AND_PARTICIPANT,
  needs: ['trajectory', 'plan:write'],
  input,
})

export const reviewEntries: AccessEntries = {
  'trajectories.listReviews': {
    kind: 'read',
    about: 'dossier',
    who: ['serviceplein', ...COACHES_AND_PARTICIPANT],
    needs: STATE,
    everywhere: { serviceplein: STATE },
    input: dossier,
  },
  'trajectories.planReview': ofCoordinator(['trajectory:write'], ({ participantId, trajectory, tomorrow }) => ({
    participantId,
    trajectoryId: trajectory,
    plannedOn: tomorrow,
  })),
  'trajectories.moveReview': ofCoordinator(
    ['trajectory:write'],
    onReview('review', ({ tomorrow }) => ({ plannedOn: tomorrow })),
  ),
  'trajectories.holdReview': ofCoordinator(['trajectory:write', 'plan:write'], onReview('review')),
  'trajectories.reopenReview': ofCoordinator(['trajectory:write', 'plan:write'], onReview('heldReview')),
  'trajectories.putReviewOnHold': ofCoordinator(
    ['trajectory:write', 'plan:write'],
    onReview('review', ({ tomorrow }) => ({ holdUntil: tomorrow, holdReason: 'Ziek' })),
  ),
  'trajectories.resumeReview': ofCoordinator(['trajectory:write'], onReview('review')),
  'trajectories.cancelReview': ofCoordinator(['trajectory:write'], onReview('review')),
  'trajectories.followAppointment': ofCoordinator(['trajectory:write'], ({ participantId, review, tomorrow }) => ({
    participantId,
    reviewId: review,
    day: tomorrow,
  })),
  'trajectories.writeReviewWord': ofBoth(({ participantId, review }) => ({
    participantId,
    reviewId: review,
    version: 0,
    words: 'Ik wil door.',
  })),
  'trajectories.showWebAtReview': {
    ...ofBoth(({ participantId, review }) => ({ participantId, reviewId: review, shows: true, version: 0 })),
    needs: ['trajectory', 'instruments:write'],
  },
  'trajectories.writeAdviceWord': {
    ...ofBoth(({ participantId, intakeTrajectory }) => ({
      participantId,
      trajectoryId: intakeTrajectory,
      version: 0,
      words: 'Ik wil door.',
    })),
    shows: ['advice', 'sent_advice'],
  },
}

export const reviewDeskEntries: AccessEntries = {
  'desk.getReviewList': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'trajectory', 'plan'],
    shows: ['appointments', 'instruments', 'advice', 'referral'],
    input: dossier,
  },
  'desk.getReviewPreparation': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'trajectory', 'plan'],
    shows: ['appointments', 'instruments', 'advice', 'referral'],
    input: ({ participantId, review }) => ({ participantId, reviewId: review }),
  },
  'desk.planReviewTalk': ofCoordinator(['trajectory:write', 'appointments:write'], ({ participantId, trajectory, tomorrow }) => ({
    participantId,
    trajectoryId: trajectory,
    plannedOn: tomorrow,
    time: '10:00',
  })),
  'desk.getMyReview': {
    kind: 'read',
    about: 'dossier',
    who: ['participant'],
    needs: ['name', 'trajectory', 'plan', 'appointments'],
    shows: ['instruments'],
    input: dossier,
  },
}
