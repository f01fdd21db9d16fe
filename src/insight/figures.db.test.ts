import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TenantId, WHEEL_AREAS, type WheelArea } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import type { Actor } from '#platform'
import { getAreaFigures } from './use-cases/get-area-figures.ts'

/** From this many people on a figure is shown: written again here, apart from the function under test. */
const LEAST = 5
let house: TestHouse
let here: TenantId
let policy: Actor

beforeAll(async () => {
  house = await createHouse()
  here = await house.municipality()
  policy = await house.member(here, 'beleid')
})
afterAll(() => house.close())

const clear = () => house.owner.query('delete from unmet_wish; delete from goal; delete from offer')
beforeEach(clear)

interface Person {
  readonly area: WheelArea
  readonly open: number
  readonly reached: number
  readonly unmet: number
}

const putPerson = async ({ area, open, reached, unmet }: Person, tenantId: TenantId = here): Promise<void> => {
  const participantId = randomUUID()
  await house.owner.query(`insert into participant (tenant_id, participant_id, call_name) values ($1, $2, 'X')`, [
    tenantId,
    participantId,
  ])
  await house.owner.query(
    `insert into goal (tenant_id, id, participant_id, area, title, state)
     select $1, gen_random_uuid(), $2, $3, 'geheim doel', s.state
     from (select 'open' as state from generate_series(1, $4::int) union all select 'reached' from generate_series(1, $5::int)) s`,
    [tenantId, participantId, area, open, reached],
  )
  await house.owner.query(
    `insert into unmet_wish (tenant_id, id, participant_id, goal_id, area, words, what_lacks, noted_on, noted_by)
     select $1, gen_random_uuid(), $2, (select id from goal where tenant_id = $1 and participant_id = $2 limit 1), $3, 'geheim', '', '2026-11-01', gen_random_uuid()
     from generate_series(1, $4::int)`,
    [tenantId, participantId, area, open + reached === 0 ? 0 : unmet],
  )
}
const putAll = async (people: readonly Person[]): Promise<void> => {
  for (const person of people) await putPerson(person)
}

const figures = async (actor: Actor = policy) => {
  const answer = await house.runner.run(getAreaFigures, actor, {})
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}
const of = async (area: WheelArea) => (await figures()).areas.find(each => each.area === area)
const some = (count: number, more: Partial<Person> = {}): readonly Person[] =>
  Array.from({ length: count }, () => ({ area: 'contacts', open: 1, reached: 0, unmet: 0, ...more }) as const)

test.each([
  [0, 0],
  [1, undefined],
  [4, undefined],
  [5, 5],
  [6, 6],
])('given %i people with a goal, %s is shown', async (count, shown) => {
  await putAll(some(count))
  expect(await of('contacts')).toMatchObject({ area: 'contacts', offers: 0 })
  expect((await of('contacts'))?.people).toBe(shown)
  expect((await of('contacts'))?.openGoals).toBe(shown)
})

test('many goals of few people are kept back: people are counted, not goals', async () => {
  await putAll(some(4, { open: 3, unmet: 2 }))
  expect(await of('contacts')).toMatchObject({ reachedGoals: 0 })
  expect((await of('contacts'))?.openGoals).toBeUndefined()
  expect((await of('contacts'))?.unmetWishes).toBeUndefined()
})

test('supply is counted as it is, with the laws that carry it; another municipality counts for itself', async () => {
  const elsewhere = await house.municipality('Anders')
  for (const tenantId of [here, elsewhere, elsewhere])
    await house.owner.query(
      `insert into offer (tenant_id, id, organisation_name, name, kind, areas, details, identity_key)
       values ($1, gen_random_uuid(), 'De Brug', 'Koor', 'activity', '{contacts,skills}', '{"laws": ["wmo", "web"]}', 'koor')`,
      [tenantId],
    )
  for (const person of some(6)) await putPerson(person, elsewhere)
  expect(await of('contacts')).toEqual({
    area: 'contacts',
    people: 0,
    openGoals: 0,
    reachedGoals: 0,
    unmetWishes: 0,
    offers: 1,
    laws: ['web', 'wmo'],
  })
  expect(await of('skills')).toMatchObject({ offers: 1 })
  expect(await of('paidWork')).toMatchObject({ offers: 0, laws: [] })
})

test('who makes no policy gets nothing, and the application reads no row through it', async () => {
  for (const role of ['coach', 'beheer', 'serviceplein', 'planner'] as const) {
    const other = await house.member(here, role)
    expect(await house.runner.run(getAreaFigures, other, {})).toEqual({ ok: false, code: 'notFound' })
  }
  await putAll(some(6))
  const { rows } = await house.pool.query('select * from area_figures()')
  expect(rows, 'without a municipality').toEqual([])
  expect(JSON.stringify(await figures())).not.toContain('geheim')
})

const person: fc.Arbitrary<Person> = fc.record({
  area: fc.constantFrom(...WHEEL_AREAS),
  open: fc.integer({ min: 0, max: 3 }),
  reached: fc.integer({ min: 0, max: 2 }),
  unmet: fc.integer({ min: 0, max: 2 }),
})

test('whoever is in the municipality, no figure tells of fewer than five people, and what is shown is true', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { maxLength: 40 }), async people => {
      await clear()
      await putAll(people)
      for (const area of (await figures()).areas) {
        const there = people.filter(each => each.area === area.area)
        const check = (count: number | undefined, value: (each: Person) => number): void => {
          const behind = there.filter(each => value(each) > 0)
          if (behind.length > 0 && behind.length < LEAST) expect(count).toBeUndefined()
          else expect(count).toBe(behind.reduce((sum, each) => sum + value(each), 0))
        }
        check(area.openGoals, each => each.open)
        check(area.reachedGoals, each => each.reached)
        check(area.unmetWishes, each => (each.open + each.reached === 0 ? 0 : each.unmet))
        check(area.people, each => Math.min(each.open, 1))
      }
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('what is kept back cannot be worked out: another small number behind it leaves every byte as it was', async () => {
  const few = fc.integer({ min: 1, max: LEAST - 1 })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...WHEEL_AREAS),
      few,
      few,
      fc.array(person, { maxLength: 15 }),
      async (area, one, other, rest) => {
        const others = rest.filter(each => each.area !== area)
        const answers: string[] = []
        for (const count of [one, other]) {
          await clear()
          await putAll([...others, ...some(count, { area, open: 2, reached: 1, unmet: 1 })])
          answers.push(JSON.stringify(await figures()))
        }
        expect(answers[1]).toBe(answers[0])
      },
    ),
    { numRuns: 10 },
  )
}, 60_000)
