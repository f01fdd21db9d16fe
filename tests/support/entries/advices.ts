import { type AccessEntries, type AccessEntry, COACHES } from '../access-entry.ts'
import type { Fixture } from '../fixture.ts'

const DESK = ['name', 'identity', 'bsn', 'contact', 'referral', 'trajectory', 'agreements', 'sharing', 'sent_advice'] as const
const everywhere = { serviceplein: DESK } as const
const dossier: AccessEntry['input'] = ({ participantId }) => ({ participantId })

const content = { direction: 'end', endReason: 'moved', summary: 'Het ging goed.', because: 'Verhuisd naar elders.' } as const

const ofCoordinator = (input: AccessEntry['input']): AccessEntry => ({
  kind: 'write',
  about: 'dossier',
  who: COACHES,
  needs: ['trajectory', 'advice:write', 'plan:write'],
  only: 'coordinating',
  input,
})
const drafting = ({ participantId, pausedTrajectory }: Fixture) => ({
  participantId,
  trajectoryId: pausedTrajectory,
  version: 0,
  ...content,
})
const onAdvice =
  (which: 'sentAdvice' | 'withdrawnAdvice', more: object = {}) =>
  (fixture: Fixture) => ({ participantId: fixture.participantId, adviceId: fixture[which], version: 1, ...more })

const readsSent = {
  kind: 'read',
  who: ['serviceplein', 'participant'],
  needs: ['name', 'trajectory', 'sent_advice'],
  shows: ['identity'],
  everywhere,
} as const

export const adviceEntries: AccessEntries = {
  'trajectories.saveAdvice': ofCoordinator(drafting),
  'trajectories.sendAdvice': ofCoordinator(drafting),
  'trajectories.amendAdvice': ofCoordinator(onAdvice('sentAdvice', { ...content, reason: 'Vergeten.' })),
  'trajectories.withdrawAdvice': ofCoordinator(onAdvice('sentAdvice', { reason: 'Te vroeg.' })),
  'trajectories.undoAdviceWithdrawal': ofCoordinator(onAdvice('withdrawnAdvice')),
  'trajectories.listSentAdvices': {
    kind: 'read',
    about: 'list',
    who: ['serviceplein'],
    needs: ['name', 'identity', 'trajectory', 'sent_advice'],
    everywhere,
    input: () => ({ state: 'all' }),
  },
  'trajectories.locateAdvice': { ...readsSent, about: 'dossier', input: ({ sentAdvice }) => ({ adviceId: sentAdvice }) },
  'trajectories.getSentAdvice': {
    ...readsSent,
    about: 'dossier',
    input: ({ participantId, sentAdvice }) => ({ participantId, adviceId: sentAdvice }),
  },
  'trajectories.decideAdvice': {
    kind: 'write',
    about: 'dossier',
    who: ['serviceplein'],
    needs: ['name', 'sent_advice:write', 'trajectory:write', 'referral:write', 'sharing:write'],
    everywhere,
    input: onAdvice('sentAdvice', { decision: 'otherwise', words: 'Nog niet.' }),
  },
}

export const adviceDeskEntries: AccessEntries = {
  'desk.getAdvicePreparation': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'trajectory', 'plan', 'advice'],
    shows: ['placements', 'instruments'],
    input: dossier,
  },
  'desk.getMyAdvice': {
    kind: 'read',
    about: 'dossier',
    who: ['participant'],
    needs: ['name', 'trajectory', 'plan', 'sent_advice'],
    input: dossier,
  },
}
