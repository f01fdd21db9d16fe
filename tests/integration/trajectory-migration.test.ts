import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel'
import { createTestDatabase, type TestDatabase } from '#platform/test-kit'
import { migrate } from '../../src/platform/database/migrate.ts'

/** Trajectories and referrals that are there when they learn of free will, pauses and other organisations. */
const appRole = 'opstap_app'
let database: TestDatabase
let owner: pg.Client
let dir: string

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  dir = mkdtempSync(join(tmpdir(), 'opstap-before-'))
  for (const file of readdirSync('migrations').filter(name => name < '0010'))
    copyFileSync(join('migrations', file), join(dir, file))
  await migrate(database.ownerUrl, { dir, appRole })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
  rmSync(dir, { recursive: true })
})

test('a trajectory takes over whether somebody takes part of their own free will; states and walls stay', async () => {
  const [tenant, person, organisation, coach] = Array.from({ length: 4 }, () => newId<string>())
  const row = async (table: string, values: Readonly<Record<string, unknown>>): Promise<void> => {
    const all = { tenant_id: tenant, ...values }
    const places = Object.keys(all).map((_, index) => `$${index + 1}`)
    await owner.query(`insert into ${table} (${Object.keys(all).join(', ')}) values (${places.join(', ')})`, Object.values(all))
  }
  await row('municipality', { slug: 'veenrijk', name: 'Veenrijk' })
  await row('organisation', { id: organisation, name: 'De Brug', kind: 'welfare' })
  await row('membership', { id: coach, user_id: newId<string>(), organisation_id: organisation, role: 'coach', name: 'Kim' })
  await row('participant', { participant_id: person, call_name: 'Selam' })
  for (const [voluntary, state] of [
    [true, 'active'],
    [false, 'intake'],
    [false, 'ended'],
  ] as const) {
    const referral = newId<string>()
    const kind = { participant_id: person, law: 'participatiewet' }
    await row('referral', {
      ...{ ...kind, id: referral, state: 'accepted', trajectory_type: 'socialActivation', to_organisation_id: organisation },
      ...{ from_membership_id: coach, reason: 'r', wish_as_said: 'w', sent_at: '2026-09-01', answer_by: '2026-09-08', voluntary },
    })
    await row('trajectory', {
      ...{ ...kind, id: newId<string>(), referral_id: referral, type: 'socialActivation', state },
      ...{ organisation_id: organisation, coordinator_id: coach, started_on: '2026-09-02' },
    })
  }

  await migrate(database.ownerUrl, { appRole })

  const kept = await owner.query('select state, voluntary, phase, paused_on from trajectory order by state')
  expect(kept.rows).toEqual([
    { state: 'active', voluntary: true, phase: null, paused_on: null },
    { state: 'ended', voluntary: false, phase: null, paused_on: null },
    { state: 'intake', voluntary: false, phase: null, paused_on: null },
  ])
  const open = await owner.query(
    `select relname from pg_class where relname in ('trajectory', 'referral') and not (relrowsecurity and relforcerowsecurity)`,
  )
  expect(open.rows).toEqual([])
})
