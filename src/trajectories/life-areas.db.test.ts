import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type LifeAreaId, type LifeAreaNoteId, newId, type ParticipantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { type Actor, createRunner, fixedClock, type Runner } from '#platform'
import {
  addLifeAreaNote,
  amendLifeArea,
  amendLifeAreaNote,
  answerObjection,
  closeLifeArea,
  getLifeArea,
  listLifeAreas,
  objectToLifeArea,
  openLifeArea,
  removeLifeAreaNote,
  reopenLifeArea,
  restoreLifeAreaNote,
  withdrawObjection,
} from './index.ts'
import { anAcceptedReferral } from './test-kit.ts'

let house: TestHouse
let coach: Actor
let colleague: Actor
let stranger: Actor
let self: Actor
let participantId: ParticipantId
let lifeAreaId: LifeAreaId
let noteId: LifeAreaNoteId

/** The same people on another day; grants are checked by the database at its own time. */
const on = (day: string): Runner =>
  createRunner({ pool: house.pool, clock: fixedClock(`${day}T10:00:00Z`), stillSignedIn: house.actors.stillSignedIn })
const [DAY, UNTIL, BEFORE, AFTER] = ['2026-11-24', '2026-12-31', '2026-12-30', '2027-01-01'] as const
const why = { area: 'finances', reason: 'De schulden houden haar wakker.', until: UNTIL }
const SECRET = 'Brief van de deurwaarder'

beforeAll(async () => {
  house = await createHouse()
  const tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  const desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Coach Kim' })
  colleague = await house.member(tenantId, 'coach', { organisationId: brug })
  stranger = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId, 'welfare', 'Anders') })
  ;({ participantId } = await anAcceptedReferral(house, desk, coach))
  self = await house.member(tenantId, 'participant', { participantId })
  await house.owner.query(
    `insert into access_grant (tenant_id, id, participant_id, membership_id, reads, writes, ground, legal_basis, purpose, valid_from)
     values ($1, $2, $3, $4, '{name,lifeAreas}', '{lifeAreas}', 'self', 'AVG 15', 'own', '2020-01-01')`,
    [tenantId, newId(), participantId, self.membershipId],
  )
})
afterAll(() => house.close())

beforeEach(async () => {
  await house.owner.query('delete from life_area_version; delete from life_area_note; delete from life_area')
  const opened = await on(DAY).run(openLifeArea, coach, { participantId, ...why })
  if (!opened.ok) throw new Error(opened.code)
  ;({ lifeAreaId } = opened.value)
  const noted = await on(DAY).run(addLifeAreaNote, coach, { participantId, lifeAreaId, words: SECRET })
  if (!noted.ok) throw new Error(noted.code)
  ;({ noteId } = noted.value)
})

const key = (version = 1) => ({ participantId, lifeAreaId, version })
const NOT_FOUND = { ok: false, code: 'notFound' }

