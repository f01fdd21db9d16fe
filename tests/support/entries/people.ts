import { type AccessEntries, COACHES } from '../access-entry.ts'

const PERSON = ['name', 'identity', 'contact'] as const

export const peopleEntries: AccessEntries = {
  'people.searchPeople': {
    kind: 'read',
    about: 'list',
    who: ['serviceplein', ...COACHES],
    needs: ['name', 'identity'],
    everywhere: { serviceplein: ['name', 'identity'] },
    input: () => ({ q: 'mark' }),
  },
  'people.getPerson': {
    kind: 'read',
    about: 'dossier',
    who: ['serviceplein', ...COACHES, 'participant'],
    needs: PERSON,
    everywhere: { serviceplein: PERSON },
    input: ({ participantId }) => ({ participantId }),
  },
  'people.getBsn': {
    kind: 'read',
    about: 'dossier',
    who: ['serviceplein'],
    needs: ['bsn'],
    everywhere: { serviceplein: ['bsn'] },
    input: ({ participantId }) => ({ participantId }),
  },
  'people.updateContact': {
    kind: 'write',
    about: 'dossier',
    who: ['serviceplein', 'coach', 'participant'],
    needs: ['contact:write'],
    everywhere: { serviceplein: ['contact'] },
    input: ({ participantId }) => ({ participantId, version: 1, place: 'Veenrijk' }),
  },
  'people.rectifyName': {
    kind: 'write',
    about: 'dossier',
    who: ['serviceplein', 'coach'],
    needs: ['name:write', 'identity:write'],
    everywhere: { serviceplein: ['name', 'identity'] },
    input: ({ participantId }) => ({ participantId, version: 1, callName: 'Selam', surname: 'Tesfay' }),
  },
  'people.setCallName': {
    kind: 'write',
    about: 'dossier',
    who: ['participant'],
    needs: ['name:write', 'identity:write'],
    input: ({ participantId }) => ({ participantId, version: 1, callName: 'Selam' }),
  },
  'people.tellStory': {
    kind: 'write',
    about: 'dossier',
    who: ['participant', 'coach'],
    needs: ['plan:write'],
    input: ({ participantId }) => ({ participantId, version: 1, words: 'Mijn verhaal' }),
  },
  'people.askCorrection': {
    kind: 'write',
    about: 'dossier',
    who: ['participant'],
    needs: ['plan:write'],
    input: ({ participantId }) => ({ participantId, about: 'referral', words: 'Dit klopt niet' }),
  },
  'people.withdrawCorrection': {
    kind: 'write',
    about: 'dossier',
    who: ['participant'],
    needs: ['plan:write'],
    input: ({ participantId, correction }) => ({ participantId, correctionId: correction, version: 1 }),
  },
  'people.answerCorrection': {
    kind: 'write',
    about: 'dossier',
    who: COACHES,
    needs: ['plan:write'],
    input: ({ participantId, correction }) => ({ participantId, correctionId: correction, version: 1, outcome: 'changed' }),
  },
}
