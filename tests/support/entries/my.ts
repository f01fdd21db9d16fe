import { type AccessEntries, type AccessEntry, COACHES } from '../access-entry.ts'

const own: AccessEntry['input'] = ({ participantId }) => ({ participantId })

const onLetter: AccessEntry['input'] = ({ participantId, paperInvitation }) => ({
  participantId,
  invitationId: paperInvitation,
})

/** The participant's own pages, and how the person gets in. */
export const myEntries: AccessEntries = {
  'desk.getMyWeek': {
    kind: 'read',
    about: 'dossier',
    who: ['participant'],
    needs: ['plan', 'placements', 'appointments', 'trajectory'],
    input: own,
  },
  'desk.getMyProfile': {
    kind: 'read',
    about: 'dossier',
    who: [...COACHES, 'participant'],
    needs: ['name', 'identity', 'contact', 'plan'],
    input: own,
  },
  'desk.getMyData': {
    kind: 'read',
    about: 'dossier',
    who: ['participant'],
    needs: ['name', 'identity', 'contact', 'plan', 'log', 'sharing'],
    shows: [
      ...(['referral', 'trajectory', 'intake', 'lifeAreas', 'agreements', 'placements', 'notes', 'appointments'] as const),
      ...(['instruments', 'money', 'signals', 'safety', 'family'] as const),
    ],
    input: own,
  },
  'desk.lookTogether': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'plan', 'placements', 'appointments', 'trajectory', 'referral', 'log', 'sharing'],
    input: own,
  },
  'plans.answerTogether': {
    kind: 'write',
    about: 'dossier',
    who: COACHES,
    needs: ['plan:write'],
    input: ({ participantId, step }) => ({ participantId, stepId: step, version: 1, answer: 'done' }),
  },
  'desk.getInvitations': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'contact', 'sharing'],
    input: own,
  },
  'sharing.invitePaper': {
    kind: 'write',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'identity', 'sharing:write', 'plan:write'],
    input: own,
  },
  'sharing.withdrawPaper': {
    kind: 'write',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'identity', 'sharing:write', 'plan:write'],
    input: onLetter,
  },
  'sharing.getPaperLetter': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['name', 'identity', 'sharing:write', 'plan:write'],
    input: onLetter,
  },
  'organisations.getOwnAddress': { kind: 'read', about: 'municipality', who: ['participant'], needs: [], input: () => ({}) },
  'organisations.askOwnAddress': {
    kind: 'write',
    about: 'municipality',
    who: ['participant'],
    needs: [],
    input: () => ({ address: 'selam@post.example' }),
  },
  'organisations.confirmOwnAddress': {
    kind: 'write',
    about: 'municipality',
    who: ['participant'],
    needs: [],
    input: () => ({ code: '123456' }),
  },
}
