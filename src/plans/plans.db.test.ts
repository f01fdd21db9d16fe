import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { dayIn, type GoalId, type ParticipantId, type StepId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor, UseCase } from '#platform'
import { SELF_REACH } from '#sharing'
import {
  addGoal,
  addSmallerStep,
  addSteps,
  addWish,
  amendGoal,
  amendWish,
  answerStep,
  archiveGoal,
  archiveWish,
  getPlan,
  giveRecognition,
  moveStep,
  noteUnmetWish,
  plansUseCases,
  reachGoal,
  removeStep,
  reopenGoal,
  resolveUnmetWish,
  restoreWish,
  setPractical,
  undoAnswer,
} from './index.ts'
import { expectLinesKept } from './test-lines.ts'

const UNKNOWN = '00000000-0000-7000-8000-000000000000'
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let stranger: Actor
let self: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  stranger = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId, 'welfare', 'Verder') })
  self = await house.member(tenantId, 'participant', { participantId: selam })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, self, SELF_REACH)
})
afterAll(async () => {
  await expectLinesKept(house)
  await house.close()
})

const must = async <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: Record<string, unknown>,
  actor: Actor = coach,
): Promise<z.infer<Output>> => {
  const answer = await house.runner.run(useCase, actor, { participantId: selam, ...input })
  if (!answer.ok) throw new Error(`${useCase.name}: ${JSON.stringify(answer)}`)
  return answer.value
}
const plan = () => must(getPlan, {})
const goalWith = async (...titles: string[]): Promise<{ goalId: GoalId; stepIds: StepId[] }> => {
  const { goalId } = await must(addGoal, { title: `Doel van ${titles.join()}`, area: 'contacts' })
  const { stepIds } = await must(addSteps, { goalId, steps: titles.map(title => ({ title })) })
  return { goalId, stepIds }
}
const stepsOf = async (goalId: GoalId) => (await plan()).goals.find(goal => goal.id === goalId)?.steps ?? []

describe('wishes and what has to be practical', () => {
  test('a wish is kept as said, with its language; it is put away and brought back', async () => {
    const words = 'أريد أن أكون بين الناس'
    const { wishId } = await must(addWish, { words, language: 'ar' }, self)
    const { version } = await must(archiveWish, { wishId, version: 1 })
    expect((await plan()).wishes).toMatchObject([{ words, language: 'ar', archived: true, writtenBy: self.membershipId }])
    await must(restoreWish, { wishId, version })
    expect((await plan()).wishes).toMatchObject([{ archived: false, version: 3 }])
  })

  test('somebody with an older text on the screen gets to see what stands there now; nothing is overwritten', async () => {
    const { wishId } = await must(addWish, { words: 'Ik kan goed koken.', kind: 'strength' })
    await must(amendWish, { wishId, version: 1, words: 'Ik kook graag voor anderen.' }, self)
    const late = await house.runner.run(amendWish, coach, { participantId: selam, wishId, version: 1, words: 'Koken' })
    expect(late).toMatchObject({
      ok: false,
      code: 'versionConflict',
      details: { current: { words: 'Ik kook graag voor anderen.', version: 2 } },
    })
    expect((await plan()).wishes.find(wish => wish.id === wishId)?.words).toBe('Ik kook graag voor anderen.')
  })

  test('the practical sheet is written once by the first, and then amended by version', async () => {
    const first = { dayParts: ['4-afternoon', '2-morning'], maxDistanceKm: 3.5, travelMode: 'bike', dutchLevel: 'A1', version: 0 }
    expect(await must(setPractical, first)).toEqual({ version: 1 })
    expect((await plan()).practical).toMatchObject({ dayParts: ['2-morning', '4-afternoon'], maxDistanceKm: 3.5, version: 1 })
    const late = await house.runner.run(setPractical, coach, { participantId: selam, ...first, maxDistanceKm: 9 })
    expect(late).toMatchObject({ code: 'versionConflict', details: { current: { maxDistanceKm: 3.5 } } })
    expect(await must(setPractical, { version: 1, needsChildcare: false })).toEqual({ version: 2 })
    const emptied = (await plan()).practical
    expect(emptied).toMatchObject({ dayParts: [], needsChildcare: false })
    expect(emptied?.maxDistanceKm).toBeUndefined()
  })
})

