import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type FilledId, newId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import { type Actor, dbOn, type Role, type UseCase, Work } from '#platform'
import { COORDINATOR_REACH, SELF_REACH } from '#sharing'
import {
  amendFilled,
  discardFilling,
  finishFilling,
  getFilled,
  getLadder,
  listFilled,
  readFinishedInstruments,
  restoreFilling,
  saveAnswers,
  startFilling,
} from './index.ts'

const UNKNOWN = '00000000-0000-7000-8000-000000000000'
const NOT_FOUND = { ok: false, code: 'notFound' }
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let self: Actor
let stranger: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  stranger = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId, 'welfare', 'Verder') })
})
afterAll(() => house.close())

/** A person with nothing filled in yet, and the two who know each other. */
const somebody = async (): Promise<void> => {
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  self = await house.member(tenantId, 'participant', { participantId: selam })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, self, SELF_REACH)
}

const run = <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: Record<string, unknown>,
  actor: Actor,
) => house.runner.run(useCase, actor, { participantId: selam, ...input })
const must = async <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: Record<string, unknown>,
  actor: Actor,
): Promise<z.infer<Output>> => {
  const answer = await run(useCase, input, actor)
  if (!answer.ok) throw new Error(`${useCase.name}: ${JSON.stringify(answer)}`)
  return answer.value
}
const page = (answers: Record<string, number>, more: object = {}) => ({ asked: Object.keys(answers), answers, ...more })
const filledBy = async (actor: Actor, key: string, view: string, answers: Record<string, number>, more: object = {}) => {
  const { filledId } = await must(startFilling, { key, view, ...more }, actor)
  await must(finishFilling, { filledId, version: 1, ...page(answers) }, actor)
  return filledId
}
const read = (filledId: FilledId, actor: Actor) => must(getFilled, { filledId }, actor)

