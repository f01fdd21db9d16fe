import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CalendarDay, newId, type OrganisationId, type ParticipantId, type ReferralId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { getBsn, getPerson } from '#people'
import { aParticipant } from '#people/test-kit'
import type { Actor } from '#platform'
import { acceptReferral, findDuplicates, getReferral, locateReferral, sendReferral } from './index.ts'
import { aSentReferral, referralInput, type SentReferral } from './test-kit.ts'

let house: TestHouse
let tenantId: TenantId
let brug: OrganisationId
let desk: Actor
let coach: Actor
let stranger: Actor
let deskElsewhere: Actor
/** Another birth day for each test, so that nobody is a double of somebody in another test. */
let birthDate: CalendarDay
let born = 0

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  brug = await house.organisation(tenantId)
  const samen = await house.organisation(tenantId, 'welfare', 'Samen Verder')
  desk = await house.member(tenantId, 'serviceplein', { name: 'Balie Veenrijk' })
  coach = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Coach Kim' })
  stranger = await house.member(tenantId, 'coach', { organisationId: samen })
  deskElsewhere = await house.member(await house.municipality('Anders'), 'serviceplein')
})
afterAll(() => house.close())
beforeEach(() => {
  born += 1
  birthDate = CalendarDay.parse(`1980-01-${String(born).padStart(2, '0')}`)
})

const aReferral = (more: Record<string, unknown> = {}) => referralInput(brug, { birthDate, ...more })
const send = (more: Record<string, unknown> = {}): Promise<SentReferral> =>
  aSentReferral(house, desk, brug, { birthDate, ...more })
const stateFor = async (actor: Actor, sent: SentReferral): Promise<string> => {
  const { participantId, referralId } = sent
  const answer = await house.runner.run(getReferral, actor, { participantId, referralId })
  return answer.ok ? answer.value.referral.state : answer.code
}

test('a referral is sent in one go; the organisation reads it, others do not', async () => {
  const sent = await send()
  const seen = await house.runner.run(getReferral, coach, sent)
  expect(seen).toMatchObject({
    ok: true,
    value: {
      referral: { state: 'sent', wish: 'Ik wil weer onder de mensen zijn.', sentByName: 'Balie Veenrijk', version: 1 },
      person: { callName: 'Selam', surname: 'Tesfay' },
      contact: { phone: '0612345678' },
      actions: ['askBack', 'accept', 'passOn', 'reject'],
      trace: [],
    },
  })
  expect(await stateFor(desk, sent)).toBe('sent')
  expect(await stateFor(stranger, sent)).toBe('notFound')
  expect(await stateFor(deskElsewhere, sent)).toBe('notFound')
})

test('reading a referral stands in the dossier; who may not see it gets the answer for an unknown id', async () => {
  const sent = await send()
  const located = await house.runner.run(locateReferral, coach, sent)
  expect(located).toEqual({ ok: true, value: { participantId: sent.participantId } })
  await stateFor(coach, sent)
  const lines = await house.owner.query(
    `select use_case, membership_id from access_line where participant_id = $1 and kind = 'read'`,
    [sent.participantId],
  )
  expect(lines.rows).toEqual([{ use_case: 'trajectories.getReferral', membership_id: coach.membershipId }])
  const unknown = await house.runner.run(locateReferral, coach, { referralId: newId<ReferralId>() })
  expect(await house.runner.run(locateReferral, stranger, sent)).toEqual(unknown)
  expect(unknown).toEqual({ ok: false, code: 'notFound' })
})

test('the citizen service number is kept shut, read by the desk only, and found again', async () => {
  const sent = await send({ bsn: '111 222 333' })
  const row = await house.owner.query('select bsn_encrypted, bsn_hash from participant_bsn where participant_id = $1', [
    sent.participantId,
  ])
  expect(JSON.stringify(row.rows)).not.toContain('111222333')
  expect(await house.runner.run(getBsn, desk, sent)).toEqual({ ok: true, value: { bsn: '111222333' } })
  expect(await house.runner.run(getBsn, coach, sent)).toEqual({ ok: false, code: 'notFound' })
  const again = await house.runner.run(sendReferral, desk, aReferral({ callName: 'Piet', bsn: '111222333', notTheSame: true }))
  expect(again).toMatchObject({
    ok: false,
    code: 'duplicate',
    field: 'bsn',
    details: { candidates: [{ participantId: sent.participantId, because: 'bsn', callName: 'Selam' }] },
  })
})

test('a number that fails the 11-test is refused at its field', async () => {
  const answer = await house.runner.run(sendReferral, desk, aReferral({ bsn: '111222334' }))
  expect(answer).toMatchObject({ code: 'invalidInput', details: { errors: [{ field: 'bsn', code: 'bsn' }] } })
})

