import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { ParticipantId, TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor, UseCase } from '#platform'
import { SELF_REACH } from '#sharing'
import {
  addAgreement,
  addReciprocity,
  amendAgreement,
  amendReciprocity,
  archiveReciprocity,
  closeAgreement,
  getPlan,
  listMunicipalAgreements,
  markPromise,
  reopenAgreement,
  restoreReciprocity,
  unmarkPromise,
} from './index.ts'

const UNKNOWN = '00000000-0000-7000-8000-000000000000'
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let desk: Actor
let self: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach')
  desk = await house.member(tenantId, 'serviceplein')
  self = await house.member(tenantId, 'participant', { participantId: selam })
  await reaching(house, tenantId, selam, coach)
  await reaching(house, tenantId, selam, self, SELF_REACH)
})
afterAll(() => house.close())

const must = async <Input extends z.ZodObject, Output extends z.ZodType>(
  useCase: UseCase<Input, Output>,
  input: Record<string, unknown>,
  actor: Actor = coach,
): Promise<z.infer<Output>> => {
  const answer = await house.runner.run(useCase, actor, { participantId: selam, ...input })
  if (!answer.ok) throw new Error(`${useCase.name}: ${JSON.stringify(answer)}`)
  return answer.value
}
const agreed = async (agreementId: string) => {
  const plan = await must(getPlan, {})
  return plan.agreements.find(agreement => agreement.id === agreementId)
}
const run = (useCase: UseCase, actor: Actor, input: object) =>
  house.runner.run(useCase, actor, { participantId: selam, ...input })
const marked = { promisedBy: 'municipality', words: 'Betaalt de busreis', until: '2027-01-31', forMunicipality: true }

test('the municipality reads what is marked for it, and nothing else', async () => {
  await must(addAgreement, { promisedBy: 'coach', words: 'Belt elke vrijdag' })
  const { agreementId } = await must(addAgreement, marked)
  expect(await must(listMunicipalAgreements, {}, desk)).toMatchObject({ agreements: [marked] })
  await must(closeAgreement, { agreementId, version: 1, outcome: 'kept' })
  expect(await must(listMunicipalAgreements, {}, desk)).toMatchObject({ agreements: [{ state: 'kept' }] })
  await must(reopenAgreement, { agreementId, version: 2 })
  await must(amendAgreement, { agreementId, version: 3, ...marked, forMunicipality: false })
  expect(await must(listMunicipalAgreements, {}, desk)).toEqual({ agreements: [] })
})

test('the municipality reads no plan, and an unknown person is not found', async () => {
  const no = { ok: false, code: 'notFound' }
  expect(await house.runner.run(getPlan, desk, { participantId: selam })).toEqual(no)
  expect(await house.runner.run(listMunicipalAgreements, desk, { participantId: UNKNOWN })).toEqual(no)
})

test('what somebody else promises needs a name; a closed agreement is opened before it is changed', async () => {
  const nameless = await house.runner.run(addAgreement, coach, { participantId: selam, promisedBy: 'other', words: 'Past op' })
  expect(nameless).toMatchObject({ code: 'invalidInput', field: 'promisedByName' })
  const { agreementId } = await must(addAgreement, { promisedBy: 'other', promisedByName: 'Zus', words: 'Past op' })
  await must(closeAgreement, { agreementId, version: 1, outcome: 'notKept' })
  expect(
    await house.runner.run(amendAgreement, coach, { participantId: selam, agreementId, version: 2, ...marked }),
  ).toMatchObject({
    code: 'notPossibleNow',
    details: { state: 'notKept' },
  })
})