describe('filling in', () => {
  beforeAll(somebody)

  test('a draft is kept page by page: what a page did not ask stays, an emptied answer goes', async () => {
    const { filledId } = await must(startFilling, { key: 'web', view: 'participant' }, self)
    const said = { body: { words: 'أنام قليلا', language: 'ar' } }
    await must(saveAnswers, { filledId, version: 1, ...page({ body: 4 }, { marks: ['body'], said }) }, self)
    await must(saveAnswers, { filledId, version: 2, ...page({ mind: 7 }) }, self)
    await must(saveAnswers, { filledId, version: 3, asked: ['mind'] }, self)
    expect((await read(filledId, self)).filled).toMatchObject({
      ...{ answers: { body: 4 }, marks: ['body'], said, state: 'draft', version: 4, view: 'participant', by: self.name },
    })
    expect(await must(startFilling, { key: 'web', view: 'participant' }, self)).toEqual({ filledId, started: false })
  })

  test('the person’s draft is not there for the coach; finished it is, and the coach leaves it as it is', async () => {
    const [draft] = (await must(listFilled, {}, self)).filled
    const { filledId } = draft ?? { filledId: UNKNOWN as FilledId }
    expect((await must(listFilled, {}, coach)).filled).toEqual([])
    expect(await run(getFilled, { filledId }, coach)).toEqual(NOT_FOUND)
    expect(await run(saveAnswers, { filledId, version: 4, ...page({ body: 9 }) }, coach)).toEqual(NOT_FOUND)
    await must(finishFilling, { filledId, version: 4 }, self)
    expect((await must(listFilled, {}, coach)).filled).toMatchObject([{ filledId, state: 'finished' }])
    expect(await run(amendFilled, { filledId, version: 5, ...page({ body: 9 }) }, coach)).toMatchObject({
      ...{ code: 'notPossibleNow', details: { reason: 'viewOfOther' } },
    })
    expect(await run(startFilling, { key: 'web', view: 'participant' }, coach)).toMatchObject({
      ...{ code: 'invalidInput', field: 'view' },
    })
  })

  test('both views of one occasion stand beside each other, and none replaces the other', async () => {
    const own = (await must(listFilled, {}, self)).filled[0]?.filledId ?? (UNKNOWN as FilledId)
    const theirs = await filledBy(coach, 'web', 'coach', { body: 6, mind: 5 }, { beside: own })
    expect(await read(own, self)).toMatchObject({
      filled: { answers: { body: 4 } },
      beside: [{ filledId: theirs, view: 'coach', answers: { body: 6, mind: 5 } }],
      others: [],
      speaks: true,
    })
    expect((await read(theirs, self)).speaks).toBe(false)
    expect(await must(startFilling, { key: 'web', view: 'coach', beside: own }, coach)).toEqual({
      ...{ filledId: theirs, started: false },
    })
  })

  test('amending keeps how it read before', async () => {
    const [own] = (await must(listFilled, {}, self)).filled
    if (own === undefined) throw new Error('nothing filled')
    await must(amendFilled, { filledId: own.filledId, version: own.version, ...page({ body: 5 }) }, self)
    const earlier = await house.owner.query('select answers, version from filled_instrument_earlier where filled_id = $1', [
      own.filledId,
    ])
    expect(earlier.rows).toEqual([{ answers: { body: 4 }, version: own.version }])
    expect((await read(own.filledId, coach)).filled).toMatchObject({ answers: { body: 5 }, state: 'finished' })
  })

  test('two who change the same: the later one gets to see what stands there, nothing is overwritten', async () => {
    const { filledId } = await must(startFilling, { key: 'life-areas', view: 'together' }, coach)
    await must(saveAnswers, { filledId, version: 1, ...page({ home: 2 }) }, self)
    const late = await run(saveAnswers, { filledId, version: 1, ...page({ home: 4 }) }, coach)
    expect(late).toMatchObject({ code: 'versionConflict', details: { current: { answers: { home: 2 }, version: 2 } } })
    expect((await read(filledId, coach)).filled.answers).toEqual({ home: 2 })
  })

  test('put away and brought back, as it was', async () => {
    const finished = await filledBy(coach, 'bridge', 'coach', { pillarRoof: 2 })
    const { version } = await must(discardFilling, { filledId: finished, version: 2 }, coach)
    expect(await run(getFilled, { filledId: finished }, coach)).toEqual(NOT_FOUND)
    await must(restoreFilling, { filledId: finished, version }, coach)
    expect((await read(finished, self)).filled.state).toBe('finished')
    expect(await run(restoreFilling, { filledId: finished, version: version + 1 }, coach)).toMatchObject({
      ...{ code: 'notPossibleNow', details: { state: 'finished' } },
    })
  })

  test.each([
    ['an answer outside the scale', page({ home: 9 }), 'answers.home'],
    ['a question that is not there', page({ bodyTopic: 1 }), 'answers.bodyTopic'],
    ['a mark that is not there', { asked: ['elsewhere'], marks: ['elsewhere'] }, 'marks'],
    ['words to nothing', { asked: ['elsewhere'], said: { elsewhere: { words: 'x', language: 'nl' } } }, 'said.elsewhere'],
  ])('%s is refused at its field', async (_what, input, field) => {
    const { filledId } = await must(startFilling, { key: 'life-areas', view: 'coach' }, coach)
    expect(await run(saveAnswers, { filledId, version: 1, ...input }, coach)).toMatchObject({ code: 'invalidInput', field })
  })

  test('nothing answered is nothing to finish; an unknown questionnaire, person or filled one is refused', async () => {
    const { filledId } = await must(startFilling, { key: 'stress-planning', view: 'coach' }, coach)
    expect(await run(finishFilling, { filledId, version: 1 }, coach)).toMatchObject({
      ...{ code: 'invalidInput', field: 'answers.calmSleep', details: { reason: 'required' } },
    })
    expect(await run(startFilling, { key: 'no-such-list', view: 'coach' }, coach)).toMatchObject({ field: 'key' })
    expect(await run(startFilling, { key: 'web', view: 'coach', beside: UNKNOWN }, coach)).toEqual(NOT_FOUND)
    expect(await run(startFilling, { key: 'web', view: 'coach', participantId: UNKNOWN }, coach)).toEqual(NOT_FOUND)
    expect(await run(getFilled, { filledId: UNKNOWN }, coach)).toEqual(NOT_FOUND)
    for (const useCase of [saveAnswers, finishFilling, amendFilled])
      expect(await run(useCase, { filledId: UNKNOWN, version: 1 }, coach)).toEqual(NOT_FOUND)
  })

  test('sent twice is done once', async () => {
    const key = newId<string>()
    const twice = () =>
      house.runner.run(startFilling, coach, { participantId: selam, key: 'ladder', view: 'coach' }, { idempotencyKey: key })
    const [first, second] = [await twice(), await twice()]
    expect(second).toEqual(first)
  })
})

