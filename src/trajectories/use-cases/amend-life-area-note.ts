import { freeText } from '#kernel'
import { command } from '#platform'
import { mayOpenLifeAreas } from '../access.ts'
import { updateNote } from '../storage/life-area-notes.ts'
import { insertEarlierWords } from '../storage/life-areas.ts'
import { changeLifeAreaNote, LifeAreaNoteKey, LifeAreaNoteSaved } from './life-area-note-parts.ts'

export const amendLifeAreaNote = command({
  name: 'trajectories.amendLifeAreaNote',
  summary: 'Improves what was written about a life area; the earlier words stay readable',
  input: LifeAreaNoteKey.extend({ words: freeText(5_000, 1) }),
  output: LifeAreaNoteSaved,
  access: mayOpenLifeAreas,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/life-area-notes/{noteId}' },
  run: context => {
    const { db, tenantId, memberId, input, now } = context
    const scope = { tenantId, participantId: input.participantId }
    return changeLifeAreaNote(context, { removed: false, field: 'words' }, note =>
      Promise.all([
        updateNote(db, scope, note, { words: input.words }),
        insertEarlierWords(db, scope, {
          ofId: note.id,
          area: note.area,
          version: note.version,
          words: note.words,
          until: undefined,
          replacedAt: now,
          replacedBy: memberId,
        }),
      ]),
    )
  },
})
