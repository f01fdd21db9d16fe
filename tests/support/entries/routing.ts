import { type AccessEntries, COACHES } from '../access-entry.ts'

const DESK = ['name', 'identity', 'bsn', 'contact', 'referral', 'trajectory', 'agreements', 'sharing'] as const

export const routingEntries: AccessEntries = {
  'trajectories.rerouteReferral': {
    kind: 'write',
    about: 'dossier',
    who: ['serviceplein'],
    needs: ['referral:write', 'sharing:write'],
    everywhere: { serviceplein: DESK },
    input: ({ participantId, questionedReferral, house }) => ({
      ...{ participantId, referralId: questionedReferral, version: 1 },
      ...{ organisationId: house.otherWelfare, words: 'De Kade zit vol.' },
    }),
  },
  'trajectories.passOnReferral': {
    kind: 'write',
    about: 'dossier',
    who: COACHES,
    needs: ['referral:write', 'sharing:write'],
    only: 'asked',
    input: ({ participantId, sentReferral, house }) => ({
      ...{ participantId, referralId: sentReferral, version: 1 },
      ...{ organisationId: house.otherWelfare, words: 'Wil graag in een groep.' },
    }),
  },
  'trajectories.remindUnanswered': { kind: 'write', about: 'municipality', who: [], needs: [], input: () => ({}) },
}
