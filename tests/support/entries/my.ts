import type { AccessEntries, AccessEntry } from '../access-entry.ts'

const own: AccessEntry['input'] = ({ participantId }) => ({ participantId })

/** The participant's own pages. */
export const myEntries: AccessEntries = {
  'desk.getMyWeek': {
    kind: 'read',
    about: 'dossier',
    who: ['participant'],
    needs: ['plan', 'placements', 'appointments', 'trajectory'],
    input: own,
  },
}
