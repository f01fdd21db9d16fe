import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId, type ParticipantId, type TenantId, type TrajectoryId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { type Actor, createRunner, fixedClock, type Runner } from '#platform'
import { continueIntake, getIntake, listReferrals, offerSupportFirst, restoreIntake, saveIntake } from './index.ts'
import { anAcceptedReferral } from './test-kit.ts'

const TODAY = '2026-11-24'
let house: TestHouse
let runner: Runner
let tenantId: TenantId
let coach: Actor
let colleague: Actor
let stranger: Actor
let desk: Actor
let participantId: ParticipantId
let trajectoryId: TrajectoryId

beforeAll(async () => {
  house = await createHouse()
  runner = createRunner({
    pool: house.pool,
    clock: fixedClock(`${TODAY}T10:00:00Z`),
    stillSignedIn: house.actors.stillSignedIn,
  })
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Coach Kim' })
  colleague = await house.member(tenantId, 'coach', { organisationId: brug })
  stranger = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId, 'welfare', 'Anders') })
})
afterAll(() => house.close())

const begin = async (): Promise<void> => {
  const accepted = await anAcceptedReferral(house, desk, coach, { birthDate: `19${50 + Math.trunc(++made)}-01-01` })
  ;({ participantId, trajectoryId } = accepted)
}
let made = 0

const read = async (actor: Actor = coach) => {
  const answer = await runner.run(getIntake, actor, { participantId })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}
const key = (version: number) => ({ participantId, trajectoryId, version })
const support = { support: 'Samen naar de huisarts.', supportBy: 'wijkteam', lookAgainOn: '2027-01-12' }

describe('given a trajectory that was just accepted', () => {
  beforeAll(begin)

  test('then nothing is written yet, and the wish of the referral is the first proposal', async () => {
    expect(await read()).toMatchObject({
      own: true,
      earlier: [],
      saidAtReferral: { words: 'Ik wil weer onder de mensen zijn.', language: 'nl' },
    })
  })

  test('when it is written and amended, then what stood there stays readable, with who and when', async () => {
    const words = {
      wish: 'Eén keer per week naar buiten.',
      stability: { rest: 'yes', place: 'partly' },
      obstacles: 'Slaapt slecht.',
    }
    expect(await runner.run(saveIntake, coach, { ...key(0), ...words })).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await runner.run(saveIntake, coach, { ...key(1), ...words, wish: 'Twee keer.' })).toMatchObject({ ok: true })
    expect(await read()).toMatchObject({
      intake: { state: 'talking', wish: 'Twee keer.', stability: { rest: 'yes', place: 'partly' }, version: 2 },
      earlier: [
        { version: 1, reading: { wish: 'Eén keer per week naar buiten.' }, replacedByName: 'Coach Kim' },
        { version: 0, reading: { wish: '' } },
      ],
    })
  })

  test('then the wish of the referral itself is as it was said', async () => {
    const listed = await runner.run(listReferrals, desk, { state: 'all' })
    expect(JSON.stringify(listed)).toContain('Ik wil weer onder de mensen zijn.')
  })

  test('when two people write at once, then the second gets the text of the first', async () => {
    expect((await runner.run(saveIntake, coach, { ...key(2), wish: 'Mijn tekst.' })).ok).toBe(true)
    expect(await runner.run(saveIntake, coach, { ...key(2), wish: 'Jouw tekst.' })).toMatchObject({
      code: 'versionConflict',
      details: { current: { wish: 'Mijn tekst.', version: 3 } },
    })
  })

  test('when the last change is taken back, then it reads as before, and that can be taken back too', async () => {
    expect(await runner.run(restoreIntake, coach, key(3))).toMatchObject({ ok: true, value: { version: 4 } })
    expect((await read()).intake).toMatchObject({ wish: 'Twee keer.', version: 4 })
    expect((await runner.run(restoreIntake, coach, key(4))).ok).toBe(true)
    expect((await read()).intake).toMatchObject({ wish: 'Mijn tekst.', version: 5 })
  })

  test('then a colleague without access, a stranger, the municipality and an unknown trajectory get nothing', async () => {
    for (const actor of [colleague, stranger, desk]) {
      expect(await runner.run(getIntake, actor, { participantId })).toEqual({ ok: false, code: 'notFound' })
      expect(await runner.run(saveIntake, actor, { ...key(5), wish: 'x' })).toEqual({ ok: false, code: 'notFound' })
    }
    const unknown = { participantId, trajectoryId: newId<TrajectoryId>(), version: 0 }
    expect(await runner.run(saveIntake, coach, unknown)).toEqual({ ok: false, code: 'notFound' })
    expect(await runner.run(getIntake, coach, unknown)).toEqual({ ok: false, code: 'notFound' })
  })

  test('when an answer is unknown or a text too long, then it is refused', async () => {
    for (const wrong of [{ stability: { rest: 'maybe' } }, { stability: { score: 'yes' } }, { wish: 'a'.repeat(2_001) }])
      expect(await runner.run(saveIntake, coach, { ...key(5), ...wrong })).toMatchObject({ code: 'invalidInput' })
  })
})

describe('given severe obstacles', () => {
  beforeAll(begin)

  test('when support is offered before a word was written, then the trajectory stays and has a day to look again', async () => {
    expect(await runner.run(offerSupportFirst, coach, { ...key(0), ...support })).toMatchObject({ ok: true })
    expect(await read()).toMatchObject({ trajectory: { state: 'intake' }, intake: { state: 'supportFirst', ...support } })
  })

  test('when the day lies in the past or the offer is empty, then it is refused at that field', async () => {
    expect(await runner.run(offerSupportFirst, coach, { ...key(1), ...support, lookAgainOn: '2026-11-23' })).toMatchObject({
      code: 'invalidInput',
      field: 'lookAgainOn',
    })
    expect(await runner.run(offerSupportFirst, coach, { ...key(1), ...support, support: '  ' })).toMatchObject({
      code: 'invalidInput',
      field: 'support',
    })
  })

  test('when the words are amended meanwhile, then the offer stays; when there is room again, it goes on, once', async () => {
    expect((await runner.run(saveIntake, coach, { ...key(1), wish: 'Rust.' })).ok).toBe(true)
    expect((await read()).intake).toMatchObject({ state: 'supportFirst', wish: 'Rust.', ...support })
    expect((await runner.run(continueIntake, coach, key(2))).ok).toBe(true)
    expect((await read()).intake).toMatchObject({ state: 'talking', wish: 'Rust.', version: 3 })
    expect(await runner.run(continueIntake, coach, key(3))).toMatchObject({ code: 'notPossibleNow' })
  })
})
