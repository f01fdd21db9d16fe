import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays, CalendarDay, dayIn, newId, type OrganisationId, type ReferralId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { type Actor, createRunner, municipalities } from '#platform'
import {
  acceptReferral,
  activateTrajectory,
  amendReferral,
  askBack,
  endTrajectory,
  getReferral,
  listReferrals,
  passOnReferral,
  rejectReferral,
  remindTask,
  remindUnanswered,
  rerouteReferral,
} from './index.ts'
import { anAcceptedReferral, aSentReferral, referralInput, type SentReferral } from './test-kit.ts'

const today = dayIn(new Date())
const REFUSED = { ok: false, code: 'notFound' }

let house: TestHouse
let tenantId: TenantId
let brug: OrganisationId
let rietdorp: OrganisationId
let partner: OrganisationId
let desk: Actor
let atBrug: Actor
let atRietdorp: Actor
let sent: SentReferral

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  brug = await house.organisation(tenantId)
  rietdorp = await house.organisation(tenantId, 'welfare', 'Rietdorp')
  partner = await house.organisation(tenantId, 'partner', 'Buurttuin')
  desk = await house.member(tenantId, 'serviceplein', { name: 'Karin' })
  atBrug = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Tom' })
  atRietdorp = await house.member(tenantId, 'coach', { organisationId: rietdorp })
})
afterAll(() => house.close())

let born = 0
const birthDate = (): string => {
  born += 1
  return addDays(CalendarDay.parse('1985-01-01'), born)
}
beforeEach(async () => {
  sent = await aSentReferral(house, desk, brug, { birthDate: birthDate() })
})

const key = () => ({ participantId: sent.participantId, referralId: sent.referralId })
const rerouting = (more: object = {}) => ({ ...key(), version: 1, organisationId: rietdorp, words: 'De Brug zit vol.', ...more })

test('sent to another organisation: the first is out, the second answers, the trace stays with the sender', async () => {
  await house.runner.run(askBack, atBrug, { ...key(), version: 1, question: 'Welke dag kan?' })
  expect(await house.runner.run(rerouteReferral, desk, rerouting({ version: 2 }))).toMatchObject({
    ok: true,
    value: { version: 3 },
  })
  expect(await house.runner.run(getReferral, atBrug, key())).toEqual(REFUSED)
  const there = await house.runner.run(getReferral, atRietdorp, key())
  expect(there).toMatchObject({
    value: {
      referral: { state: 'sent', organisationName: 'Rietdorp', withSinceOn: today },
      handover: { fromName: 'De Brug Welzijn', passedOn: false, words: 'De Brug zit vol.' },
      // What was said before is between the sender and the first organisation.
      trace: [],
    },
  })
  expect(JSON.stringify(there)).not.toContain('Welke dag')
  const here = await house.runner.run(getReferral, desk, key())
  expect(here.ok && here.value.trace).toHaveLength(2)
  expect(JSON.stringify(here)).toContain('Welke dag')
  expect(await house.runner.run(acceptReferral, atRietdorp, { ...key(), version: 3 })).toMatchObject({ ok: true })
})

test('after a refusal it goes to somebody else, and the refusal stays in the trace', async () => {
  await house.runner.run(rejectReferral, atBrug, { ...key(), version: 1, rejectionReason: 'Wij zitten vol.' })
  expect(await house.runner.run(rerouteReferral, desk, rerouting({ version: 2 }))).toMatchObject({ ok: true })
  const read = await house.runner.run(getReferral, desk, key())
  expect(read).toMatchObject({ value: { referral: { state: 'sent', rejectionReason: undefined } } })
  expect(JSON.stringify(read)).toContain('Wij zitten vol.')
})

test('passed on after an intake: who did it, and what they said, reach the next; the municipality sees who has it', async () => {
  const passing = { ...key(), version: 1, organisationId: rietdorp, words: 'Wil graag in een groep beginnen.' }
  expect(await house.runner.run(passOnReferral, atRietdorp, passing)).toEqual(REFUSED)
  expect(await house.runner.run(passOnReferral, atBrug, passing)).toMatchObject({ ok: true })
  expect(await house.runner.run(getReferral, atBrug, key())).toEqual(REFUSED)
  expect(await house.runner.run(getReferral, atRietdorp, key())).toMatchObject({
    value: { handover: { fromName: 'De Brug Welzijn', byName: 'Tom', passedOn: true, words: passing.words } },
  })
  const listed = await house.runner.run(listReferrals, desk, {})
  expect(listed.ok && listed.value.referrals.find(row => row.id === sent.referralId)).toMatchObject({
    organisationName: 'Rietdorp',
    viaOrganisationName: 'De Brug Welzijn',
    withSinceOn: today,
  })
})

test.each<[string, () => object, object]>([
  ['to the one that has it', () => ({ organisationId: brug }), { code: 'invalidInput', field: 'organisationId' }],
  ['to a partner', () => ({ organisationId: partner }), { code: 'invalidInput', field: 'organisationId' }],
  ['to nobody known', () => ({ organisationId: newId() }), { code: 'invalidInput', field: 'organisationId' }],
  ['without a word', () => ({ words: ' ' }), { code: 'invalidInput', field: 'words' }],
  ['from an older version', () => ({ version: 9 }), { code: 'versionConflict' }],
  ['of an unknown referral', () => ({ referralId: newId<ReferralId>() }), { code: 'notFound' }],
])('it is not sent %s', async (_, more, refusal) => {
  expect(await house.runner.run(rerouteReferral, desk, rerouting(more()))).toMatchObject({ ok: false, ...refusal })
})

