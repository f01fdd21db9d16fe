import { type AccessEntries, type AccessEntry, COACHES } from '../access-entry.ts'
import { reviewEntries } from './reviews.ts'
import type { Fixture } from '../fixture.ts'

const DESK = ['name', 'identity', 'bsn', 'contact', 'referral', 'trajectory', 'agreements', 'sharing'] as const
const everywhere = { serviceplein: DESK } as const

const content = {
  trajectoryType: 'socialActivation',
  law: 'participatiewet',
  reason: 'Zit veel thuis.',
  wish: 'Ik wil onder de mensen.',
} as const

const onReferral =
  (which: 'sentReferral' | 'questionedReferral' | 'withdrawnReferral', more: object = {}) =>
  (fixture: Fixture) => ({
    participantId: fixture.participantId,
    referralId: fixture[which],
    version: 1,
    ...more,
  })

const ofDesk = (needs: AccessEntry['needs'], input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who: ['serviceplein'],
  needs,
  everywhere,
  input,
})
const ofAsked = (needs: AccessEntry['needs'], input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who: COACHES,
  needs,
  only: 'asked',
  input,
})
const ofCoordinator = (input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who: COACHES,
  needs: ['trajectory:write'],
  only: 'guiding',
  input,
})
const ofCoordinatorOrDesk = (input: AccessEntry['input']): AccessEntry => ({
  ...ofCoordinator(input),
  who: ['serviceplein', ...COACHES],
  needs: ['trajectory:write', 'sharing:write'],
  everywhere,
})
const onTrajectory =
  (which: 'trajectory' | 'pausedTrajectory', more: (fixture: Fixture) => object = () => ({})) =>
  (fixture: Fixture) => ({
    participantId: fixture.participantId,
    trajectoryId: fixture[which],
    version: which === 'trajectory' ? 1 : 2,
    ...more(fixture),
  })
const readsReferral = {
  kind: 'read',
  who: ['serviceplein', ...COACHES],
  needs: ['name', 'identity', 'referral'],
  everywhere,
} as const
const readsTrajectory = {
  kind: 'read',
  about: 'dossier',
  who: ['serviceplein', ...COACHES, 'participant'],
  needs: ['name', 'trajectory'],
  everywhere,
} as const

export const trajectoriesEntries: AccessEntries = {
  ...reviewEntries,
  'trajectories.findDuplicates': {
    kind: 'read',
    about: 'list',
    who: ['serviceplein'],
    needs: ['name', 'identity', 'bsn', 'referral', 'trajectory'],
    everywhere,
    input: () => ({ callName: 'MARK-name-A1', surname: 'MARK-identity-A1', birthDate: '1988-04-12', bsn: '111222333' }),
  },
  'trajectories.listReceivers': {
    kind: 'read',
    about: 'municipality',
    who: ['serviceplein'],
    needs: [],
    input: () => ({}),
  },
  'trajectories.sendReferral': {
    kind: 'write',
    about: 'municipality',
    who: ['serviceplein'],
    needs: [],
    input: ({ house }) => ({
      ...content,
      callName: 'Nieuw',
      surname: 'Hier',
      birthDate: '1990-01-01',
      organisationId: house.asked,
    }),
  },
  'trajectories.listReferrals': { ...readsReferral, about: 'list', input: () => ({ state: 'all' }) },
  'trajectories.locateReferral': {
    ...readsReferral,
    about: 'dossier',
    needs: ['referral'],
    input: ({ sentReferral }) => ({ referralId: sentReferral }),
  },
  'trajectories.getReferral': {
    ...readsReferral,
    about: 'dossier',
    shows: ['contact'],
    only: 'asked',
    input: ({ participantId, sentReferral }) => ({ participantId, referralId: sentReferral }),
  },
  'trajectories.amendReferral': ofDesk(
    ['referral:write'],
    onReferral('sentReferral', { ...content, amendmentReason: 'Vergeten te zeggen.' }),
  ),
  'trajectories.withdrawReferral': ofDesk(['referral:write', 'sharing:write'], onReferral('sentReferral')),
  'trajectories.undoWithdrawal': ofDesk(['referral:write', 'sharing:write'], onReferral('withdrawnReferral')),
  'trajectories.answerQuestion': ofDesk(['referral:write'], onReferral('questionedReferral', { answer: 'Dinsdag kan.' })),
  'trajectories.askBack': ofAsked(['referral:write'], onReferral('sentReferral', { question: 'Welke dag kan?' })),
  'trajectories.acceptReferral': ofAsked(['referral:write', 'trajectory:write', 'sharing:write'], onReferral('sentReferral')),
  'trajectories.rejectReferral': ofAsked(
    ['referral:write', 'sharing:write'],
    onReferral('sentReferral', { rejectionReason: 'Wij zitten vol.' }),
  ),
  'trajectories.getTrajectories': { ...readsTrajectory, input: ({ participantId }) => ({ participantId }) },
  'trajectories.activateTrajectory': ofCoordinator(({ participantId, intakeTrajectory }) => ({
    participantId,
    trajectoryId: intakeTrajectory,
    version: 1,
  })),
  'trajectories.movePhase': ofCoordinator(onTrajectory('trajectory', () => ({ phase: 'onward' }))),
  'trajectories.pauseTrajectory': ofCoordinator(
    onTrajectory('trajectory', ({ today, tomorrow }) => ({ pausedOn: today, returnOn: tomorrow, pauseReason: 'health' })),
  ),
  'trajectories.resumeTrajectory': ofCoordinator(onTrajectory('pausedTrajectory')),
  'trajectories.takeBackChange': ofCoordinatorOrDesk(onTrajectory('pausedTrajectory')),
  'trajectories.amendTrajectory': ofCoordinatorOrDesk(
    onTrajectory('trajectory', ({ today }) => ({
      ...{ type: 'perspective', law: 'wmo', voluntary: true, startedOn: today, amendmentReason: 'Andere wet.' },
    })),
  ),
  'trajectories.changeCoordinator': ofCoordinatorOrDesk(
    onTrajectory('trajectory', ({ house }) => ({ coordinatorId: house.coach, reason: 'Verlof.' })),
  ),
  'trajectories.endTrajectory': {
    ...ofCoordinator(onTrajectory('trajectory', ({ today }) => ({ endedOn: today, endReason: 'staysActive' }))),
    needs: ['trajectory:write', 'sharing:write'],
  },
}
