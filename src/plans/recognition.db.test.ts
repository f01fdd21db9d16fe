import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { dayIn, type ParticipantId, type StepId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor, UseCase } from '#platform'
import { SELF_REACH } from '#sharing'
import {
  addGoal,
  addRecognitionBudget,
  addRecognitionOption,
  addSteps,
  amendRecognitionBudget,
  amendRecognitionOption,
  answerStep,
  archiveRecognitionOption,
  chooseGoalRecognition,
  chooseRecognition,
  getPlan,
  getRecognition,
  giveRecognition,
  handOutRecognition,
  listRecognitionBudgets,
  listRecognitionOptions,
  reachGoal,
  removeStep,
  reopenGoal,
  restoreRecognitionOption,
  takeBackRecognition,
  undoAnswer,
  undoGoalRecognitionChoice,
  undoRecognitionChoice,
} from './index.ts'
import { expectLinesKept } from './test-lines.ts'

const UNKNOWN = '00000000-0000-7000-8000-000000000000'
const year = Number(dayIn(new Date()).slice(0, 4))
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let colleague: Actor
let beheer: Actor
let self: Actor

beforeAll(async () => {
  house = await createHouse()
})
afterAll(async () => {
  await expectLinesKept(house)
  await house.close()
})
/** Each test has a municipality of its own, since a budget is of a municipality. */
beforeEach(async () => {
  tenantId = await house.municipality(`Veenrijk ${Math.random()}`)
  const brug = await house.organisation(tenantId)
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  colleague = await house.member(tenantId, 'coach', { organisationId: brug })
  beheer = await house.member(tenantId, 'beheer')
  self = await house.member(tenantId, 'participant', { participantId: selam })
  for (const actor of [coach, colleague]) await reaching(house, tenantId, selam, actor)
  await reaching(house, tenantId, selam, self, SELF_REACH)
})

const run = <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: object,
  actor = coach,
) => house.runner.run(useCase, actor, { participantId: selam, ...input })
const must = async <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: object,
  actor = coach,
): Promise<z.infer<Output>> => {
  const answer = await run(useCase, input, actor)
  if (!answer.ok) throw new Error(`${useCase.name}: ${JSON.stringify(answer)}`)
  return answer.value
}
const asBeheer = <Input extends z.ZodObject, Output extends z.ZodType>(useCase: UseCase<Input, Output>, input: object) =>
  house.runner.run(useCase, beheer, input)
const addOption = async (option: object): Promise<string> => {
  const added = await asBeheer(addRecognitionOption, option)
  if (!added.ok) throw new Error(JSON.stringify(added))
  return added.value.optionId
}
const voucher = { kind: 'voucher', words: 'Bon van 10 euro', valueCents: 1_000, countsAs: 'gift' }
/** Steps that were taken, each with what was chosen from the list. */
const takenWith = async (optionId: string, ...titles: string[]): Promise<readonly StepId[]> => {
  const { goalId } = await must(addGoal, { title: 'Meedoen', area: 'takingPart' })
  const { stepIds } = await must(addSteps, { goalId, steps: titles.map(title => ({ title, recognitionOptionId: optionId })) })
  for (const stepId of stepIds) await must(answerStep, { stepId, version: 1, answer: 'didNotWork' })
  return stepIds
}
const given = async () => (await must(getRecognition, {})).recognitions
const budget = async () => {
  const listed = await asBeheer(listRecognitionBudgets, {})
  return listed.ok ? listed.value.budgets[0] : undefined
}
const setBudget = async (amountCents: number, more: object = {}) => {
  const added = await asBeheer(addRecognitionBudget, { year, amountCents, ...more })
  if (!added.ok) throw new Error(JSON.stringify(added))
  return added.value.budgetId
}

