import type { CalendarDay, LifeAreaNoteId } from '#kernel'
import type { Db } from '#platform'
import { type LifeArea, LifeAreaNote } from '../domain/life-area.ts'
import type { Scope, TrajectoriesTables } from './tables.ts'

interface Row {
  readonly id: string
  readonly area: string
  readonly words: string
  readonly written_at: Date
  readonly written_by: string
  readonly version: number
}

const toNote = (row: Row): LifeAreaNote =>
  LifeAreaNote.parse({
    id: row.id,
    area: row.area,
    words: row.words,
    writtenAt: row.written_at.toISOString(),
    writtenBy: row.written_by,
    version: row.version,
  })

const notes = (db: Db, scope: Scope) =>
  db
    .withTables<TrajectoriesTables>()
    .selectFrom('life_area_note as n')
    .select(['n.id', 'n.area', 'n.words', 'n.written_at', 'n.written_by', 'n.version'])
    .where('n.tenant_id', '=', scope.tenantId)
    .where('n.participant_id', '=', scope.participantId)

const whileOpen = (db: Db, scope: Scope, today: CalendarDay) =>
  notes(db, scope).where(eb =>
    eb.exists(
      eb
        .selectFrom('life_area as l')
        .select('l.id')
        .whereRef('l.tenant_id', '=', 'n.tenant_id')
        .whereRef('l.participant_id', '=', 'n.participant_id')
        .whereRef('l.area', '=', 'n.area')
        .where('l.closed_on', 'is', null)
        .where('l.until', '>=', today),
    ),
  )

/** Oldest first; nothing when no period of this area runs on this day. */
export const listNotesWhileOpen = async (
  db: Db,
  scope: Scope,
  area: LifeArea,
  today: CalendarDay,
): Promise<readonly LifeAreaNote[]> => {
  const rows = await whileOpen(db, scope, today)
    .where('n.area', '=', area)
    .where('n.removed_at', 'is', null)
    .orderBy('n.written_at')
    .orderBy('n.id')
    .execute()
  return rows.map(toNote)
}

/** Which area each text is about, also one that was taken away; nothing of an area that is shut on this day. */
export const listNoteAreasWhileOpen = async (
  db: Db,
  scope: Scope,
  today: CalendarDay,
): Promise<readonly Pick<LifeAreaNote, 'id' | 'area'>[]> =>
  (await whileOpen(db, scope, today).execute()).map(toNote).map(({ id, area }) => ({ id, area }))

/** For the person: what was written is theirs to read, also when the area is shut for others. */
export const listOwnNotes = async (db: Db, scope: Scope, area: LifeArea): Promise<readonly LifeAreaNote[]> => {
  const rows = await notes(db, scope)
    .where('n.area', '=', area)
    .where('n.removed_at', 'is', null)
    .orderBy('n.written_at')
    .orderBy('n.id')
    .execute()
  return rows.map(toNote)
}

/** For changing, while its area is open. */
export const lockNoteWhileOpen = async (
  db: Db,
  scope: Scope,
  id: LifeAreaNoteId,
  { today, removed }: { readonly today: CalendarDay; readonly removed: boolean },
): Promise<LifeAreaNote | undefined> => {
  const row = await whileOpen(db, scope, today)
    .where('n.id', '=', id)
    .where('n.removed_at', removed ? 'is not' : 'is', null)
    .forUpdate('n')
    .executeTakeFirst()
  return row === undefined ? undefined : toNote(row)
}

export const insertNote = async (db: Db, scope: Scope, note: LifeAreaNote): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .insertInto('life_area_note')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: note.id,
      area: note.area,
      words: note.words,
      written_at: new Date(note.writtenAt),
      written_by: note.writtenBy,
      removed_at: null,
      version: note.version,
    })
    .execute()
}

/** Saves as the next version. */
export const updateNote = async (
  db: Db,
  scope: Scope,
  { id, version }: Pick<LifeAreaNote, 'id' | 'version'>,
  change: { readonly words: string } | { readonly removedAt: Date | null },
): Promise<void> => {
  await db
    .withTables<TrajectoriesTables>()
    .updateTable('life_area_note')
    .set({ ...('words' in change ? { words: change.words } : { removed_at: change.removedAt }), version: version + 1 })
    .where('tenant_id', '=', scope.tenantId)
    .where('id', '=', id)
    .execute()
}
