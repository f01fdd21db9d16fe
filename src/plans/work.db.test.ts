import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId, type ParticipantId, type TenantId, type WorkPlacementId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import {
  addWorkPlacement,
  amendWorkPlacement,
  cancelWorkPlacement,
  endWorkPlacement,
  extendWorkPlacement,
  handleMoment,
  listWorkPlacements,
  reinstateWorkPlacement,
  reopenMoment,
} from './index.ts'

let now = new Date('2026-11-20T12:00:00Z')
let house: TestHouse
let tenantId: TenantId
let coach: Actor
let stranger: Actor
let selam: ParticipantId

beforeAll(async () => {
  house = await createHouse({ now: () => now })
  tenantId = await house.municipality()
  const organisationId = await house.organisation(tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId })
  stranger = await house.member(tenantId, 'coach', { organisationId })
})
beforeEach(async () => {
  now = new Date('2026-11-20T12:00:00Z')
  selam = await aParticipant(house, tenantId)
  await reaching(house, tenantId, selam, coach)
})
afterAll(() => house.close())

const trial = { kind: 'trialPlacement', workplace: 'Bakkerij Jansen', startsOn: '2026-10-01', endsOn: '2026-11-30' } as const
const add = (input: object = trial) => house.runner.run(addWorkPlacement, coach, { participantId: selam, ...input })
const added = async (input: object = trial) => {
  const answer = await add(input)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}
const listed = async () => {
  const answer = await house.runner.run(listWorkPlacements, coach, { participantId: selam })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.workPlacements
}
const on = (workPlacementId: WorkPlacementId, version: number, more: object = {}) => ({
  participantId: selam,
  workPlacementId,
  version,
  ...more,
})
const refusal = async (input: object) => {
  const answer = await add({ ...trial, ...input })
  return answer.ok ? undefined : `${answer.field} ${String(answer.details?.['reason'])}`
}

test('a trial placement fits in two months, not a day more', async () => {
  expect(await refusal({ endsOn: '2026-12-01' })).toBe('endsOn term')
  expect(await refusal({ endsOn: undefined })).toBe('endsOn required')
  expect(await refusal({ endsOn: '2026-09-30' })).toBe('endsOn beforeStart')
  await added()
  expect(await listed()).toMatchObject([
    { work: { state: 'agreed', kind: 'trialPlacement' }, term: 'known', mayExtend: true, extendUntil: '2027-03-31' },
  ])
})

test('it is made longer within four months, in parts, and then no more', async () => {
  const { workPlacementId } = await added()
  const extend = (version: number, endsOn: string) =>
    house.runner.run(extendWorkPlacement, coach, on(workPlacementId, version, { endsOn }))
  expect(await extend(1, '2027-04-01')).toMatchObject({
    ok: false,
    field: 'endsOn',
    details: { reason: 'term', latest: '2027-03-31' },
  })
  expect(await extend(1, '2026-11-30')).toMatchObject({ details: { reason: 'notLonger' } })
  expect(await extend(1, '2027-01-31')).toMatchObject({ ok: true })
  expect(await extend(2, '2027-03-31')).toMatchObject({ ok: true })
  expect(await extend(3, '2027-04-30')).toMatchObject({ details: { reason: 'used' } })
  expect(await extend(1, '2027-03-01')).toMatchObject({ code: 'versionConflict' })
  expect(await listed()).toMatchObject([{ work: { endsOn: '2027-03-31', extensions: 2 }, mayExtend: false }])
})

test('a participation place reminds of premiums and of the review, until each was dealt with', async () => {
  const { workPlacementId } = await added({
    ...{ kind: 'participationPlace', workplace: 'Wijkteam Groen', startsOn: '2026-03-20', endsOn: '2028-03-19' },
  })
  const due = async () => (await listed())[0]?.moments.filter(moment => moment.due).map(({ key }) => key)
  expect(await due()).toEqual(['premium-1', 'schooling', 'review'])
  expect(await house.runner.run(handleMoment, coach, on(workPlacementId, 1, { moment: 'premium-1' }))).toMatchObject({ ok: true })
  expect(await due()).toEqual(['schooling', 'review'])
  expect(await house.runner.run(handleMoment, coach, on(workPlacementId, 2, { moment: 'premium-1' }))).toMatchObject({
    code: 'alreadyDone',
  })
  expect(await house.runner.run(handleMoment, coach, on(workPlacementId, 2, { moment: 'party' }))).toMatchObject({
    field: 'moment',
  })
  expect(await house.runner.run(reopenMoment, coach, on(workPlacementId, 2, { moment: 'premium-1' }))).toMatchObject({ ok: true })
  expect(await due()).toEqual(['premium-1', 'schooling', 'review'])
})

test('nobody is at two places on one morning; beside each other is possible and is said', async () => {
  await added({ ...trial, dayParts: ['1-morning'] })
  const job = { kind: 'volunteer', workplace: 'Bibliotheek', startsOn: '2026-11-01' }
  expect(await add({ ...job, dayParts: ['1-morning'] })).toMatchObject({
    ok: false,
    field: 'dayParts',
    details: { reason: 'clash', workplace: 'Bakkerij Jansen' },
  })
  expect((await added({ ...job, dayParts: ['1-afternoon'] })).beside).toMatchObject([{ workplace: 'Bakkerij Jansen' }])
  expect((await added({ ...job, startsOn: '2026-12-01', dayParts: ['1-morning'] })).beside).toHaveLength(1)
  expect((await listed()).map(({ beside }) => beside.length)).toEqual([1, 2, 1])
})

