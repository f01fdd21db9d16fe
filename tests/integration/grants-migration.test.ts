import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#platform/test-kit'
import { migrate } from '../../src/platform/database/migrate.ts'

/** Migrations that bring slices, on tables that were filled before them. */
const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname

let database: TestDatabase
let owner: pg.Client
let dir: string

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false })
  dir = mkdtempSync(join(tmpdir(), 'opstap migrations '))
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterEach(async () => {
  await owner.end()
  await database.drop()
  rmSync(dir, { recursive: true })
})
const migrateWith = async (wanted: (file: string) => boolean): Promise<void> => {
  for (const file of readdirSync(MIGRATIONS).filter(wanted)) cpSync(join(MIGRATIONS, file), join(dir, file))
  await migrate(database.ownerUrl, { dir, appRole: 'opstap_app' })
}

const grants = [
  ['coordinator', 'trajectory', 'member', ['name', 'plan'], ['plan'], null],
  ['colleague', 'trajectory', 'organisation', ['name'], [], null],
  ['self', 'self', 'member', ['name', 'plan'], ['plan'], null],
  ['asked', 'referral', 'organisation', ['name', 'referral'], ['referral'], null],
  ['placement', 'placement', 'organisation', ['name'], [], null],
  ['former', 'trajectory', 'member', ['name', 'plan'], ['plan'], '2026-01-01'],
] as const

/** What every other grant keeps. */
const UNTOUCHED = {
  asked: { reads: ['name', 'referral'], writes: ['referral'] },
  colleague: { reads: ['name'], writes: null },
  former: { reads: ['name', 'plan'], writes: ['plan'] },
  placement: { reads: ['name'], writes: null },
}

test.each([
  {
    file: '0015_advice.sql',
    gives: 'the coordinator writes advices and the person reads what was sent',
    gets: {
      coordinator: { reads: ['advice', 'name', 'plan'], writes: ['advice', 'plan'] },
      self: { reads: ['name', 'plan', 'sent_advice'], writes: ['plan'] },
    },
  },
  {
    file: '0016_intake_and_life_areas.sql',
    gives: 'coordinator and person get intake and life areas',
    gets: {
      coordinator: { reads: ['intake', 'lifeAreas', 'name', 'plan'], writes: ['intake', 'lifeAreas', 'plan'] },
      self: { reads: ['intake', 'lifeAreas', 'name', 'plan'], writes: ['lifeAreas', 'plan'] },
    },
  },
])('given grants that run, when $file is applied, then $gives, and nobody else does', async ({ file, gets }) => {
  await migrateWith(name => name < file)
  for (const [tenant, name] of [[randomUUID(), 'Hier'] as const, [randomUUID(), 'Daar'] as const]) {
    await owner.query('insert into municipality (tenant_id, slug, name) values ($1, $2, $2)', [tenant, name])
    for (const [purpose, ground, to, reads, writes, revoked] of grants) {
      await owner.query(
        `insert into access_grant (tenant_id, id, participant_id, ${to === 'member' ? 'membership_id' : 'organisation_id'}, reads, writes, ground,
           legal_basis, purpose, valid_from, revoked_at) values ($1, $2, $3, $4, $5, $6, $7, 'wet', $8, '2026-01-01', $9)`,
        [tenant, randomUUID(), randomUUID(), randomUUID(), reads, writes, ground, purpose, revoked],
      )
    }
  }
  await migrateWith(name => name === file)
  const { rows } = await owner.query<{ purpose: string; reads: string[]; writes: string[] }>(
    `select purpose, array_agg(distinct r order by r) filter (where r is not null) as reads,
       array_agg(distinct w order by w) filter (where w is not null) as writes
     from access_grant left join lateral unnest(reads) r on true left join lateral unnest(writes) w on true group by purpose order by purpose`,
  )
  expect(Object.fromEntries(rows.map(({ purpose, ...slices }) => [purpose, slices]))).toEqual({ ...UNTOUCHED, ...gets })
  const forced = await owner.query<{ forced: boolean }>(
    `select relforcerowsecurity as forced from pg_class where relname = 'access_grant'`,
  )
  expect(forced.rows).toEqual([{ forced: true }])
})
