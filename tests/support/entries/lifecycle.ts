import { type AccessEntries, type AccessEntry, COACHES } from '../access-entry.ts'
import type { Fixture } from '../fixture.ts'

const DESK = ['name', 'identity', 'bsn', 'contact', 'referral', 'trajectory', 'agreements', 'sharing'] as const
const everywhere = { serviceplein: DESK } as const

const ofCoordinator = (input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who: COACHES,
  needs: ['trajectory:write'],
  only: 'coordinating',
  input,
})
const ofCoordinatorOrDesk = (input: AccessEntry['input']): AccessEntry => ({
  ...ofCoordinator(input),
  who: ['serviceplein', ...COACHES],
  needs: ['trajectory:write', 'sharing:write'],
  everywhere,
})
const onTrajectory =
  (which: 'trajectory' | 'pausedTrajectory' | 'endedTrajectory', more: (fixture: Fixture) => object = () => ({})) =>
  (fixture: Fixture) => ({
    participantId: fixture.participantId,
    trajectoryId: fixture[which],
    version: which === 'trajectory' ? 1 : 2,
    ...more(fixture),
  })
const readsTrajectory = {
  kind: 'read',
  about: 'dossier',
  who: ['serviceplein', ...COACHES, 'participant'],
  needs: ['name', 'trajectory'],
  everywhere,
} as const

export const lifecycleEntries: AccessEntries = {
  'trajectories.getTrajectories': { ...readsTrajectory, input: ({ participantId }) => ({ participantId }) },
  'trajectories.getProgress': {
    ...readsTrajectory,
    who: ['serviceplein', ...COACHES],
    input: ({ participantId }) => ({ participantId }),
  },
  'trajectories.listTypes': {
    kind: 'read',
    about: 'municipality',
    who: ['serviceplein', ...COACHES, 'beheer'],
    needs: [],
    input: () => ({}),
  },
  'trajectories.saveTypeSetting': {
    kind: 'write',
    about: 'municipality',
    who: ['beheer'],
    needs: [],
    input: ({ house }) => ({
      ...{ type: 'perspective', nameNl: 'Vooruit', version: 0 },
      ...{ intakeOrganisationId: house.asked, intakeUntil: '2999-12-31' },
    }),
  },
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
  // The municipality takes an ending back, not a pause.
  'trajectories.takeBackChange': ofCoordinatorOrDesk(onTrajectory('endedTrajectory')),
}
