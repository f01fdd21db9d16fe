import { command } from '#platform'
import { mayOpenLifeAreas } from '../access.ts'
import { updateNote } from '../storage/life-area-notes.ts'
import { changeLifeAreaNote, LifeAreaNoteKey, LifeAreaNoteSaved } from './life-area-note-parts.ts'

const shared = { input: LifeAreaNoteKey, output: LifeAreaNoteSaved, access: mayOpenLifeAreas } as const

export const removeLifeAreaNote = command({
  ...shared,
  name: 'trajectories.removeLifeAreaNote',
  summary: 'Takes away what was written about a life area; it can be brought back',
  subject: input => input.participantId,
  rest: { method: 'DELETE', path: '/participants/{participantId}/life-area-notes/{noteId}' },
  run: context => {
    const { db, tenantId, input, now } = context
    return changeLifeAreaNote(context, { removed: false, field: 'removedAt' }, note =>
      updateNote(db, { tenantId, participantId: input.participantId }, note, { removedAt: now }),
    )
  },
})

export const restoreLifeAreaNote = command({
  ...shared,
  name: 'trajectories.restoreLifeAreaNote',
  summary: 'Brings back what was taken away from a life area',
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/life-area-notes/{noteId}/restoration' },
  run: context => {
    const { db, tenantId, input } = context
    return changeLifeAreaNote(context, { removed: true, field: 'removedAt' }, note =>
      updateNote(db, { tenantId, participantId: input.participantId }, note, { removedAt: null }),
    )
  },
})
