import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayIn, type GoalId, type ParticipantId, type StepId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import {
  addGoal,
  addRecognitionBudget,
  addSteps,
  answerStep,
  getRecognition,
  giveRecognition,
  handOutRecognition,
  listRecognitionBudgets,
  reachGoal,
  removeStep,
  reopenGoal,
  takeBackRecognition,
  undoAnswer,
} from './index.ts'

/** What was spent of a budget is always what was handed out, whoever undoes the reason for it at that moment. */
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let colleague: Actor
let beheer: Actor

beforeAll(async () => {
  house = await createHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  tenantId = await house.municipality(`Veenrijk ${Math.random()}`)
  const brug = await house.organisation(tenantId)
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  colleague = await house.member(tenantId, 'coach', { organisationId: brug })
  beheer = await house.member(tenantId, 'beheer')
  for (const actor of [coach, colleague]) await reaching(house, tenantId, selam, actor)
  const year = Number(dayIn(new Date()).slice(0, 4))
  await house.runner.run(addRecognitionBudget, beheer, { year, amountCents: 5_000 })
})

const value = <T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}
const agreed = { recognitionKind: 'voucher', recognitionWords: 'Bon', recognitionCents: 1_000 }
const aTakenStep = async (): Promise<StepId> => {
  const goal = { participantId: selam, title: 'Meedoen', area: 'takingPart' }
  const { goalId } = value(await house.runner.run(addGoal, coach, goal))
  const steps = { participantId: selam, goalId, steps: [{ title: 'Bellen', ...agreed }] }
  const [stepId] = value(await house.runner.run(addSteps, coach, steps)).stepIds
  if (stepId === undefined) throw new Error('no step')
  value(await house.runner.run(answerStep, coach, { participantId: selam, stepId, version: 1, answer: 'didNotWork' }))
  return stepId
}
/** Nobody took it yet, and something was given for it all the same. */
const anOpenStep = async (): Promise<StepId> => {
  const stepId = await aTakenStep()
  value(await house.runner.run(undoAnswer, coach, { participantId: selam, stepId, version: 2 }))
  const card = { participantId: selam, stepId, kind: 'card', words: 'Zomaar', valueCents: 1_000 }
  value(await house.runner.run(giveRecognition, coach, card))
  return stepId
}
const aReachedGoal = async (): Promise<GoalId> => {
  const goal = { participantId: selam, title: 'Diploma', area: 'skills', ...agreed }
  const { goalId } = value(await house.runner.run(addGoal, coach, goal))
  value(await house.runner.run(reachGoal, coach, { participantId: selam, goalId, version: 1 }))
  return goalId
}
const given = async () => value(await house.runner.run(getRecognition, coach, { participantId: selam })).recognitions
const handOut = async () => {
  const [card] = await given()
  return house.runner.run(handOutRecognition, coach, { participantId: selam, recognitionId: card?.id, version: 1 })
}
const spent = async () => value(await house.runner.run(listRecognitionBudgets, beheer, {})).budgets[0]?.spentCents

const waiting = async (count: number): Promise<void> => {
  for (let i = 0; i < 100; i += 1) {
    const { rows } = await house.owner.query<{ count: number }>(
      `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if ((rows[0]?.count ?? 0) >= count) return
    await setTimeout(20)
  }
  throw new Error('Nobody waits')
}
/** Handing out is half way, with the budget still to be taken from, when somebody undoes the reason for it. */
const whileHandingOut = async <T>(undo: () => Promise<T>): Promise<T> => {
  const holder = await house.owner.connect()
  try {
    await holder.query('begin')
    await holder.query('select from recognition_budget where tenant_id = $1 for update', [tenantId])
    const handing = handOut()
    await waiting(1)
    const undoing = undo()
    await waiting(2)
    await holder.query('commit')
    expect(await handing).toMatchObject({ ok: true })
    return await undoing
  } finally {
    holder.release(true)
  }
}
const HANDED = { ok: false, code: 'notPossibleNow', details: { state: 'handedOut' } }

describe('while something is handed out', () => {
  test('its step is not removed', async () => {
    const stepId = await anOpenStep()
    const undone = await whileHandingOut(() =>
      house.runner.run(removeStep, colleague, { participantId: selam, stepId, version: 3 }),
    )
    expect(undone).toMatchObject(HANDED)
    expect([await spent(), (await given()).length]).toEqual([1_000, 1])
  })

  test('the answer for which it is given is not taken back', async () => {
    const stepId = await aTakenStep()
    const undone = await whileHandingOut(() =>
      house.runner.run(undoAnswer, colleague, { participantId: selam, stepId, version: 2 }),
    )
    expect(undone).toMatchObject(HANDED)
    expect([await spent(), (await given()).length]).toEqual([1_000, 1])
  })

  test('its goal is not opened again', async () => {
    const goalId = await aReachedGoal()
    const undone = await whileHandingOut(() =>
      house.runner.run(reopenGoal, colleague, { participantId: selam, goalId, version: 2 }),
    )
    expect(undone).toMatchObject(HANDED)
    expect([await spent(), (await given()).length]).toEqual([1_000, 1])
  })
})

test('whoever comes first: what was spent is what is there, twenty times over', async () => {
  for (let i = 0; i < 20; i += 1) {
    const goalId = await aReachedGoal()
    const [handed] = await Promise.all([
      handOut(),
      house.runner.run(reopenGoal, colleague, { participantId: selam, goalId, version: 2 }),
    ])
    const left = (await given()).filter(each => each.handedOn !== undefined)
    expect([await spent(), left.length]).toEqual(handed.ok ? [1_000, 1] : [0, 0])
    for (const { id: recognitionId, version } of left)
      value(await house.runner.run(takeBackRecognition, coach, { participantId: selam, recognitionId, version }))
    for (const { id } of await given()) await house.owner.query('delete from recognition_given where id = $1', [id])
  }
})