describe('given an area that is open until 31 December', () => {
  test.each([
    ['the day before', BEFORE, true],
    ['the day itself', UNTIL, true],
    ['the day after', AFTER, false],
  ])('then the coach reads and writes in it: %s', async (_name, day, may) => {
    const runner = on(day)
    const opened = await runner.run(getLifeArea, coach, { participantId, lifeAreaId })
    const listed = await runner.run(listLifeAreas, coach, { participantId })
    const written = await runner.run(addLifeAreaNote, coach, { participantId, lifeAreaId, words: 'Nog iets.' })
    const amended = await runner.run(amendLifeAreaNote, coach, { participantId, noteId, version: 1, words: 'Anders.' })
    expect(written.ok).toBe(may)
    expect(amended.ok).toBe(may)
    if (may) {
      expect(opened).toMatchObject({
        value: { opening: { reason: why.reason, openedByName: 'Coach Kim' }, notes: [{ words: SECRET }] },
      })
      expect(listed).toMatchObject({ value: { running: [{ id: lifeAreaId, state: 'open' }], past: [] } })
    } else {
      expect([opened, written, amended]).toEqual([NOT_FOUND, NOT_FOUND, NOT_FOUND])
      expect(listed).toMatchObject({ value: { running: [], past: [{ id: lifeAreaId, state: 'expired', until: UNTIL }] } })
      expect(JSON.stringify(listed)).not.toContain(why.reason)
    }
  })

  test('then the person reads why, until when and what was written, on every day', async () => {
    for (const day of [BEFORE, UNTIL, AFTER]) {
      expect(await on(day).run(getLifeArea, self, { participantId, lifeAreaId })).toMatchObject({
        value: { opening: { reason: why.reason, until: UNTIL }, notes: [{ words: SECRET }] },
      })
      expect(JSON.stringify(await on(day).run(listLifeAreas, self, { participantId }))).toContain(why.reason)
    }
  })

  test('when it is opened again while it is open, then it is refused; also when two do it at once', async () => {
    const again = { participantId, ...why }
    expect(await on(DAY).run(openLifeArea, coach, again)).toMatchObject({ code: 'alreadyDone', field: 'area' })
    const both = await Promise.all([1, 2].map(() => on(DAY).run(openLifeArea, coach, { ...again, area: 'housing' })))
    expect(both.map(answer => (answer.ok ? 'opened' : answer.code)).toSorted()).toEqual(['alreadyDone', 'opened'])
  })

  test('when it has expired, then opening it anew asks a reason and shows what was kept', async () => {
    expect(await on(AFTER).run(openLifeArea, coach, { participantId, ...why, reason: '', until: '2027-02-01' })).toMatchObject({
      code: 'invalidInput',
      field: 'reason',
    })
    const anew = await on(AFTER).run(openLifeArea, coach, { participantId, ...why, until: '2027-02-01' })
    expect(anew).toMatchObject({ ok: true })
    const opened = await on(AFTER).run(getLifeArea, coach, { participantId, lifeAreaId: anew.ok ? anew.value.lifeAreaId : '' })
    expect(opened).toMatchObject({ value: { notes: [{ words: SECRET }] } })
    expect(await on(AFTER).run(getLifeArea, coach, { participantId, lifeAreaId })).toEqual(NOT_FOUND)
  })

  test('when it is closed, then it is shut at once, and that can be taken back', async () => {
    expect(await on(DAY).run(closeLifeArea, coach, key())).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await on(DAY).run(getLifeArea, coach, { participantId, lifeAreaId })).toEqual(NOT_FOUND)
    expect(await on(DAY).run(closeLifeArea, coach, key(2))).toMatchObject({ code: 'notPossibleNow' })
    expect((await on(DAY).run(reopenLifeArea, coach, key(2))).ok).toBe(true)
    expect((await on(DAY).run(getLifeArea, coach, { participantId, lifeAreaId })).ok).toBe(true)
    expect(await on(AFTER).run(reopenLifeArea, coach, key(3))).toMatchObject({ code: 'notPossibleNow' })
  })

  test('when it is made longer, then the earlier reason and day stay readable', async () => {
    const longer = { ...key(), reason: 'De rechter heeft uitstel gegeven.', until: '2027-02-01' }
    expect((await on(DAY).run(amendLifeArea, coach, longer)).ok).toBe(true)
    expect(await on(DAY).run(amendLifeArea, coach, longer)).toMatchObject({ code: 'versionConflict' })
    expect(await on(AFTER).run(getLifeArea, coach, { participantId, lifeAreaId })).toMatchObject({
      value: { opening: { until: '2027-02-01' }, earlier: [{ reason: why.reason, until: UNTIL, replacedByName: 'Coach Kim' }] },
    })
  })
})

