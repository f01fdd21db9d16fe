import { sql } from 'kysely'
import { type ParticipantId, type Slice, SLICES, type TenantId } from '#kernel'
import type { Db } from './pool.ts'

export interface DossierTable {
  readonly table: string
  readonly slice: Slice
  /** As stored, without municipality and secrets; the columns by their own names. */
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** What lets somebody in is no data about anybody; from where somebody looked is data about that one. */
const SECRET = /_hash$|_encrypted$|^origin$/

const ROWS = 5_000

/**
 * Everything that is kept about one person, in every table that says of itself to which slice it belongs: so that somebody who
 * asks for all of it gets all of it, also from a table that was added yesterday. Row-level security decides which rows come.
 */
export const readDossierRows = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<readonly DossierTable[]> => {
  const plain = db.withTables<Record<never, never>>()
  const { rows: tables } = await sql<{ name: string; slice: string }>`
    select c.relname as name, substring(obj_description(c.oid, 'pg_class') from '^slice:(.*)$') as slice
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'participant_id'
    where c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') like 'slice:%'
    order by c.relname`.execute(plain)
  return Promise.all(
    tables.flatMap(({ name, slice }) => {
      const known = SLICES.find(each => each === slice)
      return known === undefined ? [] : [rowsOf(db, name, known, tenantId, participantId)]
    }),
  )
}

const rowsOf = async (
  db: Db,
  table: string,
  slice: Slice,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<DossierTable> => {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(t) - 'tenant_id' - 'participant_id' as row from ${sql.table(table)} t
    where t.tenant_id = ${tenantId} and t.participant_id = ${participantId}
    order by to_jsonb(t) ->> 'id' desc limit ${ROWS}`.execute(db.withTables<Record<never, never>>())
  return {
    table,
    slice,
    rows: rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([column]) => !SECRET.test(column)))),
  }
}