describe('kept or not, by either side', () => {
  test('the coach says it of the person, the person of the municipality; who said it, when and in which words stays', async () => {
    const mine = await must(addAgreement, { promisedBy: 'participant', words: 'Komt dinsdag', terms: 'Als de bus rijdt' })
    await must(closeAgreement, { ...mine, version: 1, outcome: 'notKept', words: 'De bus reed niet.' })
    expect(await agreed(mine.agreementId)).toMatchObject({
      state: 'notKept',
      terms: 'Als de bus rijdt',
      said: [{ side: 'guide', outcome: 'notKept', words: 'De bus reed niet.', saidBy: coach.membershipId }],
    })
    const theirs = await must(addAgreement, marked)
    await must(markPromise, { ...theirs, version: 1, outcome: 'notKept', words: 'Ik betaal zelf.' }, self)
    expect(await agreed(theirs.agreementId)).toMatchObject({
      state: 'notKept',
      said: [{ side: 'participant', words: 'Ik betaal zelf.', saidBy: self.membershipId }],
    })
  })

  test('two sides that differ are both heard, and each takes back only the own words', async () => {
    const { agreementId } = await must(addAgreement, { promisedBy: 'coach', words: 'Belt vrijdag' })
    await must(closeAgreement, { agreementId, version: 1, outcome: 'kept' })
    await must(markPromise, { agreementId, version: 2, outcome: 'notKept', words: 'Niemand belde.' }, self)
    const both = await agreed(agreementId)
    expect(both?.said.map(said => [said.side, said.outcome])).toEqual([
      ['guide', 'kept'],
      ['participant', 'notKept'],
    ])
    await must(unmarkPromise, { agreementId, version: 3 }, self)
    expect(await agreed(agreementId)).toMatchObject({ state: 'kept', said: [{ side: 'guide' }] })
    await must(markPromise, { agreementId, version: 4, outcome: 'notKept' }, self)
    await must(reopenAgreement, { agreementId, version: 5 })
    expect(await agreed(agreementId)).toMatchObject({ state: 'open', said: [{ side: 'participant', outcome: 'notKept' }] })
  })

  test('the own promise is not the person’s to mark, and a coach does not speak for the person', async () => {
    const { agreementId } = await must(addAgreement, { promisedBy: 'participant', words: 'Belt af' })
    const input = { agreementId, version: 1, outcome: 'kept' }
    expect(await run(markPromise as unknown as UseCase, self, input)).toEqual({ ok: false, code: 'notFound' })
    expect(await run(markPromise as unknown as UseCase, coach, input)).toEqual({ ok: false, code: 'notFound' })
    expect(await run(closeAgreement as unknown as UseCase, self, input)).toEqual({ ok: false, code: 'notFound' })
  })

  test('both at the same time: one is taken, the other sees what stands there now', async () => {
    const { agreementId } = await must(addAgreement, { promisedBy: 'coach', words: 'Regelt de sleutel' })
    const answers = await Promise.all([
      house.runner.run(closeAgreement, coach, { participantId: selam, agreementId, version: 1, outcome: 'kept' }),
      house.runner.run(markPromise, self, { participantId: selam, agreementId, version: 1, outcome: 'notKept' }),
    ])
    expect(answers.map(answer => (answer.ok ? 'ok' : answer.code)).sort()).toEqual(['ok', 'versionConflict'])
    expect((await agreed(agreementId))?.said).toHaveLength(1)
  })

  test('nobody hears of it by itself: no fact, no job, no mail; the municipality reads neither side’s words', async () => {
    const { agreementId } = await must(addAgreement, { ...marked, promisedBy: 'participant' })
    const other = await must(addAgreement, marked)
    const told = async () => {
      const counted = await house.owner.query<{ facts: number; jobs: number }>(
        'select (select count(*)::int from outbox_fact) as facts, (select count(*)::int from graphile_worker.jobs) as jobs',
      )
      return counted.rows
    }
    const before = await told()
    await must(closeAgreement, { agreementId, version: 1, outcome: 'notKept', words: 'Kwam niet opdagen.' })
    await must(markPromise, { ...other, version: 1, outcome: 'notKept', words: 'Zelf betaald.' }, self)
    expect(await told()).toEqual(before)
    const reads = JSON.stringify(await must(listMunicipalAgreements, {}, desk))
    expect(reads).toContain('Betaalt de busreis')
    expect(reads).not.toMatch(/opdagen|Zelf betaald/)
  })

  test('tied to a duty in law or voluntary: a tie that does not exist is refused at its field', async () => {
    const tied = await must(addAgreement, { ...marked, tiedTo: 'pw-9-1-b' })
    expect(await agreed(tied.agreementId)).toMatchObject({ tiedTo: 'pw-9-1-b' })
    expect(await run(addAgreement as unknown as UseCase, coach, { ...marked, tiedTo: 'pw-0' })).toMatchObject({
      code: 'invalidInput',
      field: 'tiedTo',
    })
    await must(amendAgreement, { ...tied, version: 1, ...marked, words: 'Betaalt de fiets' })
    expect((await agreed(tied.agreementId))?.tiedTo).toBeUndefined()
  })
})

describe('what somebody gives back', () => {
  const own = async () => (await must(getPlan, {})).reciprocity

  test('may be empty; the person writes it, with or without hours, changes it, and puts it away', async () => {
    expect(await own()).toEqual([])
    const { reciprocityId } = await must(addReciprocity, { words: 'Ik geef taart aan de buren' }, self)
    expect((await own())[0]?.hoursPerWeek).toBeUndefined()
    await must(amendReciprocity, { reciprocityId, version: 1, words: 'Ik bak taart', hoursPerWeek: 1.5 }, self)
    expect(await own()).toMatchObject([{ words: 'Ik bak taart', hoursPerWeek: 1.5, writtenBy: self.membershipId }])
    const late = await house.runner.run(amendReciprocity, coach, {
      participantId: selam,
      reciprocityId,
      version: 1,
      words: 'Taart',
    })
    expect(late).toMatchObject({ code: 'versionConflict', details: { current: { words: 'Ik bak taart' } } })
    await must(archiveReciprocity, { reciprocityId, version: 2 })
    expect(await own()).toMatchObject([{ archived: true }])
    await must(restoreReciprocity, { reciprocityId, version: 3 }, self)
    expect(await own()).toMatchObject([{ archived: false, version: 4 }])
  })

  test('hours go by the half hour and stay within a week', async () => {
    for (const hoursPerWeek of [0, 0.3, 41])
      expect(await run(addReciprocity as unknown as UseCase, coach, { words: 'x', hoursPerWeek })).toMatchObject({
        code: 'invalidInput',
      })
  })
})
