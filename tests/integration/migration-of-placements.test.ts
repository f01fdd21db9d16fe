import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel'
import { createTestDatabase, type TestDatabase } from '#platform/test-kit'
import { migrate, migrationNames } from '../../src/platform/database/migrate.ts'
import { migrationsDirectory } from '../../src/platform/database/locate.ts'

/** 0021 gives every placement a kind, on tables that are filled. */
let database: TestDatabase
let owner: pg.Client
let before: string

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  before = mkdtempSync(join(tmpdir(), 'opstap-migrations-'))
  for (const name of migrationNames().filter(each => each < '0021'))
    cpSync(join(migrationsDirectory(), `${name}.sql`), join(before, `${name}.sql`))
  await migrate(database.ownerUrl, { dir: before, appRole: new URL(database.appUrl).username })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
}, 60_000)
afterAll(async () => {
  await owner.end()
  await database.drop()
  rmSync(before, { recursive: true, force: true })
})

test('placements that are there keep everything, and get the kind of their offer', async () => {
  const kinds = ['volunteerPlace', 'buddy', 'internship', 'activity', 'workPlace']
  for (const _municipality of [1, 2]) {
    const tenant = newId()
    const person = newId()
    await owner.query(`insert into municipality (tenant_id, slug, name) values ($1, $2, 'x')`, [tenant, tenant])
    await owner.query(`insert into participant (tenant_id, participant_id, call_name) values ($1, $2, 'Selam')`, [tenant, person])
    for (const kind of kinds) {
      const offer = newId()
      await owner.query(
        `insert into offer (tenant_id, id, organisation_name, name, kind, identity_key) values ($1, $2, 'x', $3, $3, $3)`,
        [tenant, offer, kind],
      )
      await owner.query(
        `insert into placement (tenant_id, id, participant_id, offer_id, area, state, since, made_by)
         values ($1, $2, $3, $4, 'contacts', 'placed', '2026-01-01', $2)`,
        [tenant, newId(), person, offer],
      )
    }
  }
  await migrate(database.ownerUrl, { appRole: new URL(database.appUrl).username })
  const { rows } = await owner.query<{ offer: string; kind: string; n: number }>(
    `select o.kind as offer, p.kind, count(*)::int as n from placement p join offer o using (tenant_id) where o.id = p.offer_id
     and p.since = '2026-01-01' and p.version = 1 group by 1, 2 order by 1`,
  )
  expect(rows).toEqual([
    { offer: 'activity', kind: 'activity', n: 2 },
    { offer: 'buddy', kind: 'volunteer', n: 2 },
    { offer: 'internship', kind: 'tryOut', n: 2 },
    { offer: 'volunteerPlace', kind: 'volunteer', n: 2 },
    { offer: 'workPlace', kind: 'activity', n: 2 },
  ])
  const walls = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relname in ('placement', 'offer') and not relforcerowsecurity`,
  )
  expect(walls.rows).toEqual([])
})
