import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Client } from 'pg'
import { backup } from './backup.ts'
import { restore } from './backup-restore.ts'
import { migrate } from './migrate.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

const schema = `
  create schema auth;
  create table auth.person (id uuid primary key, name text not null);
  -- Named so that the order of the alphabet would be wrong.
  create table zone (id integer primary key, title text);
  create table area (
    id bigint generated always as identity primary key, zone_id integer references zone (id), above bigint references area (id),
    words text, facts jsonb, bytes bytea, day date, amount numeric(12, 2), at timestamptz default now(), tags text[],
    length integer generated always as (char_length(words)) stored
  );
  alter table area enable row level security;
  alter table area force row level security;
  create table "Odd Name" ("a b" text, "select" integer);
  create table wheel (id integer primary key, title text);
  insert into wheel values (1, 'Wonen');`

const rows = `
  insert into auth.person values ('01890000-0000-7000-8000-000000000001', 'Fatma Yıldız');
  insert into zone values (1, 'Noord'), (2, null);
  insert into area (zone_id, above, words, facts, bytes, day, amount, tags) values
    (1, null, E'tab\\t line\\n return\\r back\\\\slash \\\\N \\\\.', '{"a": "\\u00e9\\n"}', '\\x00ff0a5c2e0a', '2026-11-22', 12.50, '{a,"b c",null}'),
    (1, 1, E'\\\\.', null, null, null, null, '{}'),
    (2, 1, '', 'null', '\\x', 'infinity', 'NaN', null),
    (null, 2, 'مرحبا 👋', '[]', null, '0044-03-15 BC', -0.01, '{{1,2},{3,4}}');
  delete from area where id = 3;
  insert into "Odd Name" values (E'x\\ty', 1), (null, null);
  update wheel set title = 'Wonen en buurt';`

const appRole = 'opstap_app'
let dir: string
let file: string
let made: TestDatabase[]

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'opstap-backup-'))
  file = join(dir, 'backup.sql.gz')
  made = []
})
afterEach(async () => {
  rmSync(dir, { recursive: true })
  await Promise.all(made.map(database => database.drop()))
})

