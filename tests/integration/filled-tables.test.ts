import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#platform/test-kit'
import { migrationsDirectory } from '../../src/platform/database/locate.ts'
import { migrate, migrationNames } from '../../src/platform/database/migrate.ts'

const appRole = 'opstap_app'
let database: TestDatabase
let owner: pg.Client
let dir: string

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false })
  dir = mkdtempSync(join(tmpdir(), 'opstap-migrations-'))
  owner = new pg.Client({ connectionString: database.ownerUrl })
})
afterEach(async () => {
  await owner.end()
  await database.drop()
  rmSync(dir, { recursive: true })
})

const bring = (names: readonly string[]): void => {
  for (const name of names) cpSync(join(migrationsDirectory(), `${name}.sql`), join(dir, `${name}.sql`))
}
/** A database as it was before a migration; the answer applies that one too. */
const before = async (name: string): Promise<() => Promise<void>> => {
  bring(migrationNames().filter(each => each < name))
  await migrate(database.ownerUrl, { dir, appRole })
  await owner.connect()
  return async () => {
    bring([name])
    expect(await migrate(database.ownerUrl, { dir, appRole })).toEqual([name])
  }
}

const TENANT = '00000000-0000-7000-8000-000000000001'
const OTHER = '00000000-0000-7000-8000-000000000002'
const id = (n: number): string => `00000000-0000-7000-8000-00000000010${n}`

test('0009: offers that were merged before lead to the one that is left, through a whole chain and within their municipality', async () => {
  const migrateIt = await before('0009_survivors_of_merges')
  for (const tenant of [TENANT, OTHER]) {
    await owner.query('insert into municipality (tenant_id, slug, name) values ($1::uuid, $1::text, $1::text)', [tenant])
    const chain = tenant === TENANT ? [2, 3, null, 3, null] : [null, null, 1, null, null]
    for (const [index, into] of chain.entries())
      await owner.query(
        `insert into offer (tenant_id, id, organisation_name, name, kind, identity_key, state, merged_into) values ($1, $2::uuid, 'X', 'X', 'activity', $2::text, $3, $4)`,
        [tenant, id(index + 1), into === null ? 'active' : 'merged', into === null ? null : id(into)],
      )
  }
  await migrateIt()
  const { rows } = await owner.query<{ tenant_id: string; id: string; survivor_id: string | null }>(
    'select tenant_id, id, survivor_id from offer order by tenant_id, id',
  )
  const led = rows.map(row => [row.tenant_id.slice(-1), row.id.slice(-1), row.survivor_id?.slice(-1) ?? null])
  expect(led).toEqual([
    ['1', '1', '3'],
    ['1', '2', '3'],
    ['1', '3', null],
    ['1', '4', '3'],
    ['1', '5', null],
    ['2', '1', null],
    ['2', '2', null],
    ['2', '3', '1'],
    ['2', '4', null],
    ['2', '5', null],
  ])
})
