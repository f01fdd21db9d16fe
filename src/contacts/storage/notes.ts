import type { ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { Note } from '../domain/note.ts'
import type { ContactsTables } from './tables.ts'

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

export const listNotes = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  limit: number,
): Promise<readonly Note[]> => {
  const rows = await db
    .withTables<ContactsTables>()
    .selectFrom('note')
    .select(['id', 'participant_id', 'words', 'kind', 'happened_on', 'written_at', 'written_by', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .orderBy('written_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row =>
    Note.parse({
      id: row.id,
      participantId: row.participant_id,
      words: row.words,
      kind: row.kind,
      happenedOn: row.happened_on,
      writtenAt: row.written_at,
      writtenBy: row.written_by,
      version: row.version,
    }),
  )
}