describe('the list of the municipality', () => {
  test('beheer adds, changes, puts away and brings back; what was agreed before stays as it was', async () => {
    const optionId = await addOption(voucher)
    await takenWith(optionId, 'Bellen')
    expect(
      await asBeheer(amendRecognitionOption, { optionId, version: 1, ...voucher, words: 'Bon', valueCents: 2_000 }),
    ).toMatchObject({
      ok: true,
    })
    expect(await asBeheer(amendRecognitionOption, { optionId, version: 1, ...voucher })).toMatchObject({
      code: 'versionConflict',
      details: { current: { words: 'Bon' } },
    })
    expect(await given()).toMatchObject([{ words: 'Bon van 10 euro', valueCents: 1_000, countsAs: 'gift' }])
    await asBeheer(archiveRecognitionOption, { optionId, version: 2 })
    const { goalId } = await must(addGoal, { title: 'x', area: 'skills' })
    const steps = [{ title: 'x', recognitionOptionId: optionId }]
    expect(await run(addSteps, { goalId, steps })).toMatchObject({ field: 'steps.0.recognitionOptionId' })
    await asBeheer(restoreRecognitionOption, { optionId, version: 3 })
    await must(addSteps, { goalId, steps })
    expect((await must(listRecognitionOptions, {}, self)).options).toMatchObject([
      { id: optionId, valueCents: 2_000, version: 4 },
    ])
  })

  test('what has a value says how it counts; a coach sets no list', async () => {
    expect(await asBeheer(addRecognitionOption, { ...voucher, countsAs: undefined })).toMatchObject({
      code: 'invalidInput',
      field: 'countsAs',
    })
    expect(await house.runner.run(addRecognitionOption, coach, voucher)).toEqual({ ok: false, code: 'notFound' })
    expect(await asBeheer(amendRecognitionOption, { ...voucher, optionId: UNKNOWN, version: 1 })).toEqual({
      ok: false,
      code: 'notFound',
    })
  })

  test('the person chooses: from the list or in own words, and sets no value', async () => {
    const optionId = await addOption(voucher)
    const { goalId } = await must(addGoal, { title: 'Fietsen', area: 'skills' })
    const { stepIds } = await must(addSteps, { goalId, steps: [{ title: 'Proefrit' }] })
    const stepOf = async () => (await must(getPlan, {})).goals[0]?.steps[0]
    await must(chooseRecognition, { stepId: stepIds[0], version: 1, recognitionOptionId: optionId }, self)
    expect((await stepOf())?.recognition).toMatchObject({ kind: 'voucher', valueCents: 1_000 })
    const words = { recognitionKind: 'outing', recognitionWords: 'Naar zee', recognitionCents: 90_000 }
    await must(chooseRecognition, { stepId: stepIds[0], version: 2, ...words }, self)
    expect((await stepOf())?.recognition).toEqual({ kind: 'outing', words: 'Naar zee' })
    expect(await run(chooseRecognition, { stepId: stepIds[0], version: 2 }, self)).toMatchObject({ code: 'versionConflict' })
  })
})

describe('the person chooses', () => {
  const sea = { recognitionKind: 'outing', recognitionWords: 'Naar zee', recognitionCents: 2_500 }
  const open = async () => (await must(getPlan, {})).goals[0]

  test('taken back, what the coach agreed stands again with its value; for a step and for a goal', async () => {
    const { goalId } = await must(addGoal, { title: 'Fietsen', area: 'skills', ...sea })
    const { stepIds } = await must(addSteps, { goalId, steps: [{ title: 'Proefrit', ...sea }] })
    const stepId = stepIds[0]
    await must(chooseRecognition, { stepId, version: 1, recognitionKind: 'none' }, self)
    await must(chooseGoalRecognition, { goalId, version: 1, recognitionKind: 'other', recognitionWords: 'Taart' }, self)
    expect(await open()).toMatchObject({
      recognition: { kind: 'other', words: 'Taart' },
      steps: [{ recognition: { kind: 'none' } }],
    })
    await must(undoRecognitionChoice, { stepId, version: 2 }, self)
    await must(undoGoalRecognitionChoice, { goalId, version: 2 }, self)
    const before = { kind: 'outing', words: 'Naar zee', valueCents: 2_500, countsAs: 'gift' }
    expect(await open()).toMatchObject({ recognition: before, steps: [{ recognition: before }] })
  })

  test('nothing to take back, an older version, no words, what is unknown or not open: refused', async () => {
    const { goalId } = await must(addGoal, { title: 'Fietsen', area: 'skills' })
    const { stepIds } = await must(addSteps, { goalId, steps: [{ title: 'Proefrit' }] })
    const stepId = stepIds[0]
    const nothing = { code: 'notPossibleNow', details: { state: 'nothingChosen' } }
    expect(await run(undoRecognitionChoice, { stepId, version: 1 }, self)).toMatchObject(nothing)
    expect(await run(undoGoalRecognitionChoice, { goalId, version: 1 }, self)).toMatchObject(nothing)
    expect(await run(undoRecognitionChoice, { stepId, version: 9 }, self)).toMatchObject({ code: 'versionConflict' })
    expect(await run(undoGoalRecognitionChoice, { goalId, version: 9 }, self)).toMatchObject({ code: 'versionConflict' })
    expect(await run(chooseGoalRecognition, { goalId, version: 9 }, self)).toMatchObject({ code: 'versionConflict' })
    expect(await run(chooseGoalRecognition, { goalId, version: 1, recognitionKind: 'other' }, self)).toMatchObject({
      code: 'invalidInput',
      field: 'recognitionWords',
    })
    expect(await run(chooseGoalRecognition, { goalId, version: 1, recognitionOptionId: UNKNOWN }, self)).toMatchObject({
      field: 'recognitionOptionId',
    })
    expect(await run(chooseGoalRecognition, { goalId: UNKNOWN, version: 1 }, self)).toEqual({ ok: false, code: 'notFound' })
    await must(reachGoal, { goalId, version: 1 })
    expect(await run(chooseGoalRecognition, { goalId, version: 2 }, self)).toMatchObject({ code: 'notPossibleNow' })
  })
})

