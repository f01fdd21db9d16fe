import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn, newId, type OrganisationId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import type { Actor } from '#platform'
import { getTrajectories, listReferrals, listTypes, saveTypeSetting } from './index.ts'
import { anAcceptedReferral } from './test-kit.ts'

const today = dayIn(new Date())
let house: TestHouse
let tenantId: TenantId
let brug: OrganisationId
let partner: OrganisationId
let beheer: Actor
let desk: Actor
let coach: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  brug = await house.organisation(tenantId)
  partner = await house.organisation(tenantId, 'partner', 'Buurttuin')
  beheer = await house.member(tenantId, 'beheer')
  desk = await house.member(tenantId, 'serviceplein')
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
})
afterAll(() => house.close())

test('a municipality names its trajectories; everybody there reads that name, another municipality does not', async () => {
  const { participantId } = await anAcceptedReferral(house, desk, coach)
  const saved = await house.runner.run(saveTypeSetting, beheer, {
    ...{ type: 'socialActivation', nameNl: 'Meedoen in Veenrijk', nameEn: 'Joining in Veenrijk', reviewWeeks: '8', version: 0 },
  })
  expect(saved).toEqual({ ok: true, value: { type: 'socialActivation', version: 1 } })
  const label = { nl: 'Meedoen in Veenrijk', en: 'Joining in Veenrijk' }
  expect(await house.runner.run(getTrajectories, coach, { participantId })).toMatchObject({
    value: { trajectories: [{ label }] },
  })
  expect(await house.runner.run(listReferrals, desk, { state: 'all' })).toMatchObject({ value: { referrals: [{ label }] } })
  expect(await house.runner.run(listTypes, coach, {})).toMatchObject({
    value: { types: expect.arrayContaining([expect.objectContaining({ label, reviewWeeks: { value: 8, by: 'municipality' } })]) },
  })
  const elsewhere = await house.member(await house.municipality('Anders'), 'beheer')
  const there = await house.runner.run(listTypes, elsewhere, {})
  expect(JSON.stringify(there)).not.toContain('Veenrijk')
})

test('two who save at once: the second sees what the first saved', async () => {
  const setting = { type: 'familyApproach', version: 0 }
  const answers = await Promise.all(
    ['Eerst', 'Daarna'].map(nameNl => house.runner.run(saveTypeSetting, beheer, { ...setting, nameNl })),
  )
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(answers.find(answer => !answer.ok)).toMatchObject({
    code: 'versionConflict',
    details: { current: { type: 'familyApproach', version: 1 } },
  })
})

test.each<[string, () => object, string]>([
  ['an organisation without a last day', () => ({ intakeOrganisationId: brug }), 'intakeUntil'],
  ['a last day without an organisation', () => ({ intakeUntil: addDays(today, 9) }), 'intakeOrganisationId'],
  ['a last day in the past', () => ({ intakeOrganisationId: brug, intakeUntil: addDays(today, -1) }), 'intakeUntil'],
  [
    'an organisation that takes no referrals',
    () => ({ intakeOrganisationId: partner, intakeUntil: today }),
    'intakeOrganisationId',
  ],
  ['an unknown organisation', () => ({ intakeOrganisationId: newId(), intakeUntil: today }), 'intakeOrganisationId'],
  ['a rhythm of no weeks', () => ({ reviewWeeks: 0 }), 'reviewWeeks'],
  ['a duration in words', () => ({ longestMonths: 'een jaar' }), 'longestMonths'],
])('%s is refused at its field', async (_, more, field) => {
  const refused = await house.runner.run(saveTypeSetting, beheer, { type: 'perspective', version: 0, ...more() })
  expect(refused).toMatchObject({ code: 'invalidInput', field })
})

test('only the administrator sets it', async () => {
  for (const actor of [coach, desk])
    expect(await house.runner.run(saveTypeSetting, actor, { type: 'perspective', version: 0 })).toEqual({
      ok: false,
      code: 'notFound',
    })
})
