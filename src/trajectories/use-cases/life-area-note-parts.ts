import { z } from 'zod'
import { accept, type Decision, LifeAreaNoteId, ParticipantId, refuse } from '#kernel'
import { type CommandContext, found } from '#platform'
import type { LifeAreaNote } from '../domain/life-area.ts'
import { lockNoteWhileOpen } from '../storage/life-area-notes.ts'

/** Which note, in whose dossier, and the version that was looked at. */
export const LifeAreaNoteKey = z.object({
  participantId: ParticipantId,
  noteId: LifeAreaNoteId,
  version: z.coerce.number().int().positive(),
})
export const LifeAreaNoteSaved = z.object({ noteId: LifeAreaNoteId, version: z.number() })

/** Load and lock while its area is open → change → record: the same for every change of such a note. */
export const changeLifeAreaNote = async (
  context: CommandContext<z.infer<typeof LifeAreaNoteKey>>,
  { removed, field }: { readonly removed: boolean; readonly field: string },
  change: (note: LifeAreaNote) => Promise<unknown>,
): Promise<Decision<z.infer<typeof LifeAreaNoteSaved>>> => {
  const { db, tenantId, input, today, record } = context
  const scope = { tenantId, participantId: input.participantId }
  const note = found(await lockNoteWhileOpen(db, scope, input.noteId, { today, removed }), 'lifeAreaNote')
  if (note.version !== input.version) return refuse('versionConflict', undefined, { current: note })
  await change(note)
  record({ entity: 'lifeAreaNote', id: note.id, version: note.version + 1, fields: [field] })
  return accept({ noteId: note.id, version: note.version + 1 })
}
