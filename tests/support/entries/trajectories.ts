import { type AccessEntries, type AccessEntry, COACHES } from '../access-entry.ts'
import { adviceEntries } from './advices.ts'
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
const readsReferral = {
  kind: 'read',
  who: ['serviceplein', ...COACHES],
  needs: ['name', 'identity', 'referral'],
  everywhere,
} as const
export const trajectoriesEntries: AccessEntries = {
  ...reviewEntries,
  ...adviceEntries,
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
    who: ['serviceplein', ...COACHES],
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
}
