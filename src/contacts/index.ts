import type { AnyUseCase } from '#platform'
import { addNote } from './use-cases/add-note.ts'
import { listNotes } from './use-cases/list-notes.ts'

export { addNote } from './use-cases/add-note.ts'
export { listNotes } from './use-cases/list-notes.ts'

export const contactsUseCases: readonly AnyUseCase[] = [addNote, listNotes]