describe('handing out', () => {
  test('when and by whom is kept, the value comes from the budget, and taking it back gives it back', async () => {
    await setBudget(10_000)
    await takenWith(await addOption(voucher), 'Bellen')
    const [card] = await given()
    const handed = await must(handOutRecognition, { recognitionId: card?.id, version: 1 })
    expect(handed).toMatchObject({ version: 2, leftCents: 9_000 })
    expect(await given()).toMatchObject([{ handedOn: dayIn(new Date()), handedBy: coach.membershipId, version: 2 }])
    expect(await budget()).toMatchObject({ amountCents: 10_000, spentCents: 1_000 })
    expect(await run(handOutRecognition, { recognitionId: card?.id, version: 2 })).toMatchObject({
      code: 'notPossibleNow',
      details: { state: 'handedOut' },
    })
    expect(await run(handOutRecognition, { recognitionId: card?.id, version: 1 })).toMatchObject({ code: 'versionConflict' })
    await must(takeBackRecognition, { recognitionId: card?.id, version: 2 })
    expect(await budget()).toMatchObject({ spentCents: 0 })
    expect(await run(takeBackRecognition, { recognitionId: card?.id, version: 3 })).toMatchObject({ code: 'notPossibleNow' })
  })

  test('two at once cannot spend more than there is: one gets the last, the other hears that it is gone', async () => {
    await setBudget(1_500)
    await takenWith(await addOption(voucher), 'een', 'twee')
    const both = await given()
    const answers = await Promise.all(
      both.map((each, index) => run(handOutRecognition, { recognitionId: each.id, version: 1 }, index === 0 ? coach : colleague)),
    )
    expect(answers.map(answer => (answer.ok ? 'ok' : String(answer.details?.['state']))).sort()).toEqual(['budgetSpent', 'ok'])
    expect(await budget()).toMatchObject({ spentCents: 1_000 })
    expect((await given()).filter(each => each.handedOn !== undefined)).toHaveLength(1)
  })

  test('many at once, and what was spent is what was handed out', async () => {
    await setBudget(3_500)
    await takenWith(await addOption(voucher), 'a', 'b', 'c', 'd', 'e', 'f')
    await Promise.all((await given()).map(each => run(handOutRecognition, { recognitionId: each.id, version: 1 })))
    const handed = (await given()).filter(each => each.handedOn !== undefined)
    expect(handed).toHaveLength(3)
    expect(await budget()).toMatchObject({ spentCents: 3_000 })
  })

  test('the same button twice hands out once', async () => {
    await setBudget(5_000)
    await takenWith(await addOption(voucher), 'Bellen')
    const [card] = await given()
    const input = { participantId: selam, recognitionId: card?.id, version: 1 }
    await Promise.all([1, 2].map(() => house.runner.run(handOutRecognition, coach, input, { idempotencyKey: 'twice' })))
    expect(await budget()).toMatchObject({ spentCents: 1_000 })
  })

  test('without a budget it can be handed out; not on a day to come, and words alone are not handed out', async () => {
    const optionId = await addOption(voucher)
    const [stepId] = await takenWith(optionId, 'Bellen')
    await must(giveRecognition, { stepId, words: 'Knap!' })
    const [words, card] = await given()
    expect(await run(handOutRecognition, { recognitionId: words?.id, version: 1 })).toMatchObject({ code: 'notPossibleNow' })
    expect(await run(handOutRecognition, { recognitionId: card?.id, version: 1, handedOn: '2999-01-01' })).toMatchObject({
      code: 'invalidInput',
      field: 'handedOn',
    })
    expect(await must(handOutRecognition, { recognitionId: card?.id, version: 1 })).not.toHaveProperty('leftCents')
    expect(await run(handOutRecognition, { recognitionId: UNKNOWN, version: 1 })).toEqual({ ok: false, code: 'notFound' })
  })

  test('what changed hands is taken back first, before the answer or the step is', async () => {
    const [stepId] = await takenWith(await addOption(voucher), 'Bellen')
    const [card] = await given()
    await must(handOutRecognition, { recognitionId: card?.id, version: 1 })
    expect(await run(undoAnswer, { stepId, version: 2 }, self)).toMatchObject({ details: { state: 'handedOut' } })
    await must(takeBackRecognition, { recognitionId: card?.id, version: 2 })
    await must(undoAnswer, { stepId, version: 2 }, self)
    expect(await given()).toEqual([])
    await must(giveRecognition, { stepId, kind: 'card', words: 'Zomaar' })
    const [loose] = await given()
    await must(handOutRecognition, { recognitionId: loose?.id, version: 1 })
    expect(await run(removeStep, { stepId, version: 3 })).toMatchObject({ details: { state: 'handedOut' } })
  })

  test('a goal that is reached gives what was agreed for it, also only once when it is opened and reached again', async () => {
    const agreed = { recognitionKind: 'outing', recognitionWords: 'Naar zee', recognitionCents: 2_500 }
    const { goalId } = await must(addGoal, { title: 'Diploma', area: 'skills', ...agreed })
    await must(reachGoal, { goalId, version: 1 })
    expect(await given()).toMatchObject([{ goalId, words: 'Naar zee', valueCents: 2_500 }])
    await must(reopenGoal, { goalId, version: 2 })
    expect(await given()).toEqual([])
    await must(reachGoal, { goalId, version: 3 })
    const [outing] = await given()
    await must(handOutRecognition, { recognitionId: outing?.id, version: 1 })
    expect(await run(reopenGoal, { goalId, version: 4 })).toMatchObject({ details: { state: 'handedOut' } })
  })
})

