import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { fixedClock } from './clock.ts'
import { createJobs } from './jobs/jobs.ts'
import { FORGET_ANSWERS, FORGET_FACTS, FORGET_TASK, forgetTask } from './retention.ts'

const NOW = new Date('2026-11-28T10:00:00Z')
const RETENTION = { answerDays: 30, factDays: 90 }

let house: TestHouse
let here: TenantId
let there: TenantId
let members: readonly string[]
beforeAll(async () => {
  house = await createHouse()
  here = await house.municipality()
  there = await house.municipality('Anders')
  members = [
    (await house.member(here, 'coach')).membershipId,
    (await house.member(here, 'beheer')).membershipId,
    (await house.member(there, 'coach')).membershipId,
    // What a job did without somebody behind it.
    here,
  ]
})
afterAll(() => house.close())

/** Answers, one hour apart, the first so many days old. */
const answers = (tenantId: TenantId, member: string | undefined, count: number, days: number) =>
  house.owner.query(
    `insert into idempotency (tenant_id, membership_id, key, use_case, fingerprint, answer, at)
     select $1, $2, $3 || n, 'test', 'x', '{}', $4::timestamptz - $3::int * interval '1 day' - n * interval '1 hour' from generate_series(0, $5 - 1) n`,
    [tenantId, member, days, NOW, count],
  )
const facts = (tenantId: TenantId, count: number, days: number, told = true) =>
  house.owner.query(
    `insert into outbox_fact (tenant_id, id, name, payload, at, handled_at)
     select $1, gen_random_uuid(), 'Tested', '{}', v.at, case when $4 then v.at end
     from (select $2::timestamptz - $3::int * interval '1 day' - n * interval '1 minute' as at from generate_series(1, $5) n) v`,
    [tenantId, NOW, days, told, count],
  )
const left = async (table: 'idempotency' | 'outbox_fact'): Promise<Record<string, number>> => {
  const { rows } = await house.owner.query<{ tenant_id: string; n: number }>(
    `select tenant_id, count(*)::int as n from ${table} group by tenant_id`,
  )
  return Object.fromEntries(rows.map(row => [row.tenant_id === here ? 'here' : 'there', row.n]))
}

test('what is older than its days goes, of every member and municipality, in many small batches; the rest stays to the hour', async () => {
  await answers(here, members[0], 2_300, 31)
  await answers(here, members[0], 3, 29)
  // The one of exactly 30 days stays, the ones of an hour and two more go.
  await answers(here, members[1], 3, 30)
  await answers(here, members[3], 40, 31)
  await answers(there, members[2], 700, 200)
  await facts(here, 1_200, 91)
  await facts(here, 5, 89)
  await facts(here, 4, 400, false)
  await facts(there, 10, 91)
  const task = forgetTask(house.pool, fixedClock(NOW.toISOString()), RETENTION, 100)
  await task({})
  expect(await left('idempotency')).toEqual({ here: 4 })
  expect(await left('outbox_fact')).toEqual({ here: 9 })
  await task({})
  expect(await left('idempotency')).toEqual({ here: 4 })
})

test('two at once do it once, and neither fails', async () => {
  await answers(here, members[0], 900, 60)
  await facts(there, 900, 120)
  const task = forgetTask(house.pool, fixedClock(NOW.toISOString()), RETENTION, 50)
  await Promise.all([task({}), task({})])
  expect([await left('idempotency'), await left('outbox_fact')]).toEqual([{ here: 4 }, { here: 9 }])
})

test.each([
  [FORGET_ANSWERS, 'idempotency_tenant_id_membership_id_at_idx', 'uuid, uuid, timestamptz, int', (): string => members[0] ?? ''],
  [FORGET_FACTS, 'outbox_fact_tenant_id_handled_at_idx', 'uuid, timestamptz, int', undefined],
])('on a filled table a batch is found by its index: %s', async (statement, index, types, member) => {
  await answers(here, members[0], 20_000, 1)
  await facts(here, 20_000, 1)
  await house.owner.query('analyze idempotency, outbox_fact')
  const client = await house.pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.tenant', $1, true), set_config('app.actor', $2, true)`, [here, member?.() ?? ''])
    await client.query(`prepare forget (${types}) as ${statement}`)
    const values = member === undefined ? `'${here}', '2026-01-01', 500` : `'${here}', '${member()}', '2026-01-01', 500`
    const plan = await client.query<Record<'QUERY PLAN', string>>(`explain execute forget (${values})`)
    const text = plan.rows.map(row => row['QUERY PLAN']).join('\n')
    expect(text).toContain(index)
    expect(text).not.toContain('Seq Scan')
    await client.query('deallocate forget')
  } finally {
    await client.query('rollback')
    client.release()
  }
  await house.owner.query('truncate idempotency, outbox_fact')
})

test('the queue knows it as a daily job, once, also when two servers start', async () => {
  const start = () =>
    createJobs({
      connectionString: house.appUrl,
      tasks: { [FORGET_TASK]: async () => undefined },
      daily: [FORGET_TASK],
      log: () => undefined,
    })
  const servers = [start(), start()]
  await Promise.all(servers.map(jobs => jobs.start()))
  const known = () => house.owner.query<{ identifier: string }>('select identifier from graphile_worker._private_known_crontabs')
  await expect.poll(async () => (await known()).rows).toEqual([{ identifier: FORGET_TASK }])
  await Promise.all(servers.map(jobs => jobs.stop()))
})
