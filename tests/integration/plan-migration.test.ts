import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel'
import { createTestDatabase, type TestDatabase } from '#platform/test-kit'
import { migrate } from '../../src/platform/database/migrate.ts'

/** Migrations that change tables which a municipality has filled by now, tried on filled tables. */
const appRole = 'opstap_app'
const until = '0018'
let database: TestDatabase
let owner: pg.Client
let dir: string

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  dir = mkdtempSync(join(tmpdir(), 'opstap-before-'))
  for (const file of readdirSync('migrations').filter(name => name < until))
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

test('goals that are there get one with the attention in each area; agreements become voluntary and keep their words', async () => {
  const [tenant, person] = [newId<string>(), newId<string>()]
  const row = async (table: string, values: Readonly<Record<string, unknown>>): Promise<void> => {
    const all = { tenant_id: tenant, ...values }
    const places = Object.keys(all).map((_, index) => `$${index + 1}`)
    await owner.query(`insert into ${table} (${Object.keys(all).join(', ')}) values (${places.join(', ')})`, Object.values(all))
  }
  await row('municipality', { slug: 'veenrijk', name: 'Veenrijk' })
  await row('participant', { participant_id: person, call_name: 'Selam' })
  const goal = (title: string, area: string, position: number, state = 'open') =>
    row('goal', { id: newId<string>(), participant_id: person, title, area, position, state })
  await goal('oud', 'contacts', 0, 'reached')
  await goal('tweede', 'contacts', 2)
  await goal('eerste', 'contacts', 1)
  await goal('enige', 'skills', 3)
  const promise = { words: 'Belt vrijdag', promised_by: 'coach', made_on: '2026-11-01', made_by: newId<string>() }
  await row('agreement', { id: newId<string>(), participant_id: person, ...promise })

  await migrate(database.ownerUrl, { appRole })

  const goals = await owner.query<{ title: string }>('select title from goal where focused_at is not null order by title')
  expect(goals.rows.map(({ title }) => title)).toEqual(['eerste', 'enige'])
  const agreements = await owner.query('select words, terms, tied_to, state from agreement')
  expect(agreements.rows).toEqual([{ words: 'Belt vrijdag', terms: '', tied_to: null, state: 'open' }])
  const walls = await owner.query<{ relname: string }>(
    `select relname from pg_class where relname in ('goal', 'step', 'agreement') and not (relrowsecurity and relforcerowsecurity)`,
  )
  expect(walls.rows).toEqual([])
})
