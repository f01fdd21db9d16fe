import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { addDays, dayIn, type GoalId, isoWeekday, type ParticipantId, type StepId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor, UseCase } from '#platform'
import {
  addGoal,
  addSteps,
  amendGoal,
  amendStep,
  answerStep,
  archiveGoal,
  focusGoal,
  getPlan,
  moveGoal,
  moveStep,
  reachGoal,
  reopenGoal,
  splitStep,
} from './index.ts'
import { expectLinesKept } from './test-lines.ts'

let house: TestHouse
let selam: ParticipantId
let coach: Actor

beforeAll(async () => {
  house = await createHouse()
  const tenantId = await house.municipality()
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach')
  await reaching(house, tenantId, selam, coach)
})
afterAll(async () => {
  await expectLinesKept(house)
  await house.close()
})

const run = async <Input extends z.ZodObject, Output extends z.ZodType>(useCase: UseCase<Input, Output>, input: object) =>
  house.runner.run(useCase, coach, { participantId: selam, ...input })
const must = async <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: object,
): Promise<z.infer<Output>> => {
  const answer = await run(useCase, input)
  if (!answer.ok) throw new Error(`${useCase.name}: ${JSON.stringify(answer)}`)
  return answer.value
}
const openGoals = async () => (await must(getPlan, {})).goals.filter(goal => goal.state === 'open')
const focused = async (area: string) =>
  (await openGoals()).filter(goal => goal.area === area && goal.inFocus).map(goal => goal.title)
const add = async (title: string, area: string): Promise<GoalId> => (await must(addGoal, { title, area })).goalId

describe('one goal of an area has the attention', () => {
  test('the first has it, a second waits; one tap gives it, and giving it back is the undo', async () => {
    const walking = await add('Wandelen', 'contacts')
    const singing = await add('Zingen', 'contacts')
    expect(await focused('contacts')).toEqual(['Wandelen'])
    expect(await must(focusGoal, { goalId: singing })).toEqual({ goalId: singing, before: walking })
    expect(await focused('contacts')).toEqual(['Zingen'])
    expect(await run(focusGoal, { goalId: singing })).toMatchObject({ code: 'alreadyDone' })
    await must(focusGoal, { goalId: walking })
    expect(await focused('contacts')).toEqual(['Wandelen'])
  })

  test('reached, archived, taken up again or put on another area: still exactly one', async () => {
    const a = await add('Fietsen', 'skills')
    const b = await add('Rekenen', 'skills')
    await must(reachGoal, { goalId: a, version: 1 })
    expect(await focused('skills')).toEqual(['Rekenen'])
    await must(reopenGoal, { goalId: a, version: 2 })
    await must(archiveGoal, { goalId: b, version: 1, reason: 'notNow' })
    expect(await focused('skills')).toEqual(['Fietsen'])
    const busy = await add('Meedoen', 'takingPart')
    await must(amendGoal, { goalId: a, version: 3, title: 'Fietsen', area: 'takingPart' })
    expect(await focused('takingPart')).toEqual(['Meedoen'])
    expect(await focused('skills')).toEqual([])
    await must(amendGoal, { goalId: busy, version: 1, title: 'Meedoen', area: 'skills' })
    expect([await focused('takingPart'), await focused('skills')]).toEqual([['Fietsen'], ['Meedoen']])
  })

  test('two people each put another goal in the middle at once: one has it', async () => {
    const goals = await Promise.all(['Eerst', 'Tweede', 'Derde'].map(title => add(title, 'paidWork')))
    await Promise.all(goals.slice(1).map(goalId => run(focusGoal, { goalId })))
    expect(await focused('paidWork')).toHaveLength(1)
  })

  test('a goal that is closed, or of somebody else, does not get it', async () => {
    const done = await add('Klaar', 'contributing')
    await must(reachGoal, { goalId: done, version: 1 })
    expect(await run(focusGoal, { goalId: done })).toMatchObject({ code: 'notPossibleNow', details: { state: 'reached' } })
    expect(await run(focusGoal, { goalId: '00000000-0000-7000-8000-000000000000' })).toEqual({ ok: false, code: 'notFound' })
  })
})

