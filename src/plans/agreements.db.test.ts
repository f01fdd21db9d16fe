import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { ParticipantId, TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor, UseCase } from '#platform'
import { addAgreement, amendAgreement, closeAgreement, getPlan, listMunicipalAgreements, reopenAgreement } from './index.ts'

const UNKNOWN = '00000000-0000-7000-8000-000000000000'
let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let desk: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach')
  desk = await house.member(tenantId, 'serviceplein')
  await reaching(house, tenantId, selam, coach)
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
