import { escapeIdentifier, type Client } from 'pg'
import { z } from 'zod'
import { migrationSchema } from './migrate.ts'

/** One sentence for whoever makes or restores a backup. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

export const TableShape = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) }).readonly()
export type TableShape = z.infer<typeof TableShape>

/** First line of a backup. */
export const Manifest = z
  .object({
    format: z.literal(1),
    made: z.string(),
    migrations: z.array(z.string()),
    tables: z.array(TableShape),
  })
  .readonly()
export type Manifest = z.infer<typeof Manifest>

/** After each table: what was written of it. */
export const TableSum = z.object({ table: z.string(), rows: z.number().int(), sha256: z.string() }).readonly()
export type TableSum = z.infer<typeof TableSum>

export const SequenceValue = z.object({ name: z.string(), value: z.string() }).readonly()
/** Last line; a file without it was broken off. */
export const Ending = z.object({ complete: z.literal(true), sequences: z.array(SequenceValue) }).readonly()
export type Ending = z.infer<typeof Ending>

export const nameOf = ({ schema, name }: TableShape): string => `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`

export const columnsOf = ({ columns }: TableShape): string => columns.map(column => escapeIdentifier(column)).join(', ')

/** The queue of jobs makes its own tables and is filled again from the outbox; the list of migrations is compared, not copied. */
const notOurs = ['pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker', migrationSchema]

const tablesQuery = `
  select n.nspname as schema, c.relname as name,
    array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and c.relpersistence <> 't' and n.nspname <> all ($1)
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  group by n.nspname, c.relname
  order by n.nspname, c.relname`

const referencesQuery = `
  select fn.nspname as from_schema, f.relname as from_name, tn.nspname as to_schema, t.relname as to_name
  from pg_constraint k
  join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
  join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
  where k.contype = 'f' and k.conrelid <> k.confrelid`

type Reference = {
  readonly from_schema: string
  readonly from_name: string
  readonly to_schema: string
  readonly to_name: string
}

/** Tables that others point to come first, so that a restore never meets a row before the one it points to. */
export const inOrder = (tables: readonly TableShape[], references: readonly Reference[]): readonly TableShape[] => {
  const key = (schema: string, name: string): string => JSON.stringify([schema, name])
  const waiting = new Map(tables.map(table => [key(table.schema, table.name), table]))
  const needs = Map.groupBy(references, ({ from_schema, from_name }) => key(from_schema, from_name))
  const ordered: TableShape[] = []
  while (waiting.size > 0) {
    const free = [...waiting].filter(([id]) =>
      (needs.get(id) ?? []).every(({ to_schema, to_name }) => !waiting.has(key(to_schema, to_name))),
    )
    // Tables in a ring come in the order of their names: a restore by a superuser does not check the keys of a whole backup.
    const next = free.length > 0 ? free : [...waiting].slice(0, 1)
    for (const [id, table] of next) {
      ordered.push(table)
      waiting.delete(id)
    }
  }
  return ordered
}

/** Every table with rows of ours, in all schemas; columns that PostgreSQL computes are left out. */
export const ownTables = async (client: Client): Promise<readonly TableShape[]> => {
  const tables = await client.query<Record<string, unknown>>(tablesQuery, [notOurs])
  const references = await client.query<Reference>(referencesQuery)
  return inOrder(z.array(TableShape).parse(tables.rows), references.rows)
}

export const ownSequences = async (client: Client): Promise<z.infer<typeof SequenceValue>[]> => {
  const found = await client.query<Record<string, unknown>>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
     from pg_sequences where schemaname <> all ($1) and last_value is not null order by 1`,
    [notOurs],
  )
  return z.array(SequenceValue).parse(found.rows)
}

/** Row-level security binds the owner of a table too, and would leave rows out in silence. */
export const assertSeesEverything = async (client: Client): Promise<void> => {
  const found = await client.query<{ sees: boolean; name: string }>(
    'select rolsuper or rolbypassrls as sees, rolname as name from pg_roles where rolname = current_user',
  )
  const row = found.rows[0]
  if (row?.sees) return
  throw new BackupError(
    `The role "${row?.name}" of DATABASE_OWNER_URL does not see all rows, so it can neither back up nor restore: give it BYPASSRLS ("ALTER ROLE ${row?.name} BYPASSRLS").`,
  )
}