test('two at the same moment cannot take the same morning', async () => {
  const both = await Promise.all(['Tuin', 'Keuken'].map(workplace => add({ ...trial, workplace, dayParts: ['3-morning'] })))
  expect(both.filter(answer => answer.ok)).toHaveLength(1)
})

test('it is changed, ended with how it went, and brought back, unless its time was taken', async () => {
  const { workPlacementId } = await added({ ...trial, dayParts: ['4-morning'] })
  const { kind: _, ...fields } = trial
  const amend = { ...fields, workplace: 'Bakkerij Smit', dayParts: ['4-morning'], hoursPerWeek: 12 }
  expect(await house.runner.run(amendWorkPlacement, coach, on(workPlacementId, 1, amend))).toMatchObject({ ok: true })
  const end = { outcome: 'movedOn', outcomeWords: 'Er kwam een baan.' }
  expect(
    await house.runner.run(endWorkPlacement, coach, on(workPlacementId, 2, { ...end, endedOn: '2026-11-21' })),
  ).toMatchObject({
    field: 'endedOn',
  })
  expect(await house.runner.run(endWorkPlacement, coach, on(workPlacementId, 2, end))).toMatchObject({ ok: true })
  expect(await listed()).toMatchObject([
    { work: { state: 'ended', endedOn: '2026-11-20', outcome: 'movedOn', hoursPerWeek: 12 } },
  ])
  expect(await house.runner.run(extendWorkPlacement, coach, on(workPlacementId, 3, { endsOn: '2027-01-01' }))).toMatchObject({
    code: 'notPossibleNow',
  })
  expect(await house.runner.run(reinstateWorkPlacement, coach, on(workPlacementId, 3))).toMatchObject({ ok: true })
  expect(await house.runner.run(cancelWorkPlacement, coach, on(workPlacementId, 4))).toMatchObject({ ok: true })
  await added({ ...trial, workplace: 'Elders', dayParts: ['4-morning'] })
  expect(await house.runner.run(reinstateWorkPlacement, coach, on(workPlacementId, 5))).toMatchObject({ code: 'notPossibleNow' })
})

test('sent twice it is arranged once', async () => {
  const options = { idempotencyKey: `key-of-one-place-${selam}` }
  const input = { participantId: selam, ...trial }
  const [first, second] = await Promise.all([1, 2].map(() => house.runner.run(addWorkPlacement, coach, input, options)))
  expect(first).toEqual(second)
  expect(await listed()).toHaveLength(1)
})

test('a stranger, an unknown id, and bad input', async () => {
  const { workPlacementId } = await added()
  expect(await house.runner.run(cancelWorkPlacement, stranger, on(workPlacementId, 1))).toEqual({ ok: false, code: 'notFound' })
  expect(await house.runner.run(cancelWorkPlacement, coach, on(newId<WorkPlacementId>(), 1))).toEqual({
    ok: false,
    code: 'notFound',
  })
  expect(await refusal({ workplace: ' ' })).toBe('workplace undefined')
  expect(await refusal({ kind: 'slavery' })).toBe('kind undefined')
  expect(await refusal({ hoursPerWeek: 61 })).toBe('hoursPerWeek undefined')
  const elsewhere = await add({ ...trial, startsOn: '2026-09-01', endsOn: '2026-10-31', placementId: newId() })
  expect(elsewhere).toEqual({ ok: false, code: 'notFound' })
})

test('a second trial placement at the same employer does not get round the longest term: it asks why, and keeps that', async () => {
  const first = await added({ ...trial, startsOn: '2026-01-01', endsOn: '2026-02-28' })
  const extended = await house.runner.run(extendWorkPlacement, coach, on(first.workPlacementId, 1, { endsOn: '2026-06-30' }))
  expect(extended).toMatchObject({ ok: true })
  const second = { ...trial, workplace: 'bakkerij jansen', startsOn: '2026-07-01', endsOn: '2026-08-31' }
  expect(await add(second)).toMatchObject({
    ...{ ok: false, code: 'invalidInput', field: 'whyLonger' },
    details: { reason: 'together', count: 2, days: 243, longestDays: 181 },
  })
  expect(await add({ ...second, workplace: 'Bakkerij Smit' })).toMatchObject({ ok: true })
  const kept = await added({ ...second, whyLonger: 'Ander werk: nu in de winkel.' })
  expect((await listed()).at(-1)?.work).toMatchObject({ whyLonger: 'Ander werk: nu in de winkel.' })
  const longer = await house.runner.run(extendWorkPlacement, coach, on(kept.workPlacementId, 1, { endsOn: '2026-09-30' }))
  expect(longer).toMatchObject({ ok: true })
})

test('nor does making the second one longer, or naming its place later', async () => {
  await added({ ...trial, startsOn: '2026-01-01', endsOn: '2026-02-28' })
  await added({ ...trial, startsOn: '2026-03-01', endsOn: '2026-04-30' })
  const third = await added({ ...trial, startsOn: '2026-05-01', endsOn: '2026-06-30' })
  const key = on(third.workPlacementId, 1, { endsOn: '2026-07-31' })
  expect(await house.runner.run(extendWorkPlacement, coach, key)).toMatchObject({ field: 'whyLonger' })
  expect(await house.runner.run(extendWorkPlacement, coach, { ...key, whyLonger: 'De baas was ziek.' })).toMatchObject({
    ok: true,
  })
  const elsewhere = await added({ ...trial, workplace: 'Smit', startsOn: '2026-08-01', endsOn: '2026-09-30' })
  const moved = on(elsewhere.workPlacementId, 1, { workplace: trial.workplace, startsOn: '2026-08-01', endsOn: '2026-09-30' })
  expect(await house.runner.run(amendWorkPlacement, coach, moved)).toMatchObject({ field: 'whyLonger' })
})
