import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type CorrectionId, dayIn, newId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { answerCorrection, askCorrection, setCallName, tellStory, withdrawCorrection } from '#people'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor, PageContext, UseCase } from '#platform'
import { startFilling } from '#instruments'
import { addWish } from '#plans'
import { invitePaper, SELF_REACH } from '#sharing'
import { configurePaperCodes } from '#platform'
import { viewOwn } from '../../own/own.page.tsx'
import { viewAll } from './all.page.tsx'
import { getMyData, REPEATS } from './get-my-data.ts'
import { getMyProfile } from './get-my-profile.ts'
import { viewMyData } from './my-data.page.tsx'
import { hasTableLabel } from './texts.ts'

configurePaperCodes('x'.repeat(40))
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let self: Actor
let other: Actor

const run = <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  actor: Actor,
  input: Record<string, unknown>,
) => house.runner.run(useCase, actor, { participantId: selam, ...input })
const must = async <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  actor: Actor,
  input: Record<string, unknown> = {},
): Promise<z.infer<Output>> => {
  const answer = await run(useCase, actor, input)
  if (!answer.ok) throw new Error(`${useCase.name}: ${JSON.stringify(answer)}`)
  return answer.value
}
const contextFor = (lang: PageContext['lang'], actor = self): PageContext => ({
  lang,
  actor,
  now: new Date(),
  today: dayIn(new Date()),
  path: '/mijn/gegevens',
  query: {},
  params: {},
  csrfToken: 'token',
  formKey: () => newId<string>(),
  notice: undefined,
  form: undefined,
  navigation: [],
  demo: false,
})

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  selam = await aParticipant(house, tenantId)
  const piet = await aParticipant(house, tenantId, { callName: 'Piet' })
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId), name: 'Kim' })
  self = await house.member(tenantId, 'participant', { participantId: selam })
  other = await house.member(tenantId, 'participant', { participantId: piet })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, self, SELF_REACH)
  await reaching(house, tenantId, piet, other, SELF_REACH)
})
afterAll(() => house.close())

describe('my story', () => {
  test('is told and told anew; two who write at once see each other', async () => {
    await must(tellStory, self, { words: 'أنا أحب النباتات', language: 'ar', version: 0 })
    expect(await run(tellStory, self, { words: 'anders', version: 0 })).toMatchObject({
      code: 'versionConflict',
      details: { current: { words: 'أنا أحب النباتات', version: 1 } },
    })
    await must(tellStory, self, { words: 'Ik hou van planten', language: 'nl', version: 1 })
    expect((await must(getMyProfile, coach)).story).toMatchObject({ words: 'Ik hou van planten', version: 2 })
    expect(viewOwn(await must(getMyProfile, coach), contextFor('nl', coach))).toContain('Ik hou van planten')
  })

  test('a stranger and an unknown id get the same answer', async () => {
    const refusal = { ok: false, code: 'notFound' }
    expect(await run(tellStory, other, { words: 'x', version: 0 })).toEqual(refusal)
    expect(await run(getMyProfile, other, {})).toEqual(refusal)
    expect(await run(getMyData, other, {})).toEqual(refusal)
    expect(await run(getMyData, coach, {})).toEqual(refusal)
    expect(await run(getMyData, self, { participantId: newId<ParticipantId>() })).toEqual(refusal)
  })
})

test('the person says how to be called: the surname stays, and searching finds the new name', async () => {
  await must(setCallName, self, { callName: 'Selamawit', version: 1 })
  expect((await must(getMyProfile, self)).person).toMatchObject({ callName: 'Selamawit', surname: 'Tesfay', version: 2 })
  const folded = await house.owner.query('select folded_name from participant_identity where participant_id = $1', [selam])
  expect(folded.rows).toEqual([{ folded_name: 'selamawit tesfay' }])
  expect(await run(setCallName, self, { callName: 'x', version: 1 })).toMatchObject({ code: 'versionConflict' })
  expect(await run(setCallName, self, { callName: ' ', version: 2 })).toMatchObject({ code: 'invalidInput', field: 'callName' })
})

