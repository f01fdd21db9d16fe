import { allow } from '#platform'

export const mayWriteNotes = allow({ to: 'write a note in a dossier', who: ['coach', 'workcoach'], writes: ['notes'] })
export const mayReadNotes = allow({ to: 'read the notes of a dossier', who: ['coach', 'workcoach'], reads: ['notes', 'name'] })