describe('goals', () => {
  test('a wish becomes a goal; it is amended, reached and opened again', async () => {
    const { wishId } = await must(addWish, { words: 'Vaker onder de mensen' })
    const fields = { title: 'Onder de mensen', area: 'contacts', wishId, until: '2999-01-15' }
    const { goalId } = await must(addGoal, fields)
    await must(amendGoal, { ...fields, goalId, version: 1, area: 'takingPart' })
    await must(reachGoal, { goalId, version: 2 })
    const find = async () => (await plan()).goals.find(goal => goal.id === goalId)
    expect(await find()).toMatchObject({ state: 'reached', area: 'takingPart', wishId, until: '2999-01-15' })
    const again = await house.runner.run(reachGoal, coach, { participantId: selam, goalId, version: 3 })
    expect(again).toMatchObject({ code: 'notPossibleNow', details: { state: 'reached' } })
    await must(reopenGoal, { goalId, version: 3 })
    expect(await find()).toMatchObject({ state: 'open', version: 4 })
  })

  test('without a suitable activity the goal is archived and the wish reaches the supply side without a name', async () => {
    const { goalId } = await must(addGoal, { title: 'Duiken', area: 'skills' })
    await must(archiveGoal, { goalId, version: 1, reason: 'noSuitableActivity', whatLacks: 'Geen duikclub in de buurt' })
    const { unmetWishes, goals } = await plan()
    expect(goals.find(goal => goal.id === goalId)).toMatchObject({ state: 'archived', reason: 'noSuitableActivity' })
    expect(unmetWishes.filter(wish => wish.goalId === goalId)).toMatchObject([
      { words: 'Duiken', whatLacks: 'Geen duikclub in de buurt' },
    ])
    const facts = await house.owner.query(`select payload from outbox_fact where name = 'UnmetWishNoted'`)
    expect(facts.rows).toHaveLength(1)
    expect(JSON.stringify(facts.rows)).not.toContain(selam)
  })

  test('"nothing suitable" is noted once per goal, and can be taken back', async () => {
    const { goalId } = await must(addGoal, { title: 'Paardrijden', area: 'takingPart' })
    await must(noteUnmetWish, { goalId, whatLacks: 'te duur' })
    await must(noteUnmetWish, { goalId, whatLacks: 'te ver' })
    const own = async () => (await plan()).unmetWishes.filter(wish => wish.goalId === goalId)
    expect(await own()).toMatchObject([{ whatLacks: 'te ver' }])
    await must(resolveUnmetWish, { goalId })
    expect((await own())[0]?.resolvedOn).toBeDefined()
  })

  test('a reason "other" asks for words', async () => {
    const { goalId } = await must(addGoal, { title: 'Iets', area: 'skills' })
    expect(
      await house.runner.run(archiveGoal, coach, { participantId: selam, goalId, version: 1, reason: 'other' }),
    ).toMatchObject({ code: 'invalidInput', field: 'reasonWords' })
  })
})