describe('a question to correct something', () => {
  test('is answered with a reason, once; the person reads it', async () => {
    const { correctionId } = await must(askCorrection, self, { about: 'referral', words: 'Ik spreek wel Nederlands' })
    const on = { correctionId, version: 1 }
    expect(await run(answerCorrection, coach, { ...on, outcome: 'notChanged' })).toMatchObject({
      code: 'invalidInput',
      field: 'answer',
    })
    await must(answerCorrection, coach, { ...on, outcome: 'partly', answer: 'In je plan staat het nu goed.' })
    expect(await run(answerCorrection, coach, { ...on, outcome: 'changed' })).toMatchObject({ code: 'versionConflict' })
    expect(await run(withdrawCorrection, self, { ...on, version: 2 })).toMatchObject({ code: 'notPossibleNow' })
    expect(viewMyData(await must(getMyProfile, self), contextFor('nl'))).toContain('In je plan staat het nu goed.')
  })

  test('can be taken back before it is answered; only the person asks, only who guides answers', async () => {
    const { correctionId } = await must(askCorrection, self, { about: 'other', words: 'Toch niet' })
    expect(await run(answerCorrection, self, { correctionId, version: 1, outcome: 'changed' })).toMatchObject({
      code: 'notFound',
    })
    expect(await run(askCorrection, coach, { about: 'other', words: 'x' })).toMatchObject({ code: 'notFound' })
    await must(withdrawCorrection, self, { correctionId, version: 1 })
    expect(
      await run(answerCorrection, coach, { correctionId: newId<CorrectionId>(), version: 1, outcome: 'changed' }),
    ).toMatchObject({
      code: 'notFound',
    })
    expect(await run(askCorrection, self, { about: 'niets', words: '' })).toMatchObject({ code: 'invalidInput' })
  })
})

describe('taking everything along', () => {
  test('it holds every table of every slice that the person reads, nothing of another and no secret', async () => {
    await must(addWish, self, { words: 'Ik wil buiten zijn', kind: 'wish' })
    await must(invitePaper, coach)
    const data = await must(getMyData, self)
    const tables = data.records.map(({ table }) => table)
    for (const table of [
      'participant',
      'participant_identity',
      'participant_story',
      'correction',
      'wish',
      'access_grant',
      'access_line',
    ])
      expect(tables).toContain(table)
    expect(data.records.every(({ slice }) => (SELF_REACH.reads as readonly string[]).includes(slice))).toBe(true)
    const text = JSON.stringify(data)
    expect(text).toContain('Ik wil buiten zijn')
    expect(text).not.toContain('Piet')
    expect(text).not.toMatch(/_hash|_encrypted|participant_bsn/)
    expect(Object.values(data.members)).toContain('Kim')
  })

  test('who looked stands in it, not from where', async () => {
    await house.runner.run(getMyProfile, coach, { participantId: selam }, { origin: '198.51.100.7' })
    const text = JSON.stringify(await must(getMyData, self))
    expect(text).toContain('desk.getMyProfile')
    expect(text).not.toContain('198.51.100.7')
  })

  test('what the coach has not finished stays with the coach, as everywhere else', async () => {
    const started = await Promise.all([
      must(startFilling, coach, { key: 'ladder', view: 'coach' }),
      must(startFilling, self, { key: 'web', view: 'participant' }),
    ])
    const [coachs, own] = started.map(({ filledId }) => filledId)
    const text = JSON.stringify((await must(getMyData, self)).records.filter(({ table }) => table.startsWith('filled')))
    expect(text).toContain(own)
    expect(text).not.toContain(coachs)
  })

  test('it is written in the access log', async () => {
    const lines = await house.owner.query(
      `select from access_line where participant_id = $1 and use_case = 'desk.getMyData' and membership_id = $2`,
      [selam, self.membershipId],
    )
    expect(lines.rowCount).toBeGreaterThan(0)
  })

  test.each(['nl', 'en', 'ar'] as const)('%s: it is readable, with every table under a name that people use', async lang => {
    const data = await must(getMyData, self)
    expect(data.records.map(({ table }) => table).filter(table => !hasTableLabel(table))).toEqual([])
    const html = viewAll(data, contextFor(lang))
    expect(html).toContain('Ik wil buiten zijn')
    expect(html).not.toMatch(/undefined|\[object|\{\{/)
    expect(viewMyData(await must(getMyProfile, self), contextFor(lang))).not.toMatch(/undefined|\{\{/)
  })

  test('every table that a person may read has such a name', async () => {
    const { rows } = await house.owner.query<{ name: string; slice: string }>(
      `select c.relname as name, substring(obj_description(c.oid, 'pg_class') from '^slice:(.*)$') as slice
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'participant_id'
       where c.relkind = 'r' and obj_description(c.oid, 'pg_class') like 'slice:%'`,
    )
    const readable = rows.filter(({ slice }) => (SELF_REACH.reads as readonly string[]).includes(slice)).map(({ name }) => name)
    expect(readable.filter(name => !REPEATS.has(name) && !hasTableLabel(name))).toEqual([])
  })
})
