import { type AccessEntries, type AccessEntry, COACHES, COACHES_AND_PARTICIPANT } from '../access-entry.ts'
import { adviceDeskEntries } from './advices.ts'
import { reviewDeskEntries } from './reviews.ts'

const SHEET = ['name', 'plan', 'placements', 'appointments', 'trajectory', 'referral'] as const
const STATE = ['name', 'identity', 'trajectory', 'agreements'] as const
const dossier: AccessEntry['input'] = ({ participantId }) => ({ participantId })
const ofCaseload = { kind: 'read', about: 'list', who: COACHES, needs: [], input: () => ({}) } as const

export const deskEntries: AccessEntries = {
  ...reviewDeskEntries,
  ...adviceDeskEntries,
  'desk.getDossier': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'identity', 'trajectory'],
    shows: ['contact', 'referral', 'plan', 'placements', 'notes', 'appointments'],
    input: dossier,
  },
  'desk.getToday': {
    ...ofCaseload,
    shows: [
      ...([
        'name',
        'identity',
        'trajectory',
        'intake',
        'lifeAreas',
        'referral',
        'plan',
        'advice',
        'placements',
        'money',
      ] as const),
      ...(['notes', 'appointments'] as const),
    ],
  },
  'desk.listCaseload': {
    ...ofCaseload,
    shows: ['name', 'identity', 'trajectory', 'plan', 'placements', 'notes', 'appointments'],
  },
  'desk.getTimeline': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'log'],
    shows: [
      'identity',
      'contact',
      'referral',
      'trajectory',
      'intake',
      'lifeAreas',
      'plan',
      'advice',
      'placements',
      'notes',
      'appointments',
      'instruments',
      'money',
      'sharing',
    ],
    input: dossier,
  },
  'desk.getConversation': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'plan', 'placements'],
    shows: ['referral'],
    input: dossier,
  },
  'desk.getTrajectoryState': {
    kind: 'read',
    about: 'dossier',
    who: ['serviceplein'],
    needs: STATE,
    everywhere: { serviceplein: STATE },
    input: dossier,
  },
  'desk.listVisitors': { ...ofCaseload, who: ['partner'], shows: ['name'] },
  'desk.getSuggestion': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'identity', 'plan', 'placements'],
    shows: ['contact'],
    input: dossier,
  },
  'desk.getMyStep': {
    kind: 'read',
    about: 'dossier',
    who: ['participant'],
    needs: [...SHEET, 'log', 'sharing'],
    input: dossier,
  },
  'desk.getPlanSheet': { kind: 'read', about: 'dossier', who: COACHES_AND_PARTICIPANT, needs: SHEET, input: dossier },
}

export const matchingEntries: AccessEntries = {
  'matching.findOffers': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'plan'],
    shows: ['identity', 'contact', 'placements'],
    input: ({ participantId, goal }) => ({ participantId, goalId: goal }),
  },
  'matching.listSynonyms': { kind: 'read', about: 'municipality', who: ['beheer'], needs: [], input: () => ({}) },
  'matching.loadSynonyms': {
    kind: 'write',
    about: 'municipality',
    who: ['beheer'],
    needs: [],
    input: () => ({ list: 'tuin, hof' }),
  },
}

export const sharingEntries: AccessEntries = {
  'sharing.inviteParticipant': {
    kind: 'write',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'identity', 'sharing:write', 'plan:write'],
    answer: 'alreadyDone',
    input: ({ participantId }) => ({ participantId, email: 'selam@test.example' }),
  },
  'sharing.listAccess': {
    kind: 'read',
    about: 'dossier',
    who: COACHES_AND_PARTICIPANT,
    needs: ['log', 'sharing'],
    input: dossier,
  },
  'sharing.listReach': {
    kind: 'read',
    about: 'dossier',
    who: COACHES_AND_PARTICIPANT,
    needs: ['log', 'sharing'],
    input: dossier,
  },
}
