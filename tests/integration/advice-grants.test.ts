import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#platform/test-kit'
import { migrate } from '../../src/platform/database/migrate.ts'

/** The migration that brings the slices of the advice, on tables that were filled before it. */
const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname
const ADVICE = '0015_advice.sql'

let database: TestDatabase
let owner: pg.Client
let dir: string

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  dir = mkdtempSync(join(tmpdir(), 'opstap migrations '))
  for (const file of readdirSync(MIGRATIONS).filter(name => name < ADVICE)) cpSync(join(MIGRATIONS, file), join(dir, file))
  await migrate(database.ownerUrl, { dir, appRole: 'opstap_app' })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
  rmSync(dir, { recursive: true })
})

const grants = [
  ['coordinator', 'trajectory', 'member', ['name', 'plan'], ['plan'], null],
  ['colleague', 'trajectory', 'organisation', ['name'], [], null],
  ['self', 'self', 'member', ['name', 'plan'], ['plan'], null],
  ['asked', 'referral', 'organisation', ['name', 'referral'], ['referral'], null],
  ['placement', 'placement', 'organisation', ['name'], [], null],
  ['former', 'trajectory', 'member', ['name', 'plan'], ['plan'], '2026-01-01'],
] as const

test('given grants that run, when migrated, then the coordinator writes advices and the person reads what was sent, and nobody else does', async () => {
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
  cpSync(join(MIGRATIONS, ADVICE), join(dir, ADVICE))
  await migrate(database.ownerUrl, { dir, appRole: 'opstap_app' })
  const { rows } = await owner.query<{ purpose: string; reads: string[]; writes: string[] }>(
    `select purpose, array_agg(distinct r order by r) filter (where r is not null) as reads,
       array_agg(distinct w order by w) filter (where w is not null) as writes
     from access_grant left join lateral unnest(reads) r on true left join lateral unnest(writes) w on true group by purpose order by purpose`,
  )
  expect(rows).toEqual([
    { purpose: 'asked', reads: ['name', 'referral'], writes: ['referral'] },
    { purpose: 'colleague', reads: ['name'], writes: null },
    { purpose: 'coordinator', reads: ['advice', 'name', 'plan'], writes: ['advice', 'plan'] },
    { purpose: 'former', reads: ['name', 'plan'], writes: ['plan'] },
    { purpose: 'placement', reads: ['name'], writes: null },
    { purpose: 'self', reads: ['name', 'plan', 'sent_advice'], writes: ['plan'] },
  ])
  const forced = await owner.query<{ forced: boolean }>(
    `select relforcerowsecurity as forced from pg_class where relname = 'access_grant'`,
  )
  expect(forced.rows).toEqual([{ forced: true }])
})