test('somebody with (nearly) the same name and birth date is asked about; both answers lead on', async () => {
  const first = await send()
  const asked = await house.runner.run(sendReferral, desk, aReferral({ surname: 'Tesfai' }))
  expect(asked).toMatchObject({
    ok: false,
    code: 'duplicate',
    details: {
      candidates: [
        {
          participantId: first.participantId,
          because: 'similarName',
          openReferral: { referralId: first.referralId, organisationName: 'De Brug Welzijn' },
        },
      ],
    },
  })
  const other = await send({ surname: 'Tesfai', notTheSame: true })
  expect(other.participantId).not.toBe(first.participantId)
  const samen = stranger.organisationId
  const same = await send({
    knownPerson: first.participantId,
    organisationId: samen,
    email: 'selam@voorbeeld.nl',
    phone: '1234567',
  })
  expect(same.participantId).toBe(first.participantId)
  expect(await house.runner.run(getPerson, desk, first)).toMatchObject({
    ok: true,
    value: { contact: { phone: '0612345678', email: 'selam@voorbeeld.nl' } },
  })
})

test('who is shown as a possible double stands in the list of what this desk was shown, though nothing was sent', async () => {
  const first = await send()
  await house.runner.run(sendReferral, desk, aReferral({ surname: 'Tesfai' }))
  const lines = await house.owner.query(
    `select use_case, membership_id, outcome, shown from access_list where $1 = any (shown)`,
    [first.participantId],
  )
  expect(lines.rows).toEqual([
    {
      use_case: 'trajectories.sendReferral',
      membership_id: desk.membershipId,
      outcome: 'refused',
      shown: [first.participantId],
    },
  ])
})

test('a search for doubles tells only what is needed to recognise somebody', async () => {
  const first = await send()
  await house.runner.run(acceptReferral, coach, { ...first, version: 1 })
  const found = await house.runner.run(findDuplicates, desk, { callName: 'selam', surname: 'TESFAY', birthDate })
  expect(found).toEqual({
    ok: true,
    value: {
      candidates: [
        {
          participantId: first.participantId,
          callName: 'Selam',
          surname: 'Tesfay',
          birthDate,
          because: 'nameAndBirthDate',
          trajectory: { state: 'intake', organisationName: 'De Brug Welzijn' },
        },
      ],
    },
  })
  expect(await house.runner.run(findDuplicates, deskElsewhere, { callName: 'Selam', surname: 'Tesfay', birthDate })).toEqual({
    ok: true,
    value: { candidates: [] },
  })
})

test('two desks that enter the same person at the same moment make one person', async () => {
  const secondDesk = await house.member(tenantId, 'serviceplein')
  const answers = await Promise.all(
    [desk, secondDesk].map(actor => house.runner.run(sendReferral, actor, aReferral({ callName: 'Tegelijk' }))),
  )
  expect(answers.map(answer => (answer.ok ? 'sent' : answer.code)).toSorted()).toEqual(['duplicate', 'sent'])
})

test('a second referral of the same person to the same organisation waits for the first', async () => {
  const first = await send()
  expect(await house.runner.run(sendReferral, desk, aReferral({ knownPerson: first.participantId }))).toMatchObject({
    ok: false,
    code: 'alreadyDone',
    details: { referralId: first.referralId },
  })
})

test('somebody of another municipality or an unknown id cannot be referred, and nothing is kept', async () => {
  const elsewhere = await aParticipant(house, deskElsewhere.tenantId)
  for (const knownPerson of [elsewhere, newId<ParticipantId>()]) {
    expect(await house.runner.run(sendReferral, desk, aReferral({ knownPerson }))).toEqual({ ok: false, code: 'notFound' })
  }
  const rows = await house.owner.query('select count(*)::int as n from participant_identity where birth_date = $1', [birthDate])
  expect(rows.rows).toEqual([{ n: 0 }])
})

test.each([
  ['organisationId', { organisationId: newId<OrganisationId>() }],
  ['birthDate', { birthDate: '2999-01-01' }],
  ['law', { law: 'wlz' }],
])('a wrong %s is refused at its field', async (field, more) => {
  expect(await house.runner.run(sendReferral, desk, aReferral(more))).toMatchObject({ ok: false, code: 'invalidInput', field })
})

test('the same form sent twice makes one referral', async () => {
  const input = aReferral()
  const options = { idempotencyKey: 'send-1' }
  const [first, second] = await Promise.all([
    house.runner.run(sendReferral, desk, input, options),
    house.runner.run(sendReferral, desk, input, options),
  ])
  expect(first.ok).toBe(true)
  expect(second).toEqual(first)
})