const run = async (url: string, text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

/** A database with the tables of this test. */
const withSchema = async (migrations: Readonly<Record<string, string>> = { '0001_all.sql': schema }): Promise<string> => {
  const migrationsDir = mkdtempSync(join(dir, 'migrations-'))
  for (const [name, text] of Object.entries(migrations)) writeFileSync(join(migrationsDir, name), text)
  const database = await createTestDatabase({ migrated: false })
  made.push(database)
  await migrate(database.ownerUrl, { dir: migrationsDir, appRole })
  return database.ownerUrl
}

const filled = async (): Promise<string> => {
  const url = await withSchema()
  await run(url, rows)
  return url
}

const everything = async (url: string): Promise<readonly unknown[]> =>
  Promise.all(
    ['auth.person', 'zone', 'area', '"Odd Name"', 'wheel'].map(table =>
      run(url, `select t::text as row from ${table} t order by 1`),
    ),
  )

test('given rows of every kind, when backed up and restored, then every row is equal and numbering goes on after the last', async () => {
  const source = await filled()
  const target = await withSchema()
  expect(await backup(source, file)).toEqual({ tables: 5, rows: 9 })
  expect(await restore(target, file)).toEqual({ tables: 5, rows: 9 })
  const before = await everything(source)
  expect(before.flat()).toHaveLength(9)
  expect(await everything(target)).toEqual(before)
  expect(await run(target, "insert into area (words) values ('next') returning id")).toEqual([{ id: '5' }])
})

test('given a backup, then only its owner may read the file, it is text for psql, and a second one does not replace it', async () => {
  const source = await filled()
  await backup(source, file)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  expect(lines).toContain('COPY "auth"."person" ("id", "name") FROM stdin;')
  expect(lines).toContain('01890000-0000-7000-8000-000000000001\tFatma Yıldız')
  await expect(backup(source, file)).rejects.toThrow('is there already')
})

test('given a database with rows, when restored into, then it is refused and keeps its rows', async () => {
  const source = await filled()
  await backup(source, file)
  const before = await everything(source)
  await expect(restore(source, file)).rejects.toThrow('The database is not empty (')
  expect(await everything(source)).toEqual(before)
})

test('given a database of another version, when restored into, then the sentence names the difference', async () => {
  await backup(await filled(), file)
  const newer = await withSchema({ '0001_all.sql': schema, '0002_more.sql': 'create table pear ();' })
  await expect(restore(newer, file)).rejects.toThrow('of another version of Opstap (the database also has 0002_more)')
  const older = await withSchema({ '0001_first.sql': 'create table pear ();' })
  await expect(restore(older, file)).rejects.toThrow('of another version of Opstap (it needs 0001_all)')
})

test.each<[string, (whole: Buffer) => Buffer]>([
  ['a file cut in half', whole => whole.subarray(0, whole.length / 2)],
  ['a file cut in half and closed in good order', whole => gzipSync(gunzipSync(whole).subarray(0, 900))],
  [
    'a file without its last line',
    whole =>
      gzipSync(
        gunzipSync(whole)
          .toString('latin1')
          .replace(/-- \{"complete".*\n/, ''),
      ),
  ],
  ['another text in a row', whole => gzipSync(gunzipSync(whole).toString('utf8').replace('Yıldız', 'Yildiz'))],
  ['a row less', whole => gzipSync(gunzipSync(whole).toString('utf8').replace('2\t\\N\n', ''))],
  ['a changed byte', whole => Buffer.concat([whole.subarray(0, 700), Buffer.from([whole[700]! ^ 255]), whole.subarray(701)])],
  ['no backup at all', () => gzipSync('hello\n')],
  ['no compressed file', () => Buffer.from('hello')],
])('given %s, when restored, then a sentence says so and the database stays empty', async (_, damage) => {
  await backup(await filled(), file)
  writeFileSync(file, damage(readFileSync(file)))
  const target = await withSchema()
  await expect(restore(target, file)).rejects.toThrow(/is damaged|is not a backup/)
  expect(await run(target, 'select (select count(*) from zone)::int as zones, (select title from wheel) as wheel')).toEqual([
    { zones: 0, wheel: 'Wonen' },
  ])
})

test('given no such file, when restored, then a sentence says so', async () => {
  await expect(restore(await withSchema(), join(dir, 'nothing'))).rejects.toThrow('There is no file ')
})

test('given people who work on, when backed up, then the file holds one moment', async () => {
  const source = await withSchema({
    '0001_all.sql':
      'create table a_first (n integer); create table z_last (n integer); insert into a_first values (0); insert into z_last values (0);',
  })
  const writer = new Client({ connectionString: source })
  await writer.connect()
  let writing = true
  const work = (async () => {
    for (let n = 1; writing; n += 1)
      await writer.query(`begin; insert into a_first values (${n}); insert into z_last values (${n}); commit`)
  })()
  const { rows: count } = await backup(source, file)
  writing = false
  await work
  await writer.end()
  const halves = gunzipSync(readFileSync(file))
    .toString('utf8')
    .match(/"rows":\d+/g)
  expect(halves).toEqual([`"rows":${count / 2}`, `"rows":${count / 2}`])
})

test('given a role that row-level security binds, when it backs up, then it is refused instead of leaving rows out', async () => {
  const database = await createTestDatabase()
  made.push(database)
  await expect(backup(database.appUrl, file)).rejects.toThrow('does not see all rows')
})

test('given the migrations of this repository, when backed up and restored, then a municipality and its accounts are there', async () => {
  const [source, target] = await Promise.all([createTestDatabase(), createTestDatabase()])
  made.push(source, target)
  await run(
    source.ownerUrl,
    `insert into auth."user" (id, name, email) values ('01890000-0000-7000-8000-000000000002', 'Anna', 'anna@example.test');
     insert into municipality (tenant_id, slug, name) values ('01890000-0000-7000-8000-000000000001', 'dorp', 'Dorp');`,
  )
  const summary = await backup(source.ownerUrl, file)
  expect(summary.tables).toBeGreaterThan(20)
  expect(await restore(target.ownerUrl, file)).toEqual(summary)
  expect(await run(target.ownerUrl, 'select (select name from auth."user"), (select name from municipality) as town')).toEqual([
    { name: 'Anna', town: 'Dorp' },
  ])
})