describe('the order', () => {
  test('goals in focus change places with each other, goals that wait among themselves; the answer says the new place', async () => {
    const other = await aParticipant(house, coach.tenantId, { callName: 'Mo' })
    await reaching(house, coach.tenantId, other, coach)
    const mine = { participantId: other }
    const titles = async () => (await must(getPlan, mine)).goals.map(goal => goal.title)
    const one = await must(addGoal, { ...mine, title: 'een', area: 'contacts' })
    const waiting = await must(addGoal, { ...mine, title: 'wacht', area: 'contacts' })
    await must(addGoal, { ...mine, title: 'twee', area: 'skills' })
    const late = await must(addGoal, { ...mine, title: 'wacht ook', area: 'skills' })
    expect(await must(moveGoal, { ...mine, ...one, direction: 'down' })).toEqual({ place: 2, of: 2 })
    expect(await titles()).toEqual(['twee', 'wacht', 'een', 'wacht ook'])
    expect(await must(moveGoal, { ...mine, ...late, direction: 'up' })).toEqual({ place: 1, of: 2 })
    expect(await titles()).toEqual(['twee', 'wacht ook', 'een', 'wacht'])
    expect(await run(moveGoal, { ...mine, ...waiting, direction: 'down' })).toMatchObject({ code: 'notPossibleNow' })
  })

  test('a step that moves says its place', async () => {
    const goalId = await add('Stappen zetten', 'independence')
    const { stepIds } = await must(addSteps, { goalId, steps: [{ title: 'een' }, { title: 'twee' }, { title: 'drie' }] })
    expect(await must(moveStep, { stepId: stepIds[2], direction: 'up' })).toMatchObject({ place: 2, of: 3 })
  })
})

describe('what is agreed about a step', () => {
  const stepOf = async (id: StepId | undefined) => (await openGoals()).flatMap(goal => goal.steps).find(step => step.id === id)

  test('the day as people say it, what is needed and from whom', async () => {
    const goalId = await add('Naar buiten', 'independence')
    const help = { helpWhat: 'Een jas voor de winter', helpFrom: 'De kledingbank' }
    const { stepIds } = await must(addSteps, {
      goalId,
      steps: [{ title: 'Een blokje om', plannedOnAsSaid: 'volgende week dinsdag', ...help }],
    })
    const step = await stepOf(stepIds[0])
    const today = dayIn(new Date())
    expect(step).toMatchObject(help)
    expect(step?.plannedOn).toBe(addDays(today, 9 - isoWeekday(today)))
    await must(amendStep, {
      stepId: stepIds[0],
      version: 1,
      title: 'Een blokje om',
      plannedOn: '2027-01-05',
      plannedOnAsSaid: 'morgen',
    })
    const amended = await stepOf(stepIds[0])
    expect(amended).toMatchObject({ plannedOn: addDays(today, 1), version: 2 })
    expect(amended?.helpWhat).toBeUndefined()
  })

  test('a day that is not clear is refused where it was typed, for each row of a list', async () => {
    const goalId = await add('Ooit', 'independence')
    const steps = [
      { title: 'een', plannedOnAsSaid: 'morgen' },
      { title: 'twee', plannedOnAsSaid: 'ooit' },
      { title: 'drie', who: 'other' },
    ]
    const refused = await run(addSteps, { goalId, steps })
    expect(refused).toMatchObject({ code: 'invalidInput', field: 'steps.1.plannedOnAsSaid' })
    expect(JSON.stringify(refused)).toContain('steps.2.whoName')
    expect(await run(addGoal, { title: 'x', area: 'skills', untilAsSaid: 'als het lukt' })).toMatchObject({
      field: 'untilAsSaid',
      details: { reason: 'dayNotClear' },
    })
    expect(await run(addGoal, { title: 'x', area: 'skills', untilAsSaid: '1 januari 2020' })).toMatchObject({
      field: 'untilAsSaid',
      details: { reason: 'inPast' },
    })
  })

  test('a step is made smaller: before it while it is open, behind it when it was tried', async () => {
    const goalId = await add('Kleiner', 'independence')
    const { stepIds } = await must(addSteps, { goalId, steps: [{ title: 'groot', who: 'together' }, { title: 'daarna' }] })
    const titles = async () => (await openGoals()).find(goal => goal.id === goalId)?.steps.map(step => step.title)
    await must(splitStep, { stepId: stepIds[0], titles: ['a', 'b'] })
    expect(await titles()).toEqual(['a', 'b', 'groot', 'daarna'])
    expect((await stepOf(stepIds[0]))?.who).toBe('together')
    await must(answerStep, { stepId: stepIds[1], version: 1, answer: 'didNotWork' })
    await must(splitStep, { stepId: stepIds[1], titles: ['c'] })
    expect(await titles()).toEqual(['a', 'b', 'groot', 'daarna', 'c'])
    await must(answerStep, { stepId: stepIds[0], version: 1, answer: 'done' })
    expect(await run(splitStep, { stepId: stepIds[0], titles: ['d'] })).toMatchObject({ code: 'notPossibleNow' })
    expect(await run(splitStep, { stepId: stepIds[1], titles: [] })).toMatchObject({ code: 'invalidInput' })
  })
})
