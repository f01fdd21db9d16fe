import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayIn } from '#kernel'
import { configureBsn } from '#people'
import { configurePaperCodes } from '#platform'
import { createTestDatabase } from '#platform/test-kit'
import { SELF_REACH } from '#sharing'
import { wordless } from '../../src/desk/my/data/say-record.ts'
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

/** Every row that Selam may read, as the page of everything gets it. */
const rowsOfSelam = async (): Promise<readonly { readonly table: string; readonly row: Record<string, unknown> }[]> => {
  const tables = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'participant_id'
     where c.relkind in ('r', 'p') and substring(obj_description(c.oid, 'pg_class') from '^slice:(.*)$') = any($1)`,
    [SELF_REACH.reads],
  )
  const found = await Promise.all(
    tables.rows.map(async ({ name }) => {
      const { rows } = await owner.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) - 'tenant_id' - 'participant_id' as row from ${name} t
         where t.participant_id = (select participant_id from participant where call_name = 'Selam' limit 1)`,
      )
      return rows.map(({ row }) => ({ table: name, row }))
    }),
  )
  return found.flat()
}

test.each(['nl', 'en', 'ar'] as const)('%s: all that is known of Selam has words: no raw column, code or id', async lang => {
  const rows = await rowsOfSelam()
  expect(rows.length).toBeGreaterThan(100)
  const missing = rows.flatMap(({ table, row }) =>
    wordless(row, { lang, today: dayIn(new Date()), members: {} }).map(name => `${table}.${name}`),
  )
  expect([...new Set(missing)].filter(name => !/_hash|_encrypted/.test(name))).toEqual([])
})