describe('given what was written in it', () => {
  const words = (answer: unknown): unknown =>
    (answer as { value: { notes: { words: string }[] } }).value.notes.map(note => note.words)
  const read = () => on(DAY).run(getLifeArea, coach, { participantId, lifeAreaId })

  test('when it is amended, then what it said before stays readable; a second one gets the text of the first', async () => {
    const change = { participantId, noteId, version: 1, words: 'Twee brieven' }
    expect((await on(DAY).run(amendLifeAreaNote, coach, change)).ok).toBe(true)
    expect(await read()).toMatchObject({ value: { notes: [{ words: 'Twee brieven', earlier: [{ words: SECRET }] }] } })
    expect(await on(DAY).run(amendLifeAreaNote, coach, { ...change, words: 'Drie' })).toMatchObject({
      code: 'versionConflict',
      details: { current: { words: 'Twee brieven' } },
    })
  })

  test('when it is taken away, then it can be brought back', async () => {
    expect((await on(DAY).run(removeLifeAreaNote, coach, { participantId, noteId, version: 1 })).ok).toBe(true)
    expect(words(await read())).toEqual([])
    expect(await on(DAY).run(removeLifeAreaNote, coach, { participantId, noteId, version: 2 })).toEqual(NOT_FOUND)
    expect((await on(DAY).run(restoreLifeAreaNote, coach, { participantId, noteId, version: 2 })).ok).toBe(true)
    expect(words(await read())).toEqual([SECRET])
  })
})

describe('given somebody who is against it', () => {
  const said = { words: 'Mijn geld is mijn zaak.' }

  test('then the own words stand with it and are answered; new words wait for a new answer', async () => {
    expect((await on(DAY).run(objectToLifeArea, self, { ...key(), ...said })).ok).toBe(true)
    expect((await on(DAY).run(answerObjection, coach, { ...key(2), words: 'Ik sluit het vrijdag.' })).ok).toBe(true)
    expect(await on(DAY).run(getLifeArea, self, { participantId, lifeAreaId })).toMatchObject({
      value: { opening: { objection: said, answer: { words: 'Ik sluit het vrijdag.', byName: 'Coach Kim' } } },
    })
    const again = await on(DAY).run(objectToLifeArea, self, { ...key(3), words: 'Het is vrijdag.' })
    expect(again.ok).toBe(true)
    const asked = await on(DAY).run(getLifeArea, self, { participantId, lifeAreaId })
    expect(JSON.stringify(asked)).not.toContain('Ik sluit het vrijdag.')
    expect((await on(DAY).run(withdrawObjection, self, key(4))).ok).toBe(true)
    expect(await on(DAY).run(withdrawObjection, self, key(5))).toMatchObject({ code: 'notPossibleNow' })
  })

  test('then nobody objects in somebody else’s name', async () => {
    expect(await on(DAY).run(objectToLifeArea, coach, { ...key(), ...said })).toEqual(NOT_FOUND)
  })
})

test('an area is not opened without a reason, until a day that has passed, or when it is not one', async () => {
  const open = (more: object) => on(DAY).run(openLifeArea, coach, { participantId, ...why, area: 'health', ...more })
  expect(await open({ reason: '   ' })).toMatchObject({ code: 'invalidInput', field: 'reason' })
  expect(await open({ until: '2026-11-23' })).toMatchObject({
    code: 'invalidInput',
    field: 'until',
    details: { reason: 'inPast' },
  })
  expect(await open({ until: undefined })).toMatchObject({ code: 'invalidInput', field: 'until' })
  expect(await open({ area: 'everything' })).toMatchObject({ code: 'invalidInput', field: 'area' })
  expect(await open({ until: DAY })).toMatchObject({ ok: true })
})

test('a colleague, a stranger and an unknown id get nothing', async () => {
  for (const actor of [colleague, stranger])
    for (const answer of [
      await on(DAY).run(listLifeAreas, actor, { participantId }),
      await on(DAY).run(getLifeArea, actor, { participantId, lifeAreaId }),
      await on(DAY).run(openLifeArea, actor, { participantId, ...why, area: 'health' }),
    ])
      expect(answer).toEqual(NOT_FOUND)
  expect(await on(DAY).run(getLifeArea, coach, { participantId, lifeAreaId: newId() })).toEqual(NOT_FOUND)
  expect(await on(DAY).run(closeLifeArea, coach, { ...key(), lifeAreaId: newId() })).toEqual(NOT_FOUND)
})

test('a form that is sent twice opens an area once', async () => {
  const input = { participantId, ...why, area: 'health' }
  const options = { idempotencyKey: 'twice-opened' }
  const [first, second] = [
    await on(DAY).run(openLifeArea, coach, input, options),
    await on(DAY).run(openLifeArea, coach, input, options),
  ]
  expect(first.ok).toBe(true)
  expect(second).toEqual(first)
})
