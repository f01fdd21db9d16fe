import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, dayIn, type ParticipantId, type TenantId, type TrajectoryId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import type { Actor } from '#platform'
import { activateTrajectory, sendAdvice, undoAdviceWithdrawal, withdrawAdvice, writeAdviceWord } from './index.ts'
import { anAcceptedReferral } from './test-kit.ts'

/** The own word of the person goes to the municipality with a sent advice, and not without one, whoever writes at that moment. */
const today = dayIn(new Date())
let house: TestHouse
let tenantId: TenantId
let desk: Actor
let coach: Actor
let about: { readonly participantId: ParticipantId; readonly trajectoryId: TrajectoryId }
let people = 0

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
})
afterAll(() => house.close())
beforeEach(async () => {
  people += 1
  const birthDate = addDays(dayIn(new Date('1980-01-01')), people)
  const { participantId, trajectoryId } = await anAcceptedReferral(house, desk, coach, { birthDate })
  about = { participantId, trajectoryId }
  const started = await house.runner.run(activateTrajectory, coach, { ...about, version: 1, plannedEndOn: addDays(today, 60) })
  if (!started.ok) throw new Error(started.code)
})

const content = { direction: 'end', endReason: 'moved', summary: 'Het ging goed.', because: 'Verhuisd.' }
const send = () => house.runner.run(sendAdvice, coach, { ...about, version: 0, ...content })
const write = (version: number, words: string) => house.runner.run(writeAdviceWord, coach, { ...about, version, words })
const shared = async () => {
  const { rows } = await house.owner.query<{ words: string; goes: boolean }>(
    'select words, for_municipality as goes from own_word where trajectory_id = $1',
    [about.trajectoryId],
  )
  return rows
}
/** The first is done but for its last statement, the facts, when the second begins. */
const meanwhile = async <T>(first: () => Promise<unknown>, second: () => Promise<T>): Promise<T> => {
  const holder = await house.owner.connect()
  await holder.query('begin')
  await holder.query('lock table outbox_fact in exclusive mode')
  const firstly = first()
  await setTimeout(250)
  const secondly = second()
  await setTimeout(250)
  await holder.query('commit')
  holder.release()
  expect(await firstly).toMatchObject({ ok: true })
  return secondly
}

test('a first word that is written while the advice is being sent goes with it', async () => {
  expect(await meanwhile(send, () => write(0, 'Ik ga verhuizen'))).toMatchObject({ ok: true })
  expect(await shared()).toEqual([{ words: 'Ik ga verhuizen', goes: true }])
})

test('so does a word that is changed at that moment', async () => {
  await write(0, 'Eerst')
  expect(await meanwhile(send, () => write(1, 'Later'))).toMatchObject({ ok: true })
  expect(await shared()).toEqual([{ words: 'Later', goes: true }])
})

test('a word that is changed while the advice is withdrawn stays here, and goes again when that is taken back', async () => {
  await write(0, 'Eerst')
  const sent = await send()
  if (!sent.ok) throw new Error(sent.code)
  const { participantId } = about
  const { adviceId, version } = sent.value
  const withdraw = () => house.runner.run(withdrawAdvice, coach, { participantId, adviceId, version, reason: 'Te vroeg' })
  expect(await meanwhile(withdraw, () => write(1, 'Later'))).toMatchObject({ ok: true })
  expect(await shared()).toEqual([{ words: 'Later', goes: false }])
  const undo = () => house.runner.run(undoAdviceWithdrawal, coach, { participantId, adviceId, version: version + 1 })
  expect(await meanwhile(undo, () => write(2, 'Nog later'))).toMatchObject({ ok: true })
  expect(await shared()).toEqual([{ words: 'Nog later', goes: true }])
})
