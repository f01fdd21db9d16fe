import { type AccessEntries, type AccessEntry, COACHES, COACHES_AND_PARTICIPANT } from '../access-entry.ts'

const diary = { kind: 'write', about: 'dossier', who: COACHES, needs: ['appointments:write'] } as const

const betweenDiaries: AccessEntry['input'] = ({ participantId, house }) => ({ participantId, from: house.coach, to: house.coach })

export const contactsEntries: AccessEntries = {
  'contacts.addNote': {
    kind: 'write',
    about: 'dossier',
    who: COACHES,
    needs: ['notes:write'],
    input: ({ participantId }) => ({ participantId, words: 'Vandaag samen koffie gedronken.' }),
  },
  'contacts.amendNote': {
    kind: 'write',
    about: 'dossier',
    who: COACHES,
    needs: ['notes:write'],
    only: 'author',
    input: ({ participantId, note }) => ({ participantId, noteId: note, words: 'Anders.', version: 1 }),
  },
  'contacts.listNotes': {
    kind: 'read',
    about: 'dossier',
    who: COACHES,
    needs: ['notes'],
    input: ({ participantId }) => ({ participantId }),
  },
  'contacts.planAppointment': {
    ...diary,
    input: ({ participantId, tomorrow }) => ({ participantId, kind: 'review', day: tomorrow, time: '10:00' }),
  },
  'contacts.moveAppointment': {
    ...diary,
    input: ({ participantId, appointment, tomorrow }) => ({
      participantId,
      appointmentId: appointment,
      day: tomorrow,
      time: '11:00',
      minutes: 30,
      version: 1,
    }),
  },
  'contacts.markAppointment': {
    ...diary,
    input: ({ participantId, pastAppointment }) => ({
      participantId,
      appointmentId: pastAppointment,
      action: 'hold',
      version: 1,
    }),
  },
  'contacts.listAppointments': {
    kind: 'read',
    about: 'dossier',
    who: COACHES_AND_PARTICIPANT,
    needs: ['appointments'],
    input: ({ participantId }) => ({ participantId }),
  },
  'contacts.followReview': {
    ...diary,
    input: ({ participantId, review }) => ({ participantId, reviewId: review, becomes: 'held' }),
  },
  'contacts.handOverDiary': { ...diary, who: [], input: betweenDiaries },
  'contacts.giveBackDiary': { ...diary, who: [], input: betweenDiaries },
}
