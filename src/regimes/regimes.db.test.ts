import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CalendarDay, type LimitId, newId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { type Actor, allow, query } from '#platform'
import { z } from 'zod'
import { limitOn } from './domain/limits.ts'
import { listLimits, readLimits, setLimit } from './index.ts'
import { amendLimit } from './use-cases/amend-limit.ts'
import { restoreLimit, withdrawLimit } from './use-cases/withdraw-limit.ts'

let now = new Date('2026-12-31T12:00:00Z')
let house: TestHouse
let tenantId: TenantId
let beheer: Actor
let coach: Actor
let elsewhere: Actor

beforeAll(async () => {
  house = await createHouse({ now: () => now })
  elsewhere = await house.member(await house.municipality('Duindorp'), 'beheer')
})
beforeEach(async () => {
  now = new Date('2026-12-31T12:00:00Z')
  tenantId = await house.municipality()
  beheer = await house.member(tenantId, 'beheer', { name: 'Bea Beheer' })
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
})
afterAll(() => house.close())

const KEY = 'volunteerAllowanceMonth'
const next = { key: KEY, value: 22_500, from: '2027-01-01', until: '2027-12-31', source: 'Staatscourant 2026' } as const

const listed = async (actor: Actor = beheer) => {
  const answer = await house.runner.run(listLimits, actor, { key: KEY })
  if (!answer.ok) throw new Error(answer.code)
  const [limit] = answer.value.limits
  if (limit === undefined) throw new Error('not listed')
  return limit
}
const set = async (input: object = next): Promise<LimitId> => {
  const answer = await house.runner.run(setLimit, beheer, input)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value.limitId
}

test('the allowance of next year is not known until somebody enters it, and holds from New Year’s Day', async () => {
  expect(await listed()).toMatchObject({ now: { value: 22_000 }, next: { from: '2027-01-01', value: { state: 'notSet' } } })
  await set()
  expect(await listed()).toMatchObject({
    now: { state: 'known', value: 22_000, own: false },
    next: { from: '2027-01-01', value: { state: 'known', value: 22_500, own: true } },
    own: [{ state: 'current', setBy: 'Bea Beheer', source: 'Staatscourant 2026' }],
  })
  now = new Date('2026-12-31T23:30:00Z')
  expect(await listed()).toMatchObject({
    now: { state: 'known', value: 22_500, own: true },
    next: { value: { state: 'notSet' } },
  })
})

test('without it New Year’s Day says: not set', async () => {
  now = new Date('2027-01-01T12:00:00Z')
  const limit = await listed()
  expect(limit.now).toEqual({ state: 'notSet' })
  expect(limit).not.toHaveProperty('next')
})

test('other modules read the same, for any day', async () => {
  await set()
  const ask = query({
    ...{ name: 'test.ask', summary: '', input: z.object({}), output: z.unknown(), personal: false },
    access: allow({ to: 'ask', who: ['coach'] }),
    run: async ({ db, tenantId: tenant }) => {
      const limits = await readLimits(db, tenant)
      return ['2026-12-31', '2027-01-01', '2028-01-01'].map(on => limitOn(limits, KEY, CalendarDay.parse(on)).state)
    },
  })
  expect(await house.runner.run(ask, coach, {})).toMatchObject({ ok: true, value: ['known', 'known', 'notSet'] })
})

test('two values on one day are refused, also when both are entered at the same moment', async () => {
  await set()
  expect(await house.runner.run(setLimit, beheer, { ...next, from: '2027-12-31', until: '2028-12-31' })).toMatchObject({
    ok: false,
    code: 'invalidInput',
    field: 'from',
    details: { reason: 'overlap' },
  })
  await set({ ...next, from: '2028-01-01', until: '2028-12-31' })
  const year = { ...next, from: '2029-01-01', until: '2029-12-31' }
  const both = await Promise.all([1, 2].map(value => house.runner.run(setLimit, beheer, { ...year, value })))
  expect(both.filter(answer => answer.ok)).toHaveLength(1)
})

test('what does not fit is refused at its field', async () => {
  const refused = async (input: object) => {
    const answer = await house.runner.run(setLimit, beheer, { ...next, ...input })
    return answer.ok ? undefined : answer.field
  }
  expect(await refused({ value: 220.5 })).toBe('value')
  expect(await refused({ value: -1 })).toBe('value')
  expect(await refused({ until: '2026-12-31' })).toBe('until')
  expect(await refused({ source: ' ' })).toBe('source')
  expect(await refused({ key: 'pocketMoney' })).toBe('key')
})

test('a correction keeps what stood there before, with who and when', async () => {
  const limitId = await set()
  const { key: _, ...fields } = next
  const amended = await house.runner.run(amendLimit, beheer, { ...fields, limitId, version: 1, value: 23_000 })
  expect(amended).toMatchObject({ ok: true })
  const limit = await listed()
  expect(limit.next?.value).toMatchObject({ value: 23_000 })
  expect(limit.own.map(({ value, state, closedBy }) => [value, state, closedBy])).toEqual([
    [22_500, 'replaced', 'Bea Beheer'],
    [23_000, 'current', undefined],
  ])
  expect(await house.runner.run(amendLimit, beheer, { ...fields, limitId, version: 1, value: 24_000 })).toMatchObject({
    ok: false,
    code: 'versionConflict',
    details: { current: { value: 22_500, state: 'replaced' } },
  })
  expect(await house.runner.run(amendLimit, beheer, { ...fields, limitId, version: 2, value: 24_000 })).toMatchObject({
    ok: false,
    code: 'notPossibleNow',
  })
})

test('a value is withdrawn and put back, unless another took its place', async () => {
  const limitId = await set()
  expect(await house.runner.run(withdrawLimit, beheer, { limitId, version: 1 })).toMatchObject({ ok: true })
  expect((await listed()).next).toMatchObject({ value: { state: 'notSet' } })
  expect(await house.runner.run(withdrawLimit, beheer, { limitId, version: 2 })).toMatchObject({ code: 'notPossibleNow' })
  expect(await house.runner.run(restoreLimit, beheer, { limitId, version: 2 })).toMatchObject({ ok: true })
  expect((await listed()).next).toMatchObject({ value: { value: 22_500 } })
  await house.runner.run(withdrawLimit, beheer, { limitId, version: 3 })
  await set({ ...next, value: 1 })
  expect(await house.runner.run(restoreLimit, beheer, { limitId, version: 4 })).toMatchObject({
    code: 'notPossibleNow',
    details: { state: 'overlap' },
  })
})

test('a second send of the same form sets it once', async () => {
  const twice = [1, 2].map(() => house.runner.run(setLimit, beheer, next, { idempotencyKey: 'a-key-of-one-form-1' }))
  const [first, second] = await Promise.all(twice)
  expect(first).toEqual(second)
  expect((await listed()).own).toHaveLength(1)
})

test('only administrators of this municipality set anything; what is set elsewhere does not exist here', async () => {
  const limitId = await set()
  expect(await house.runner.run(setLimit, coach, next)).toEqual({ ok: false, code: 'notFound' })
  const unknown = { limitId: newId<LimitId>(), version: 1 }
  for (const useCase of [withdrawLimit, restoreLimit]) {
    const foreign = await house.runner.run(useCase, elsewhere, { limitId, version: 1 })
    expect(foreign).toEqual({ ok: false, code: 'notFound' })
    expect(await house.runner.run(useCase, beheer, unknown)).toEqual(foreign)
  }
  expect((await listed(elsewhere)).own).toEqual([])
  expect((await listed(coach)).own).toHaveLength(1)
})
