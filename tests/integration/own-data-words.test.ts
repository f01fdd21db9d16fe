import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayIn } from '#kernel'
import { configureBsn } from '#people'
import { configurePaperCodes } from '#platform'
import { createTestDatabase } from '#platform/test-kit'
import { ARCHIVE_REASONS } from '#plans'
import { SELF_REACH } from '#sharing'
import { REPEATS } from '../../src/desk/my/data/get-my-data.ts'
import { isTechnical, wordless } from '../../src/desk/my/data/say-record.ts'
import { labelOf } from '../../src/desk/my/data/texts.ts'
import { phasesOf } from '../../src/trajectories/domain/phases.ts'
import { TRAJECTORY_ACTIONS } from '../../src/trajectories/domain/trajectory-actions.ts'
import { EndReason, PauseReason } from '../../src/trajectories/domain/trajectory.ts'
import { TrajectoryType } from '../../src/trajectories/domain/trajectory-types.ts'
import { startDemo } from '../../src/shell/demo/start-demo.ts'

const SECRET = 'a secret for tests only, long enough'
let database: Awaited<ReturnType<typeof createTestDatabase>>
let owner: pg.Pool

beforeAll(async () => {
  configureBsn(SECRET)
  configurePaperCodes(SECRET)
  database = await createTestDatabase()
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  await startDemo(database, () => undefined)
}, 120_000)
afterAll(async () => {
  await owner.end()
  await database.drop()
})

/** Every row that the people of the demo may read of themselves, as the page of everything gets it. */
const rowsOfPeople = async (): Promise<readonly { readonly table: string; readonly row: Record<string, unknown> }[]> => {
  const tables = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'participant_id'
     where c.relkind in ('r', 'p') and substring(obj_description(c.oid, 'pg_class') from '^slice:(.*)$') = any($1)`,
    [SELF_REACH.reads],
  )
  const found = await Promise.all(
    tables.rows
      .filter(({ name }) => !REPEATS.has(name))
      .map(async ({ name }) => {
        const { rows } = await owner.query<{ row: Record<string, unknown> }>(
          `select to_jsonb(t) - 'tenant_id' - 'participant_id' as row from ${name} t`,
        )
        return rows.map(({ row }) => ({ table: name, row }))
      }),
  )
  return found.flat()
}

test.each(['nl', 'en', 'ar'] as const)('%s: all that is known of somebody has words: no raw column, code or id', async lang => {
  const rows = await rowsOfPeople()
  expect(rows.length).toBeGreaterThan(1000)
  const missing = rows.flatMap(({ table, row }) =>
    wordless(row, { lang, today: dayIn(new Date()), members: {} }).map(name => `${table}.${name}`),
  )
  expect([...new Set(missing)].filter(name => !/_hash|_encrypted/.test(name))).toEqual([])
})

/** The codes that the schema allows in a column of a table that a person reads: also those that nobody in the demo has. */
const codesOfSchema = async (): Promise<
  readonly { readonly table: string; readonly column: string; readonly code: string }[]
> => {
  const { rows } = await owner.query<{ table: string; column: string; codes: string }>(
    `select c.relname as table, a.attname as column, pg_get_constraintdef(k.oid) as codes
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
     where k.contype = 'c' and cardinality(k.conkey) = 1 and a.atttypid in ('text'::regtype, 'text[]'::regtype)
       and substring(obj_description(c.oid, 'pg_class') from '^slice:(.*)$') = any($1)`,
    [SELF_REACH.reads],
  )
  return rows.flatMap(({ table, column, codes }) =>
    [...codes.matchAll(/'([\w-]+)'::text/g)].map(([, code]) => ({ table, column, code: code ?? '' })),
  )
}

test.each(['nl', 'en', 'ar'] as const)('%s: every code that the schema allows has words', async lang => {
  const codes = await codesOfSchema()
  expect(codes.length).toBeGreaterThan(50)
  const saying = { lang, today: dayIn(new Date()), members: {} }
  const missing = codes.flatMap(({ table, column, code }) =>
    isTechnical(column) ? [] : wordless({ [column]: code }, saying).map(name => `${table}.${name}`),
  )
  expect([...new Set(missing)]).toEqual([])
})

/** Codes that the code decides about, not the schema. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  type: TrajectoryType.options,
  phase: TrajectoryType.options.flatMap(type => phasesOf(type).map(({ key }) => key)),
  action: TRAJECTORY_ACTIONS,
  pause_reason: PauseReason.options,
  end_reason: EndReason.options,
  archive_reason: ARCHIVE_REASONS,
}

test.each(['nl', 'en', 'ar'] as const)('%s: every kind, phase and reason has words', lang => {
  const saying = { lang, today: dayIn(new Date()), members: {} }
  const missing = Object.entries(CODES).flatMap(([column, codes]) => codes.flatMap(code => wordless({ [column]: code }, saying)))
  expect(missing).toEqual([])
})

test('every column of those tables has a name that people use', async () => {
  const { rows } = await owner.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
       and substring(obj_description(c.oid, 'pg_class') from '^slice:(.*)$') = any($1)`,
    [SELF_REACH.reads],
  )
  const shown = rows.filter(
    ({ table, column }) =>
      !REPEATS.has(table) && !isTechnical(column) && !/^(tenant|participant)_id$|_hash$|_encrypted$/.test(column),
  )
  const missing = shown.filter(({ column }) => labelOf('column', column, 'nl') === undefined)
  expect(missing.map(({ table, column }) => `${table}.${column}`)).toEqual([])
})