const RUNG_2 = { nowContract: 0, nowUnpaidTasks: 0, nowOrganised: 0, nowContacts: 1 }
const RUNG_3 = { nowContract: 0, nowUnpaidTasks: 0, nowOrganised: 1, nextYearContract: 0, nextYearUnpaidTasks: 1 }

describe('the ladder', () => {
  beforeAll(somebody)

  test('is finished when the flow is at its end, and says which question is open', async () => {
    const { filledId } = await must(startFilling, { key: 'ladder', view: 'together' }, coach)
    const half = page({ nowContract: 0, nowUnpaidTasks: 0 })
    expect(await run(finishFilling, { filledId, version: 1, ...half }, coach)).toMatchObject({ field: 'answers.nowOrganised' })
    await must(finishFilling, { filledId, version: 1, ...page(RUNG_2) }, self)
  })

  test('twice filled it shows growth, in both views apart', async () => {
    await filledBy(coach, 'ladder', 'together', RUNG_3)
    await filledBy(self, 'ladder', 'participant', { nowContract: 1, nowWithoutSupport: 0 })
    const ladder = await must(getLadder, {}, self)
    expect(ladder.moments.map(({ view, current, potential }) => ({ view, current, potential }))).toEqual([
      { view: 'together', current: 2, potential: undefined },
      { view: 'together', current: 3, potential: 4 },
      { view: 'participant', current: 5, potential: undefined },
    ])
    expect(ladder.growth).toMatchObject({ first: { current: 2 }, last: { current: 3 }, rungs: 1 })
  })
})

describe('who sees it', () => {
  beforeAll(async () => {
    await somebody()
    await filledBy(self, 'web', 'participant', { body: 3 })
  })

  test('a coach whom nothing was shared with, and a coach of the same organisation, find nothing', async () => {
    const colleague = await house.member(tenantId, 'coach')
    for (const actor of [stranger, colleague]) {
      expect(await run(listFilled, {}, actor)).toEqual(NOT_FOUND)
      expect(await run(getLadder, {}, actor)).toEqual(NOT_FOUND)
    }
  })

  test.each(['serviceplein', 'beleid', 'beheer', 'planner', 'kernteam', 'partner'] as const satisfies readonly Role[])(
    'the web is not there for %s, even when somebody shared everything with it',
    async role => {
      const member = await house.member(tenantId, role)
      await reaching(house, tenantId, selam, member, COORDINATOR_REACH)
      const [filled] = (await must(listFilled, {}, self)).filled
      expect(await run(listFilled, {}, member)).toEqual(NOT_FOUND)
      expect(await run(getFilled, { filledId: filled?.filledId }, member)).toEqual(NOT_FOUND)
      expect(await run(getLadder, {}, member)).toEqual(NOT_FOUND)
    },
  )

  test('a use case that did not open the slice is handed nothing by the door', async () => {
    const client = await house.pool.connect()
    const work = new Work(client)
    await work.send('begin')
    expect(await readFinishedInstruments(dbOn(work), tenantId, selam)).toEqual([])
    await work.send('rollback')
    await work.release()
  })
})
