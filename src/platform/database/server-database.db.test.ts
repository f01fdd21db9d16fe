import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backup } from './backup.ts'
import { restore } from './backup-restore.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

/** A database on somebody's own server: its owner is no superuser, and the names of the roles are theirs. */
type Own = { readonly database: TestDatabase; readonly ownerUrl: string; readonly appUrl: string }

const password = 'a-long-test-password'
let roles: { readonly owner: string; readonly app: string }
let made: TestDatabase[]
let dir: string

const run = async (url: string, text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

const withUser = (url: string, user: string): string => url.replace(/\/\/[^@]+@/, `//${user}:${password}@`)

const makeDatabase = async (): Promise<Own> => {
  const database = await createTestDatabase({ migrated: false })
  made.push(database)
  const [row] = await run(database.ownerUrl, 'select current_database() as name')
  await run(
    database.ownerUrl,
    `alter database ${String(row?.name)} owner to ${roles.owner}; alter schema public owner to ${roles.owner}`,
  )
  return { database, ownerUrl: withUser(database.ownerUrl, roles.owner), appUrl: withUser(database.appUrl, roles.app) }
}

beforeEach(async () => {
  made = []
  dir = mkdtempSync(join(tmpdir(), 'opstap-server-'))
  const suffix = Math.random().toString(36).slice(2)
  roles = { owner: `town_owner_${suffix}`, app: `town_app_${suffix}` }
  const any = await createTestDatabase({ migrated: false })
  await run(
    any.ownerUrl,
    `create role ${roles.owner} login createrole password '${password}'; create role ${roles.app} login password '${password}'`,
  )
  // On a new server the owner makes these itself, and so is their administrator.
  await run(any.ownerUrl, `grant opstap_search, opstap_gate to ${roles.owner} with admin option`)
  await any.drop()
})
afterEach(async () => {
  const admin = await createTestDatabase({ migrated: false })
  await Promise.all(made.map(database => database.drop()))
  await run(admin.ownerUrl, `drop role ${roles.app}; drop role ${roles.owner}`)
  await admin.drop()
  rmSync(dir, { recursive: true })
})

test('given an owner without superuser rights, when migrated, then everything is applied and the application may look', async () => {
  const { ownerUrl, appUrl } = await makeDatabase()
  await migrate(ownerUrl, { appRole: roles.app })
  expect(await pendingMigrations(appUrl)).toEqual([])
  expect(await run(appUrl, 'select count(*)::int as seen from municipality')).toEqual([{ seen: 0 }])
})

test('given such an owner with BYPASSRLS, when backed up and restored, then keys to other tables are kept; without it, it is refused', async () => {
  const [source, target] = [await makeDatabase(), await makeDatabase()]
  await migrate(source.ownerUrl, { appRole: roles.app })
  await migrate(target.ownerUrl, { appRole: roles.app })
  const tenant = '01890000-0000-7000-8000-000000000001'
  await run(
    source.database.ownerUrl,
    `insert into municipality (tenant_id, slug, name) values ('${tenant}', 'dorp', 'Dorp');
     insert into organisation (tenant_id, id, name, kind) values ('${tenant}', '${tenant}', 'Samen', 'welfare');`,
  )
  const file = join(dir, 'backup')
  await expect(backup(source.ownerUrl, file)).rejects.toThrow('give it BYPASSRLS')
  await run(source.database.ownerUrl, `alter role ${roles.owner} bypassrls`)
  const summary = await backup(source.ownerUrl, file)
  expect(summary.rows).toBeGreaterThanOrEqual(2)
  expect(await restore(target.ownerUrl, file)).toEqual(summary)
  expect(
    await run(
      target.database.ownerUrl,
      'select o.name, m.name as town from organisation o join municipality m using (tenant_id)',
    ),
  ).toEqual([{ name: 'Samen', town: 'Dorp' }])
})

test('given an owner that may not make roles, when migrated, then the sentence says what an administrator has to run', async () => {
  const { database, ownerUrl } = await makeDatabase()
  await run(database.ownerUrl, `revoke opstap_search, opstap_gate from ${roles.owner}; alter role ${roles.owner} nocreaterole`)
  await expect(migrate(ownerUrl, { appRole: roles.app })).rejects.toThrow(
    `CREATE ROLE opstap_search NOLOGIN; GRANT opstap_search TO ${roles.owner};`,
  )
})