describe('steps and recognition', () => {
  test('three steps at once, in order; one moves up; one that nobody took is removed', async () => {
    const { goalId, stepIds } = await goalWith('een', 'twee', 'drie')
    await must(moveStep, { stepId: stepIds[2], direction: 'up' })
    expect((await stepsOf(goalId)).map(step => step.title)).toEqual(['een', 'drie', 'twee'])
    const atTop = await house.runner.run(moveStep, coach, { participantId: selam, stepId: stepIds[0], direction: 'up' })
    expect(atTop).toMatchObject({ code: 'notPossibleNow' })
    expect(await must(removeStep, { stepId: stepIds[0], version: 1 })).toMatchObject({ removed: { title: 'een' } })
    expect((await stepsOf(goalId)).map(step => step.title)).toEqual(['drie', 'twee'])
  })

  test('a step of somebody else needs a name; the row says which', async () => {
    const { goalId } = await must(addGoal, { title: 'Hulp', area: 'independence' })
    const steps = [{ title: 'een' }, { title: 'twee', who: 'other' }]
    expect(await house.runner.run(addSteps, coach, { participantId: selam, goalId, steps })).toMatchObject({
      code: 'invalidInput',
      field: 'steps.1.whoName',
    })
  })

  test('the participant ticks off the own step and gets what was agreed; the answer can be taken back', async () => {
    const { goalId } = await must(addGoal, { title: 'Wandelen', area: 'contacts' })
    const agreed = { title: 'Mee met de groep', plannedOn: '2026-11-25', plannedAt: '10:00', place: 'Bibliotheek' }
    const { stepIds } = await must(addSteps, {
      goalId,
      steps: [{ ...agreed, recognitionKind: 'card', recognitionWords: 'Kaartje met foto' }],
    })
    const [stepId] = stepIds
    const done = await must(answerStep, { stepId, version: 1, answer: 'done', ownWords: 'Spannend, maar leuk' }, self)
    expect(done).toMatchObject({ recognition: { kind: 'card', words: 'Kaartje met foto' }, offerSmallerStep: false, version: 2 })
    expect(await stepsOf(goalId)).toMatchObject([{ ...agreed, state: 'done', ownWords: 'Spannend, maar leuk' }])
    expect((await plan()).recognitions.filter(given => given.stepId === stepId)).toMatchObject([{ words: 'Kaartje met foto' }])
    await must(undoAnswer, { stepId, version: 2 }, self)
    expect(await stepsOf(goalId)).toMatchObject([{ state: 'open', version: 3 }])
    expect((await plan()).recognitions.filter(given => given.stepId === stepId)).toEqual([])
  })

  test('a step that did not work is appreciated too, and a smaller one comes right behind it', async () => {
    const { goalId, stepIds } = await goalWith('meelopen', 'daarna')
    const [stepId] = stepIds
    const tried = await must(answerStep, { stepId, version: 1, answer: 'didNotWork' }, self)
    expect(tried).toMatchObject({ recognition: { kind: 'compliment' }, offerSmallerStep: true })
    await must(addSmallerStep, { stepId, title: 'alleen kijken' }, self)
    expect(await stepsOf(goalId)).toMatchObject([
      { title: 'meelopen', state: 'didNotWork' },
      { title: 'alleen kijken', smallerThan: stepId },
      { title: 'daarna' },
    ])
    await must(giveRecognition, { stepId, kind: 'compliment', words: 'Knap dat je ging.' })
    expect((await plan()).recognitions.filter(given => given.stepId === stepId)).toHaveLength(2)
  })

  test('"not yet" and then done: what was agreed is given once', async () => {
    const { stepIds } = await goalWith('bellen')
    const [stepId] = stepIds
    await must(answerStep, { stepId, version: 1, answer: 'notYet' }, self)
    await must(answerStep, { stepId, version: 2, answer: 'done' }, self)
    expect((await plan()).recognitions.filter(given => given.stepId === stepId)).toHaveLength(1)
  })

  test('coach and participant answer at the same time: one answer and one recognition stand', async () => {
    const { stepIds } = await goalWith('samen')
    const input = { participantId: selam, stepId: stepIds[0], version: 1, answer: 'done' }
    const answers = await Promise.all([house.runner.run(answerStep, coach, input), house.runner.run(answerStep, self, input)])
    expect(answers.map(answer => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['ok', 'versionConflict'])
    expect((await plan()).recognitions.filter(given => given.stepId === stepIds[0])).toHaveLength(1)
  })
})

describe('refusals', () => {
  test('a stranger gets for every use case the answer of an unknown id, and nothing is written', async () => {
    const { goalId, stepIds } = await goalWith('van Selam')
    const { wishId } = await must(addWish, { words: 'van Selam' })
    const count = () => house.owner.query('select (select count(*) from wish) + (select count(*) from step) as n')
    const before = (await count()).rows
    const today = dayIn(new Date())
    const everything = {
      goalId,
      stepId: stepIds[0],
      wishId,
      version: 1,
      words: 'x',
      title: 'x',
      area: 'contacts',
      steps: [{ title: 'x' }],
      titles: ['x'],
      answer: 'done',
      direction: 'up',
      reason: 'notNow',
      promisedBy: 'coach',
      outcome: 'kept',
      placementId: UNKNOWN,
      agreementId: UNKNOWN,
      reciprocityId: UNKNOWN,
      recognitionId: UNKNOWN,
      offerId: UNKNOWN,
      workPlacementId: UNKNOWN,
      workplace: 'x',
      startsOn: today,
      endsOn: today,
      moment: 'review',
      paymentId: UNKNOWN,
      paidOn: today,
      amountCents: 100,
      perTimeCents: 100,
      timesPerMonth: 1,
      organisationName: 'x',
    }
    /** One word means something else here. */
    const otherwise: Readonly<Record<string, object>> = {
      'plans.endPlacement': { outcome: 'stayed' },
      'plans.endWorkPlacement': { outcome: 'stayed' },
      'plans.addWorkPlacement': { kind: 'tryOut' },
      'plans.recordPayment': { kind: 'allowance' },
      'plans.amendPayment': { kind: 'allowance' },
    }
    for (const useCase of plansUseCases.filter(each => each.subject !== undefined)) {
      const words = { ...everything, ...otherwise[useCase.name] }
      expect([useCase.name, useCase.input.safeParse({ ...words, participantId: selam }).success]).toEqual([useCase.name, true])
      const run = (participantId: string) =>
        house.runner.run(useCase as unknown as UseCase, stranger, { ...words, participantId })
      expect([useCase.name, await run(selam)]).toEqual([useCase.name, { ok: false, code: 'notFound' }])
      expect([useCase.name, await run(UNKNOWN)]).toEqual([useCase.name, { ok: false, code: 'notFound' }])
    }
    expect((await count()).rows).toEqual(before)
  })

  test('an id of somebody else’s goal is not found, also for the own coach', async () => {
    const other = await aParticipant(house, tenantId, { callName: 'Mo' })
    await reaching(house, tenantId, other, coach)
    const { goalId, stepIds } = await goalWith('van Selam zelf')
    const input = { participantId: other, goalId, stepId: stepIds[0], version: 1, answer: 'done' }
    expect(await house.runner.run(reachGoal, coach, input)).toEqual({ ok: false, code: 'notFound' })
    expect(await house.runner.run(answerStep, coach, input)).toEqual({ ok: false, code: 'notFound' })
  })

  test('a participant does not write goals, and reads no other plan', async () => {
    const other = await aParticipant(house, tenantId, { callName: 'Ali' })
    expect(await house.runner.run(addGoal, self, { participantId: selam, title: 'x', area: 'skills' })).toMatchObject({
      code: 'notFound',
    })
    expect(await house.runner.run(getPlan, self, { participantId: other })).toEqual({ ok: false, code: 'notFound' })
  })

  test('the same form twice adds three steps, not six', async () => {
    const { goalId } = await must(addGoal, { title: 'Dubbel', area: 'skills' })
    const input = { participantId: selam, goalId, steps: ['a', 'b', 'c'].map(title => ({ title })) }
    const [first, second] = await Promise.all([
      house.runner.run(addSteps, coach, input, { idempotencyKey: 'k1' }),
      house.runner.run(addSteps, coach, input, { idempotencyKey: 'k1' }),
    ])
    expect(first).toEqual(second)
    expect(await stepsOf(goalId)).toHaveLength(3)
  })
})
