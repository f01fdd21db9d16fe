import { z } from 'zod'
import { accept, freeText, LifeAreaId, LifeAreaNoteId, ParticipantId } from '#kernel'
import { command, found } from '#platform'
import { mayOpenLifeAreas } from '../access.ts'
import { mayNote } from '../domain/life-area.ts'
import { insertNote } from '../storage/life-area-notes.ts'
import { listRunningOpenings } from '../storage/life-areas.ts'
import { LifeAreaNoteSaved } from './life-area-note-parts.ts'

export const addLifeAreaNote = command({
  name: 'trajectories.addLifeAreaNote',
  summary: 'Writes something down about a life area while it is open',
  input: z.object({ participantId: ParticipantId, lifeAreaId: LifeAreaId, words: freeText(5_000, 1) }),
  output: LifeAreaNoteSaved,
  access: mayOpenLifeAreas,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/life-areas/{lifeAreaId}/notes', status: 201 },
  run: async ({ db, tenantId, memberId, input, now, today, newId, record }) => {
    const { participantId, lifeAreaId, words } = input
    const scope = { tenantId, participantId }
    const running = await listRunningOpenings(db, scope, today)
    const opening = found(
      running.find(each => each.id === lifeAreaId),
      'lifeArea',
    )
    const allowed = mayNote(opening, today)
    if (!allowed.ok) return allowed
    const noteId = newId<LifeAreaNoteId>()
    const written = { writtenAt: now.toISOString(), writtenBy: memberId, version: 1 }
    await insertNote(db, scope, { id: noteId, area: opening.area, words, ...written })
    record({ entity: 'lifeAreaNote', id: noteId, version: 1, fields: ['words'] })
    return accept({ noteId, version: 1 })
  },
})
