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

const row = (table: string, values: Readonly<Record<string, unknown>>): Promise<unknown> =>
  owner.query(
    `insert into ${table} (${Object.keys(values).join(', ')}) values (${Object.keys(values)
      .map((_, i) => `$${i + 1}`)
      .join(', ')})`,
    Object.values(values),
  )

test('0032: a number that leads to work as well is gone, that of a participant stays', async () => {
  const migrateIt = await before('0032_no_number_at_work')
  await row('municipality', { tenant_id: TENANT, slug: 'a', name: 'a' })
  await row('participant', { tenant_id: TENANT, participant_id: id(9), call_name: 'Selam' })
  for (const [n, roles] of [['beleid'], ['participant'], ['participant', 'beleid']].entries()) {
    const address = { email: `${n}@post.example`, phone: `+3161234567${n}` }
    await row('auth."user"', { id: id(n), name: 'x', ...address })
    await row('auth.sign_in_change', {
      ...{ user_id: id(n), channel: 'sms', address: '+31600000000', code_hash: 'x' },
      ...{ counted_from: '2026-01-01', expires_at: '2026-01-01' },
    })
    for (const [at, role] of roles.entries())
      await row('membership', {
        ...{ tenant_id: TENANT, id: id(3 + 2 * n + at), user_id: id(n), role, name: 'x' },
        participant_id: role === 'participant' ? id(9) : null,
      })
  }
  await migrateIt()
  const { rows } = await owner.query(
    `select u.phone, (select count(*)::int from auth.sign_in_change c where c.user_id = u.id) as pending from auth."user" u order by u.id`,
  )
  expect(rows).toEqual([
    { phone: null, pending: 0 },
    { phone: '+31612345671', pending: 1 },
    { phone: null, pending: 0 },
  ])
})

test('0033: earlier words of a life area name their area, whether they were a reason or a note', async () => {
  const migrateIt = await before('0033_life_areas_know_their_day')
  const of = { tenant_id: TENANT, participant_id: id(9) }
  await row('municipality', { tenant_id: TENANT, slug: 'a', name: 'a' })
  await row('participant', { ...of, call_name: 'Selam' })
  const opened = { opened_on: '2026-01-01', opened_by: id(8), until: '2026-02-01' }
  await row('life_area', { ...of, id: id(1), area: 'finances', reason: 'x', ...opened })
  await row('life_area_note', { ...of, id: id(2), area: 'housing', words: 'x', written_at: '2026-01-01', written_by: id(8) })
  for (const n of [1, 2, 3])
    await row('life_area_version', {
      ...{ ...of, of_id: id(n), version: 1, words: 'x', replaced_at: '2026-01-02', replaced_by: id(8) },
    })
  await migrateIt()
  const { rows } = await owner.query('select area from life_area_version order by of_id')
  expect(rows).toEqual([{ area: 'finances' }, { area: 'housing' }, { area: '' }])
})

test('0035: of what was turned before it is known whether the payer did it or the coach', async () => {
  const migrateIt = await before('0035_tries_of_payers')
  await row('municipality', { tenant_id: TENANT, slug: 'a', name: 'a' })
  await row('participant', { tenant_id: TENANT, participant_id: id(9), call_name: 'Selam' })
  for (const n of [1, 2])
    await row('organisation', { tenant_id: TENANT, id: id(n), name: 'x', kind: n === 1 ? 'partner' : 'welfare' })
  const member = (n: number, role: string, organisation: number) =>
    row('membership', { tenant_id: TENANT, id: id(n), user_id: id(n), role, name: 'x', organisation_id: id(organisation) })
  await Promise.all([member(3, 'partner', 1), member(4, 'coach', 2)])
  await row('allowance_payment', {
    ...{ tenant_id: TENANT, id: id(5), participant_id: id(9), organisation_id: id(1), organisation_name: 'x', by_payer: true },
    ...{ paid_on: '2026-01-01', amount_cents: 1, kind: 'allowance', entered_by: id(3), entered_at: '2026-01-01' },
  })
  for (const [version, by] of [
    [1, 3],
    [2, 4],
  ] as const)
    await row('allowance_payment_version', {
      ...{ tenant_id: TENANT, payment_id: id(5), version, participant_id: id(9), fields: '{}' },
      ...{ replaced_at: '2026-01-02', replaced_by: id(by) },
    })
  await migrateIt()
  const { rows } = await owner.query('select version, by_payer from allowance_payment_version order by version')
  expect(rows).toEqual([
    { version: 1, by_payer: true },
    { version: 2, by_payer: false },
  ])
})

test('0034: whoever reads along after a hand-over reads the plan and no more; whoever coordinates as before', async () => {
  const migrateIt = await before('0034_former_coordinators_read_less')
  await row('municipality', { tenant_id: TENANT, slug: 'a', name: 'a' })
  const grant = (n: number, purpose: string, writes: string) =>
    row('access_grant', {
      ...{ tenant_id: TENANT, id: id(n), participant_id: id(9), membership_id: id(n), ground: 'trajectory', purpose, writes },
      ...{ reads: '{name,notes,plan,instruments,log}', legal_basis: 'x', valid_from: '2026-01-01' },
    })
  await Promise.all([grant(1, 'handOver', '{}'), grant(2, 'coordinate', '{plan}')])
  await migrateIt()
  const { rows } = await owner.query('select reads from access_grant order by id')
  expect(rows).toEqual([{ reads: ['name', 'plan'] }, { reads: ['name', 'notes', 'plan', 'instruments', 'log'] }])
})
