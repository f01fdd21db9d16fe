import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { ParticipantId, TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor, UseCase } from '#platform'
import { aWeb } from './test-kit.ts'
import { getFilled, instrumentsUseCases, listFilled, renewDraft, saveAnswers, startFilling } from './index.ts'

let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let beheer: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach')
  beheer = await house.member(tenantId, 'beheer')
  await reaching(house, tenantId, selam, coach)
})
afterAll(() => house.close())

const run = <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: Record<string, unknown>,
  actor: Actor,
) => house.runner.run(useCase, actor, input)
const must = async <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: Record<string, unknown>,
  actor: Actor = coach,
): Promise<z.infer<Output>> => {
  const answer = await run(useCase, { participantId: selam, ...input }, actor)
  if (!answer.ok) throw new Error(`${useCase.name}: ${JSON.stringify(answer)}`)
  return answer.value
}
const named = (name: string): UseCase => {
  const useCase = instrumentsUseCases.find(each => each.name === `instruments.${name}`)
  if (useCase === undefined) throw new Error(name)
  return useCase as UseCase
}
const fileOf = (content: object = {}) => {
  const { version: _version, ...web } = aWeb()
  return JSON.stringify({ ...web, ...content }, null, 2)
}
const load = (file: string, actor: Actor = beheer) => run(named('loadInstrument'), { fileName: 'web.json', file }, actor)
const offer = (version: number) => run(named('offerInstrument'), { key: 'test-web', version }, beheer)
const offeredKeys = async () => (await must(listFilled, {})).offered.map(({ content, version }) => `${content.key} ${version}`)

test('what is loaded is looked at first, and offered only then', async () => {
  expect(await load(fileOf())).toEqual({ ok: true, value: { key: 'test-web', version: 1 } })
  expect(await offeredKeys()).not.toContain('test-web 1')
  expect(await offer(1)).toMatchObject({ value: { state: 'offered' } })
  expect(await offeredKeys()).toContain('test-web 1')
  expect(await offer(1)).toMatchObject({ code: 'notPossibleNow', details: { state: 'offered' } })
})

test('a new version changes nothing that was filled in; a draft keeps its version and may go on in the new one', async () => {
  const { filledId } = await must(startFilling, { key: 'test-web', view: 'coach' })
  await must(saveAnswers, { filledId, version: 1, asked: ['body', 'mind'], answers: { body: 3, mind: 4 } })
  const dimensions = aWeb().dimensions.map(each => (each.key === 'mind' ? { ...each, question: { nl: 'Anders?' } } : each))
  await load(fileOf({ dimensions }))
  await offer(2)
  const before = await must(getFilled, { filledId })
  expect([before.texts.version, before.newer, before.filled.answers]).toEqual([1, 2, { body: 3, mind: 4 }])
  await must(renewDraft, { filledId, version: 2 })
  const after = await must(getFilled, { filledId })
  expect([after.texts.version, after.newer, after.filled.answers]).toEqual([2, undefined, { body: 3 }])
  expect(await offeredKeys()).not.toContain('test-web 1')
})

test('no longer offered, it can still be read', async () => {
  await run(named('withdrawInstrument'), { key: 'test-web', version: 2 }, beheer)
  expect(await offeredKeys()).not.toContain('test-web 2')
  const [draft] = (await must(listFilled, {})).filled
  expect((await must(getFilled, { filledId: draft?.filledId })).texts.content.title.nl).toBe('Klein web')
  expect(await run(startFilling, { participantId: selam, key: 'test-web', view: 'together' }, coach)).toMatchObject({
    field: 'key',
  })
})

test('who may fill it is said by the questionnaire', async () => {
  await load(fileOf({ key: 'own-only', fillers: ['participant'] }))
  await run(named('offerInstrument'), { key: 'own-only', version: 1 }, beheer)
  expect(await run(startFilling, { participantId: selam, key: 'own-only', view: 'coach' }, coach)).toMatchObject({
    ...{ code: 'invalidInput', field: 'view', details: { reason: 'choice' } },
  })
})

test('what is wrong in a file is said by line, a shipped key is kept, and nothing is loaded', async () => {
  expect(await load('{ "key": ')).toMatchObject({ field: 'file', details: { problems: [{ line: 1, code: 'json' }] } })
  expect(await load(fileOf({ title: {} }))).toMatchObject({
    ...{ details: { reason: 'content', problems: [{ field: 'title.nl', code: 'required' }] } },
  })
  expect(await load(fileOf({ key: 'ladder' }))).toMatchObject({ field: 'file', details: { reason: 'shipped' } })
  expect(await load('')).toMatchObject({ field: 'file', details: { errors: [{ code: 'required' }] } })
  expect(await load('x'.repeat(700_000))).toMatchObject({ code: 'invalidInput', field: 'file' })
})

test('only the municipality’s own administrators load, and another municipality sees nothing of it', async () => {
  expect(await load(fileOf(), coach)).toEqual({ ok: false, code: 'notFound' })
  const elsewhere = await house.municipality('Duindorp')
  const admin = await house.member(elsewhere, 'beheer')
  const there = await run(named('listLoaded'), {}, admin)
  expect(there).toMatchObject({ value: { loaded: [] } })
  expect(await run(named('offerInstrument'), { key: 'test-web', version: 1 }, admin)).toEqual({ ok: false, code: 'notFound' })
})
