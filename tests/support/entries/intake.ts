import { type AccessEntries, type AccessEntry, COACHES, COACHES_AND_PARTICIPANT } from '../access-entry.ts'

const readsIntake = {
  kind: 'read',
  about: 'dossier',
  who: COACHES_AND_PARTICIPANT,
  needs: ['name', 'trajectory', 'intake'],
  shows: ['referral'],
} as const
const readsLifeAreas = { kind: 'read', about: 'dossier', who: COACHES_AND_PARTICIPANT, needs: ['name', 'lifeAreas'] } as const
const writesIntake = (input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who: COACHES,
  needs: ['trajectory', 'intake:write'],
  only: 'coordinating',
  input,
})
const writesLifeAreas = (input: AccessEntry['input'], who: AccessEntry['who'] = COACHES): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who,
  needs: ['lifeAreas:write'],
  input,
})

export const intakeEntries: AccessEntries = {
  'trajectories.getIntake': {
    ...readsIntake,
    input: ({ participantId, trajectory }) => ({ participantId, trajectoryId: trajectory }),
  },
  'trajectories.saveIntake': writesIntake(({ participantId, trajectory }) => ({
    participantId,
    trajectoryId: trajectory,
    version: 1,
    wish: 'Ik wil iets doen.',
  })),
  'trajectories.offerSupportFirst': writesIntake(({ participantId, trajectory, tomorrow }) => ({
    participantId,
    trajectoryId: trajectory,
    version: 1,
    support: 'Eerst naar de huisarts.',
    lookAgainOn: tomorrow,
  })),
  'trajectories.continueIntake': writesIntake(({ participantId, intakeTrajectory }) => ({
    participantId,
    trajectoryId: intakeTrajectory,
    version: 1,
  })),
  'trajectories.restoreIntake': writesIntake(({ participantId, trajectory }) => ({
    participantId,
    trajectoryId: trajectory,
    version: 1,
  })),
  'trajectories.listLifeAreas': { ...readsLifeAreas, input: ({ participantId }) => ({ participantId }) },
  'trajectories.getLifeArea': {
    ...readsLifeAreas,
    input: ({ participantId, lifeArea }) => ({ participantId, lifeAreaId: lifeArea }),
  },
  'trajectories.openLifeArea': writesLifeAreas(({ participantId, tomorrow }) => ({
    participantId,
    area: 'parenting',
    reason: 'De kinderen gaan voor.',
    until: tomorrow,
  })),
  'trajectories.amendLifeArea': writesLifeAreas(({ participantId, lifeArea, tomorrow }) => ({
    participantId,
    lifeAreaId: lifeArea,
    version: 1,
    reason: 'Nog even nodig.',
    until: tomorrow,
  })),
  'trajectories.closeLifeArea': writesLifeAreas(({ participantId, lifeArea }) => ({
    participantId,
    lifeAreaId: lifeArea,
    version: 1,
  })),
  'trajectories.reopenLifeArea': writesLifeAreas(({ participantId, closedLifeArea }) => ({
    participantId,
    lifeAreaId: closedLifeArea,
    version: 1,
  })),
  'trajectories.addLifeAreaNote': writesLifeAreas(({ participantId, lifeArea }) => ({
    participantId,
    lifeAreaId: lifeArea,
    words: 'Een brief over de huur.',
  })),
  'trajectories.amendLifeAreaNote': writesLifeAreas(({ participantId, lifeAreaNote }) => ({
    participantId,
    noteId: lifeAreaNote,
    version: 1,
    words: 'Twee brieven over de huur.',
  })),
  'trajectories.removeLifeAreaNote': writesLifeAreas(({ participantId, lifeAreaNote }) => ({
    participantId,
    noteId: lifeAreaNote,
    version: 1,
  })),
  'trajectories.restoreLifeAreaNote': writesLifeAreas(({ participantId, removedLifeAreaNote }) => ({
    participantId,
    noteId: removedLifeAreaNote,
    version: 1,
  })),
  'trajectories.objectToLifeArea': writesLifeAreas(
    ({ participantId, lifeArea }) => ({ participantId, lifeAreaId: lifeArea, version: 1, words: 'Dat is van mij.' }),
    ['participant'],
  ),
  'trajectories.withdrawObjection': writesLifeAreas(
    ({ participantId, objectedLifeArea }) => ({ participantId, lifeAreaId: objectedLifeArea, version: 1 }),
    ['participant'],
  ),
  'trajectories.answerObjection': writesLifeAreas(({ participantId, objectedLifeArea }) => ({
    participantId,
    lifeAreaId: objectedLifeArea,
    version: 1,
    words: 'Je hebt gelijk, ik sluit het.',
  })),
}