test('not to an organisation where the same person waits already', async () => {
  const knownPerson = sent.participantId
  const again = referralInput(rietdorp, { birthDate: addDays(CalendarDay.parse('1985-01-01'), born), knownPerson })
  await aSentReferral(house, desk, rietdorp, again)
  expect(await house.runner.run(rerouteReferral, desk, rerouting())).toMatchObject({ code: 'alreadyDone' })
  expect(await house.runner.run(getReferral, atBrug, key())).toMatchObject({ ok: true })
})

test('sent twice by a double click is one sending', async () => {
  const twice = () => house.runner.run(rerouteReferral, desk, rerouting(), { idempotencyKey: `route-${sent.referralId}` })
  expect(await twice()).toEqual(await twice())
})

test('words amended after the trajectory ended are kept, and it is said that nothing changes there', async () => {
  const accepted = await anAcceptedReferral(house, desk, atBrug, { birthDate: birthDate() })
  const on = { participantId: accepted.participantId, trajectoryId: accepted.trajectoryId }
  await house.runner.run(activateTrajectory, atBrug, { ...on, version: 1 })
  await house.runner.run(endTrajectory, atBrug, { ...on, version: 2, endedOn: today, endReason: 'moved' })
  const amended = await house.runner.run(amendReferral, desk, {
    ...{ participantId: accepted.participantId, referralId: accepted.referralId, version: 2 },
    ...{
      trajectoryType: 'socialActivation',
      law: 'participatiewet',
      reason: 'Was niet zo bedoeld.',
      wish: 'Ik wil weer zingen.',
    },
    amendmentReason: 'Verkeerd opgeschreven.',
  })
  expect(amended).toMatchObject({ ok: true, value: { version: 3, trajectoryEndedOn: today } })
  expect(
    await house.runner.run(getReferral, desk, { participantId: accepted.participantId, referralId: accepted.referralId }),
  ).toMatchObject({ value: { referral: { wish: 'Ik wil weer zingen.' }, trajectoryEndedOn: today } })
})

test('nobody runs the reminding by hand', async () => {
  for (const actor of [desk, atBrug]) expect(await house.runner.run(remindUnanswered, actor, {})).toEqual(REFUSED)
})

/** The night's work as it runs on this day. */
const remindOn = (day: string) => {
  const now = new Date(`${day}T09:00:00Z`)
  const runner = createRunner({ pool: house.pool, clock: { now: () => now }, stillSignedIn: house.actors.stillSignedIn })
  return remindTask(runner, () => municipalities(house.pool))
}
const answerBy = (referralId: string, day: string) =>
  house.owner.query('update referral set answer_by = $2 where id = $1', [referralId, day])

test.each([
  ['2026-12-01', '2026-12-01', 0],
  ['2026-12-01', '2026-12-02', 1],
  ['2026-12-01', '2026-12-03', 1],
  // The term ends before a weekend.
  ['2026-12-04', '2026-12-05', 0],
  ['2026-12-04', '2026-12-06', 0],
  ['2026-12-04', '2026-12-07', 1],
  // The term ends before Christmas.
  ['2026-12-24', '2026-12-25', 0],
  ['2026-12-24', '2026-12-27', 0],
  ['2026-12-24', '2026-12-28', 1],
])(
  'of what had to be answered on %s, on %s %i reminder is told, once, also when it runs twice at the same time',
  async (until, on, told) => {
    const there = await house.municipality('Elders')
    const organisationId = await house.organisation(there)
    const sender = await house.member(there, 'serviceplein')
    const late = await aSentReferral(house, sender, organisationId)
    await answerBy(late.referralId, until)
    const task = remindOn(on)
    await Promise.all([task({}), task({})])
    await task({})
    const facts = await house.owner.query(
      `select from outbox_fact where tenant_id = $1 and name = 'ReferralUnanswered' and payload ->> 'referralId' = $2`,
      [there, late.referralId],
    )
    expect(facts.rowCount).toBe(told)
    expect(await house.runner.run(getReferral, sender, late)).toMatchObject({
      value: { referral: { reminded: told === 1, version: 1 } },
    })
  },
)

test('a new term can be reminded of again', async () => {
  const there = await house.municipality('Daarginds')
  const [first, second] = [await house.organisation(there), await house.organisation(there, 'welfare', 'Rietdorp')]
  const sender = await house.member(there, 'serviceplein')
  const late = await aSentReferral(house, sender, first)
  await answerBy(late.referralId, '2026-11-26')
  await remindOn('2026-11-27')({})
  await house.runner.run(rerouteReferral, sender, { ...late, version: 1, organisationId: second, words: 'Geen antwoord.' })
  expect(await house.runner.run(getReferral, sender, late)).toMatchObject({
    value: { referral: { reminded: false }, overdue: false },
  })
})
