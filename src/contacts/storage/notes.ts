import { sql } from 'kysely'
import type { MembershipId, NoteId, ParticipantId, TenantId } from '#kernel'
import { type Db, found, prepared } from '#platform'
import { Note } from '../domain/note.ts'
import type { ContactsTables } from './tables.ts'

const COLUMNS = ['id', 'participant_id', 'words', 'kind', 'happened_on', 'written_at', 'written_by', 'version'] as const

const toNote = (row: Pick<ContactsTables['note'], (typeof COLUMNS)[number]>): Note =>
  Note.parse({
    id: row.id,
    participantId: row.participant_id,
    words: row.words,
    kind: row.kind,
    happenedOn: row.happened_on,
    writtenAt: row.written_at,
    writtenBy: row.written_by,
    version: row.version,
  })

export const insertNote = async (db: Db, tenantId: TenantId, note: Note): Promise<void> => {
  await db
    .withTables<ContactsTables>()
    .insertInto('note')
    .values({
      tenant_id: tenantId,
      id: note.id,
      participant_id: note.participantId,
      words: note.words,
      kind: note.kind,
      happened_on: note.happenedOn,
      written_at: note.writtenAt,
      written_by: note.writtenBy,
      version: note.version,
    })
    .execute()
}

export const getNote = async (db: Db, tenantId: TenantId, participantId: ParticipantId, id: NoteId): Promise<Note> => {
  const row = await db
    .withTables<ContactsTables>()
    .selectFrom('note')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return toNote(found(row, 'note'))
}

/** Replaces the words and keeps the earlier ones; false when somebody else was first. */
export const replaceNote = async (
  db: Db,
  tenantId: TenantId,
  note: Note,
  words: string,
  by: { readonly memberId: MembershipId; readonly at: Date },
): Promise<boolean> => {
  const tables = db.withTables<ContactsTables>()
  const [updated] = await Promise.all([
    tables
      .updateTable('note')
      .set({ words, version: note.version + 1 })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', note.id)
      .where('version', '=', note.version)
      .executeTakeFirst(),
    tables
      .insertInto('note_version')
      .values({
        tenant_id: tenantId,
        note_id: note.id,
        version: note.version,
        participant_id: note.participantId,
        words: note.words,
        replaced_at: by.at,
        replaced_by: by.memberId,
      })
      .execute(),
  ])
  return updated.numUpdatedRows === 1n
}

const newest = prepared<{ tenantId: TenantId; participantId: ParticipantId; limit: number }>()((db, param) =>
  db
    .withTables<ContactsTables>()
    .selectFrom('note')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('written_at', 'desc')
    .limit(param('limit')),
)

export const listNotes = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  limit: number,
): Promise<readonly Note[]> => (await newest(db, { tenantId, participantId, limit })).map(toNote)

const lastDays = prepared<{ tenantId: TenantId; ids: readonly ParticipantId[] }>()(
  (_db, param) => sql<{ id: string; last: string }>`
    select p.id, n.happened_on as last
    from unnest(${param('ids')}::uuid[]) as p (id)
    cross join lateral (
      select happened_on from note where tenant_id = ${param('tenantId')} and participant_id = p.id order by written_at desc limit 1
    ) n`,
)

/** The day of the last written note per dossier, of those that the actor reaches: to see who has been silent. */
export const lastNoteDays = async (
  db: Db,
  tenantId: TenantId,
  ids: readonly ParticipantId[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await lastDays(db, { tenantId, ids })
  return new Map(rows.map(row => [row.id, row.last]))
}
