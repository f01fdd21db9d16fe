import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { appliedMigrations, migrate, migrationNames, pendingMigrations } from './migrate.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

const appRole = 'opstap_app'
let database: TestDatabase
let dir: string

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false })
  dir = mkdtempSync(join(tmpdir(), 'opstap migrations '))
})
afterEach(async () => {
  await database.drop()
  rmSync(dir, { recursive: true })
})

const write = (files: Readonly<Record<string, string>>): void =>
  Object.entries(files).forEach(([name, text]) => writeFileSync(join(dir, name), text))

const query = async (url: string, text: string): Promise<readonly unknown[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

test('given two files, when migrated, then both are applied in order and the application may use what they grant', async () => {
  write({
    '0002_grant.sql': "grant select on pear to :app_role; create function a() returns text language sql as $$ select '$&' $$;",
    '0001_pear.sql': 'create table pear (id integer); insert into pear values (7);',
  })
  expect(await pendingMigrations(database.ownerUrl, dir)).toEqual(['0001_pear', '0002_grant'])
  expect(await migrate(database.ownerUrl, { dir, appRole })).toEqual(['0001_pear', '0002_grant'])
  expect(await query(database.appUrl, 'select id, a() from pear')).toEqual([{ id: 7, a: '$&' }])
  expect(await pendingMigrations(database.appUrl, dir)).toEqual([])
  expect(await migrate(database.ownerUrl, { dir, appRole })).toEqual([])
})

test('given a second file that breaks off, when migrated, then the first stays, the second leaves nothing and the sentence names it', async () => {
  write({ '0001_pear.sql': 'create table pear (id integer);', '0002_plum.sql': 'create table plum (id integer); select 1 / 0;' })
  await expect(migrate(database.ownerUrl, { dir, appRole })).rejects.toThrow(
    'Migration 0002_plum failed and was undone: division by zero',
  )
  expect(await appliedMigrations(database.ownerUrl)).toEqual(['0001_pear'])
  expect(await query(database.ownerUrl, "select to_regclass('plum')::text as plum")).toEqual([{ plum: null }])
})

test('given a database that had a later file before an earlier one came along, when migrated, then it gets the earlier one', async () => {
  write({ '0001_pear.sql': 'create table pear (id integer);', '0003_plum.sql': 'create table plum (id integer);' })
  await migrate(database.ownerUrl, { dir, appRole })
  write({ '0002_fig.sql': 'create table fig (id integer);' })
  expect(await migrate(database.ownerUrl, { dir, appRole })).toEqual(['0002_fig'])
  expect(await pendingMigrations(database.ownerUrl, dir)).toEqual([])
})

test('given a database that had a newer migration, when migrated, then it is refused with its name', async () => {
  write({ '0001_pear.sql': 'select 1;', '0002_plum.sql': 'select 1;' })
  await migrate(database.ownerUrl, { dir, appRole })
  rmSync(join(dir, '0002_plum.sql'))
  await expect(migrate(database.ownerUrl, { dir, appRole })).rejects.toThrow(
    'The database had migration 0002_plum, which this version of Opstap does not know: run the newer version.',
  )
})

test('given six processes that migrate at once, then every file is applied once and the queue stands', async () => {
  write({ '0001_pear.sql': 'create table pear (id integer);', '0002_plum.sql': 'create table plum (id integer);' })
  const names = await Promise.all(Array.from({ length: 6 }, () => migrate(database.ownerUrl, { dir, appRole })))
  expect(names.flat().toSorted()).toEqual(['0001_pear', '0002_plum'])
  expect(await query(database.appUrl, 'select count(*)::int as jobs from graphile_worker._private_jobs')).toEqual([{ jobs: 0 }])
})

test('given a role that can pass by row-level security, when it would be the application, then it is refused', async () => {
  write({ '0001_pear.sql': 'select 1;' })
  await expect(migrate(database.ownerUrl, { dir, appRole: 'opstap_owner' })).rejects.toThrow('can pass by row-level security')
  await expect(migrate(database.ownerUrl, { dir, appRole: 'nobody_here' })).rejects.toThrow(
    '"nobody_here" of DATABASE_URL does not exist',
  )
})

test('given the migrations of this repository, when migrated, then none is pending', async () => {
  expect(await migrate(database.ownerUrl, { appRole })).toEqual(migrationNames())
  expect(await pendingMigrations(database.appUrl)).toEqual([])
})
