import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { addDays, dayIn, newId, type ParticipantId, type TenantId, WHEEL_AREAS } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import { type Actor, allow, query } from '#platform'
import {
  answerStep,
  keepPlanLinesTask,
  listNextSteps,
  nextStep,
  openGoalsOf,
  type Plan,
  type PlanLine,
  readPlan,
} from './index.ts'
import { expectLinesKept } from './test-lines.ts'

const PEOPLE = 40
const today = dayIn(new Date())
let house: TestHouse
let tenantId: TenantId
let coach: Actor
let people: ParticipantId[]

/** Always the same numbers. */
const seeded = (seed: number): ((below: number) => number) => {
  let state = seed
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
const pick = <T>(items: readonly T[], at: number): T => items[at] as T

/** Goals of every state and steps of every kind, with the same positions and moments where that can be. */
const writePlan = async (participantId: ParticipantId, below: (n: number) => number): Promise<void> => {
  for (let goal = 0, goals = below(5); goal < goals; goal += 1) {
    const goalId = newId()
    const state = pick(['open', 'open', 'open', 'reached', 'archived'], below(5))
    await house.owner.query(
      `insert into goal (tenant_id, id, participant_id, area, title, state, closed_on, archive_reason, archive_words, position, focused_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, '', $9, $10)`,
      [
        tenantId,
        goalId,
        participantId,
        pick(WHEEL_AREAS, below(3)),
        `doel ${goal}`,
        state,
        state === 'open' ? null : today,
        state === 'archived' ? 'notNow' : null,
        below(2),
        below(2) === 0 ? null : new Date(Date.now() - below(3) * 1_000),
      ],
    )
    let before: string | undefined
    for (let step = 0, steps = below(5); step < steps; step += 1) {
      const id = newId()
      const answer = pick(['open', 'open', 'done', 'notYet', 'didNotWork'], below(5))
      await house.owner.query(
        `insert into step (tenant_id, id, participant_id, goal_id, title, who, planned_on, planned_at, recognition_kind, recognition, state,
           answered_at, answered_by, own_words, smaller_than, position)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'none', '', $9, $10, $11, $12, $13, $14)`,
        [
          tenantId,
          id,
          participantId,
          goalId,
          `stap ${goal}.${step}`,
          pick(['participant', 'coach', 'together'], below(3)),
          below(3) === 0 ? null : addDays(today, below(30) - 10),
          below(2) === 0 ? null : `1${below(9)}:30`,
          answer,
          answer === 'open' ? null : new Date(Date.parse('2026-11-01T10:00:00.123Z') + below(20) * 3_600_000),
          answer === 'open' ? null : coach.membershipId,
          answer === 'open' || below(2) === 0 ? null : 'Het regende',
          before !== undefined && below(3) === 0 ? before : null,
          step,
        ],
      )
      before = id
    }
  }
}

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  coach = await house.member(tenantId, 'coach')
  people = await Promise.all(Array.from({ length: PEOPLE }, (_, n) => aParticipant(house, tenantId, { callName: `P${n}` })))
  for (const [index, id] of people.entries()) {
    await reaching(house, tenantId, id, coach)
    await writePlan(id, seeded(index + 1))
  }
})
afterAll(() => house.close())

interface Both {
  readonly lines: ReadonlyMap<ParticipantId, PlanLine>
  readonly plans: readonly Plan[]
}

const readsBoth = query({
  name: 'test.readsBoth',
  summary: 'Reads whole plans and their lines',
  input: z.object({}),
  output: z.custom<Both>(),
  access: allow({ to: 'compare', who: ['coach'], reads: ['plan'] }),
  run: async ({ db }) => ({
    lines: await listNextSteps(db, tenantId, people, today),
    plans: await Promise.all(people.map(id => readPlan(db, tenantId, id))),
  }),
})

const linesSayWhatPlansSay = async (): Promise<void> => {
  const answer = await house.runner.run(readsBoth, coach, {})
  if (!answer.ok) throw new Error(answer.code)
  const { lines, plans } = answer.value
  let answered = 0
  for (const plan of plans) {
    const line = lines.get(plan.participantId)
    const open = openGoalsOf(plan)
    const steps = open.flatMap(goal => goal.steps)
    expect([line?.next?.id, line?.stepsDone, line?.stepsTotal]).toEqual([
      nextStep(plan, today)?.step.id,
      steps.filter(step => step.state === 'done').length,
      steps.length,
    ])
    const areas = Map.groupBy(open, goal => goal.area)
    expect(line?.goalsByArea).toEqual(Object.fromEntries([...areas].map(([area, goals]) => [area, goals.length])))
    const answers = plan.goals.flatMap(goal => goal.steps).flatMap(step => (step.state === 'open' ? [] : [step]))
    const last = answers
      .map(step => step.answeredAt)
      .toSorted()
      .at(-1)
    expect(line?.lastAnswer?.answeredAt).toBe(last)
    if (line?.lastAnswer === undefined) continue
    answered += 1
    expect(answers).toContainEqual(expect.objectContaining({ ...line.lastAnswer }))
  }
  expect(answered).toBeGreaterThan(PEOPLE / 3)
}

const keptRows = async (): Promise<number> =>
  Number((await house.owner.query(`select count(*) from plan_line where line <> ''`)).rows[0]?.count)

test('a line says the same as the whole plan does, for plans of every kind: while none is kept, and when all are', async () => {
  expect(await keptRows()).toBe(0)
  await linesSayWhatPlansSay()
  await keepPlanLinesTask(house.runner, async () => [{ tenantId }])(undefined)
  const all = await expectLinesKept(house)
  expect(all).toBeGreaterThan(PEOPLE / 2)
  expect(await keptRows()).toBe(all)
  await linesSayWhatPlansSay()
})

test('lines of another shape, as an earlier version kept them, are read from the plans until they are made anew', async () => {
  await house.owner.query(`update plan_line set line = '0:{"next":[],"goalsByArea":{},"stepsDone":99,"stepsTotal":99}'`)
  await linesSayWhatPlansSay()
  await keepPlanLinesTask(house.runner, async () => [{ tenantId }])(undefined)
  await expectLinesKept(house)
  await linesSayWhatPlansSay()
})

test('two people tell at once of two steps of one plan: the line has both', async () => {
  const { rows } = await house.owner.query(
    `select s.participant_id, array_agg(s.id) as ids from step s join goal g on g.tenant_id = s.tenant_id and g.id = s.goal_id
     where g.state = 'open' and s.state = 'open' group by 1 having count(*) > 1`,
  )
  expect(rows.length).toBeGreaterThan(5)
  for (const { participant_id: participantId, ids } of rows) {
    const told = await Promise.all(
      (ids as string[]).map(stepId => house.runner.run(answerStep, coach, { participantId, stepId, answer: 'done', version: 1 })),
    )
    expect(told.filter(each => !each.ok)).toEqual([])
  }
  await expectLinesKept(house)
})