describe('the budget and the law', () => {
  test('one a year for the municipality and one for an organisation; not less than was spent', async () => {
    const budgetId = await setBudget(5_000)
    expect(await asBeheer(addRecognitionBudget, { year, amountCents: 1 })).toMatchObject({ code: 'duplicate', field: 'year' })
    expect(await asBeheer(addRecognitionBudget, { year, amountCents: 1, organisationId: UNKNOWN })).toEqual({
      ok: false,
      code: 'notFound',
    })
    const mine = await setBudget(2_000, { organisationId: coach.organisationId })
    await takenWith(await addOption(voucher), 'Bellen')
    const [card] = await given()
    expect(await must(handOutRecognition, { recognitionId: card?.id, version: 1 })).toMatchObject({ leftCents: 1_000 })
    expect(await asBeheer(amendRecognitionBudget, { budgetId: mine, version: 1, amountCents: 999 })).toMatchObject({
      code: 'invalidInput',
      field: 'amountCents',
      details: { reason: 'belowSpent', spentCents: 1_000 },
    })
    expect(await asBeheer(amendRecognitionBudget, { budgetId, version: 1, amountCents: 0 })).toMatchObject({ ok: true })
    expect(await asBeheer(amendRecognitionBudget, { budgetId, version: 1, amountCents: 5 })).toMatchObject({
      code: 'versionConflict',
    })
  })

  test('on 31 December the sums of the old year count, on 1 January those of the new one', async () => {
    const [lastDay, newYear] = [`${year - 1}-12-31`, `${year}-01-01`]
    const big = await addOption({ kind: 'outing', words: 'Week weg', valueCents: 110_000, countsAs: 'gift' })
    await takenWith(big, 'een', 'twee')
    const [first, second] = await given()
    const totalOn = async (on: string) => {
      const { on: weighedOn, recognitions } = await must(getRecognition, { on })
      return [weighedOn, recognitions.find(each => each.id === second?.id)?.safety.totalCents]
    }
    await must(handOutRecognition, { recognitionId: first?.id, version: 1, handedOn: lastDay })
    expect(await totalOn(lastDay)).toEqual([lastDay, 220_000])
    expect(await totalOn(newYear)).toEqual([newYear, 110_000])
    expect(await totalOn('2999-01-01')).toEqual([dayIn(new Date()), 110_000])
    expect(await run(getRecognition, { on: 'gisteren' })).toMatchObject({ code: 'invalidInput', field: 'on' })

    const hand = { recognitionId: second?.id, version: 1, handedOn: lastDay }
    expect(await run(handOutRecognition, { ...hand, weighedOn: newYear })).toMatchObject({
      code: 'notPossibleNow',
      field: 'handedOn',
      details: { state: 'otherLimits' },
    })
    expect(await run(handOutRecognition, { ...hand, weighedOn: lastDay })).toMatchObject({ ok: true })
  })

  test('what it means beside a benefit is said before, over the whole year; nothing is deducted and nothing is stopped', async () => {
    const big = await addOption({ kind: 'outing', words: 'Week weg', valueCents: 110_000, countsAs: 'gift' })
    await takenWith(big, 'een', 'twee')
    const [first, second] = await given()
    const known = first?.safety.state !== 'notSet'
    if (known) expect(first?.safety).toMatchObject({ state: 'near', totalCents: 110_000, limitCents: 120_000 })
    await must(handOutRecognition, { recognitionId: first?.id, version: 1 })
    const after = (await given()).find(each => each.id === second?.id)
    expect(after?.safety.totalCents).toBe(220_000)
    if (known) expect(after?.safety.state).toBe('above')
    expect(await run(handOutRecognition, { recognitionId: second?.id, version: 1 })).toMatchObject({ ok: true })
  })
})
