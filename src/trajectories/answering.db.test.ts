import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CalendarDay, type OrganisationId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import type { Actor, UseCase } from '#platform'
import {
  acceptReferral,
  amendReferral,
  answerQuestion,
  askBack,
  getReferral,
  listReferrals,
  rejectReferral,
  undoWithdrawal,
  withdrawReferral,
} from './index.ts'
import { aSentReferral, type SentReferral } from './test-kit.ts'

let house: TestHouse
let tenantId: TenantId
let brug: OrganisationId
let desk: Actor
let coach: Actor
let colleague: Actor
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
  colleague = await house.member(tenantId, 'coach', { organisationId: brug })
  stranger = await house.member(tenantId, 'coach', { organisationId: samen })
  deskElsewhere = await house.member(await house.municipality('Anders'), 'serviceplein')
})
afterAll(() => house.close())
beforeEach(() => {
  born += 1
  birthDate = CalendarDay.parse(`1980-01-${String(born).padStart(2, '0')}`)
})

const send = (more: Record<string, unknown> = {}): Promise<SentReferral> =>
  aSentReferral(house, desk, brug, { birthDate, ...more })
const stateFor = async (actor: Actor, sent: SentReferral): Promise<string> => {
  const { participantId, referralId } = sent
  const answer = await house.runner.run(getReferral, actor, { participantId, referralId })
  return answer.ok ? answer.value.referral.state : answer.code
}

test('accepting starts a trajectory, opens the dossier for the coordinator and closes it for the organisation', async () => {
  const sent = await send()
  const accepted = await house.runner.run(acceptReferral, coach, { ...sent, version: 1 })
  expect(accepted).toMatchObject({ ok: true, value: { participantId: sent.participantId, version: 2 } })
  const grants = await house.owner.query(
    `select ground, purpose, membership_id, organisation_id, revoked_at is null as open from access_grant
     where participant_id = $1 order by created_at, purpose`,
    [sent.participantId],
  )
  expect(grants.rows).toEqual([
    { ground: 'referral', purpose: 'answerReferral', membership_id: null, organisation_id: brug, open: false },
    { ground: 'trajectory', purpose: 'coordinate', membership_id: coach.membershipId, organisation_id: null, open: true },
    { ground: 'trajectory', purpose: 'knownAtOrganisation', membership_id: null, organisation_id: brug, open: true },
  ])
  expect(await stateFor(coach, sent)).toBe('accepted')
  expect(await stateFor(colleague, sent)).toBe('notFound')
  const facts = await house.owner.query(
    `select payload->>'coordinatorId' as coordinator from outbox_fact where name = $1 and payload->>'referralId' = $2`,
    ['ReferralAccepted', sent.referralId],
  )
  expect(facts.rows).toEqual([{ coordinator: coach.membershipId }])
})

test('two coaches accept at once: one becomes the coordinator', async () => {
  const sent = await send()
  const answers = await Promise.all(
    [coach, colleague].map(actor => house.runner.run(acceptReferral, actor, { ...sent, version: 1 })),
  )
  expect(answers.map(answer => (answer.ok ? 'accepted' : answer.code)).toSorted()).toEqual(['accepted', expect.any(String)])
  const rows = await house.owner.query('select count(*)::int as n from trajectory where referral_id = $1', [sent.referralId])
  expect(rows.rows).toEqual([{ n: 1 }])
})

test('rejecting needs a reason, which the municipality reads; the organisation sees nothing any more', async () => {
  const sent = await send()
  const key = { ...sent, version: 1 }
  expect(await house.runner.run(rejectReferral, coach, { ...key, rejectionReason: '  ' })).toMatchObject({
    code: 'invalidInput',
    field: 'rejectionReason',
  })
  expect((await house.runner.run(rejectReferral, coach, { ...key, rejectionReason: 'Wij werken niet in die wijk.' })).ok).toBe(
    true,
  )
  expect(await house.runner.run(getReferral, desk, sent)).toMatchObject({
    ok: true,
    value: { referral: { state: 'rejected', rejectionReason: 'Wij werken niet in die wijk.', answeredByName: 'Coach Kim' } },
  })
  expect(await stateFor(coach, sent)).toBe('notFound')
})

test('ask back, answer, and the trace tells both', async () => {
  const sent = await send()
  expect((await house.runner.run(askBack, coach, { ...sent, version: 1, question: 'Kan ze lopend komen?' })).ok).toBe(true)
  expect(await house.runner.run(askBack, coach, { ...sent, version: 2, question: 'En?' })).toMatchObject({
    code: 'notPossibleNow',
    details: { state: 'questioned' },
  })
  expect((await house.runner.run(answerQuestion, desk, { ...sent, version: 2, answer: 'Ja, op maandag.' })).ok).toBe(true)
  const seen = await house.runner.run(getReferral, coach, sent)
  expect(seen).toMatchObject({ value: { referral: { state: 'sent', questionAnswer: 'Ja, op maandag.' } } })
  expect(seen.ok && seen.value.trace.map(entry => entry.changes.map(change => change.field))).toEqual([
    ['state', 'questionAnswer'],
    ['state', 'question'],
  ])
})

test('an amendment needs a reason, keeps the earlier text, and loses from a newer version', async () => {
  const sent = await send()
  const amendment = {
    ...sent,
    version: 1,
    trajectoryType: 'socialActivation',
    law: 'participatiewet',
    reason: 'Zit veel thuis en mist mensen om zich heen.',
    wish: 'Ik wil leren fietsen.',
    amendmentReason: 'Vandaag zei ze het preciezer.',
  }
  expect(await house.runner.run(amendReferral, desk, { ...amendment, amendmentReason: '' })).toMatchObject({
    code: 'invalidInput',
    field: 'amendmentReason',
  })
  expect(await house.runner.run(amendReferral, desk, amendment)).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await house.runner.run(amendReferral, desk, { ...amendment, wish: 'Iets anders.' })).toMatchObject({
    code: 'versionConflict',
    details: { current: { wish: 'Ik wil leren fietsen.', version: 2 } },
  })
  const seen = await house.runner.run(getReferral, coach, sent)
  expect(seen).toMatchObject({
    value: {
      trace: [
        {
          byName: 'Balie Veenrijk',
          reason: 'Vandaag zei ze het preciezer.',
          changes: [{ field: 'wish', was: 'Ik wil weer onder de mensen zijn.', became: 'Ik wil leren fietsen.' }],
        },
      ],
    },
  })
})

test('withdrawing closes the organisation out, undoing lets it in again', async () => {
  const sent = await send()
  expect((await house.runner.run(withdrawReferral, desk, { ...sent, version: 1, reason: 'Verhuist.' })).ok).toBe(true)
  expect(await stateFor(coach, sent)).toBe('notFound')
  expect(await house.runner.run(acceptReferral, coach, { ...sent, version: 2 })).toEqual({ ok: false, code: 'notFound' })
  expect((await house.runner.run(undoWithdrawal, desk, { ...sent, version: 2 })).ok).toBe(true)
  expect(await stateFor(coach, sent)).toBe('sent')
})

test('a withdrawal is not undone beside a newer referral to the same organisation, which would lose one of the two', async () => {
  const first = await send()
  await house.runner.run(withdrawReferral, desk, { ...first, version: 1 })
  const second = await send({ knownPerson: first.participantId })
  expect(await house.runner.run(undoWithdrawal, desk, { ...first, version: 2 })).toMatchObject({
    ok: false,
    code: 'alreadyDone',
    details: { referralId: second.referralId },
  })
  expect(await stateFor(desk, first)).toBe('withdrawn')
  expect(await stateFor(coach, second)).toBe('sent')
})

test('every change answers a stranger, another municipality and another role as if the referral did not exist', async () => {
  const sent = await send()
  const key = { ...sent, version: 1 }
  const content = { trajectoryType: 'networkCoaching', law: 'wmo', reason: 'x', wish: 'y', amendmentReason: 'z' }
  const changes: readonly (readonly [UseCase, readonly Actor[], Record<string, unknown>])[] = [
    [acceptReferral, [stranger, desk], {}],
    [rejectReferral, [stranger, desk], { rejectionReason: 'x' }],
    [askBack, [stranger, desk], { question: 'x' }],
    [amendReferral, [coach, deskElsewhere], content],
    [withdrawReferral, [coach, deskElsewhere], {}],
    [answerQuestion, [coach, deskElsewhere], { answer: 'x' }],
  ]
  for (const [useCase, actors, more] of changes) {
    for (const actor of actors)
      expect([useCase.name, await house.runner.run(useCase, actor, { ...key, ...more })]).toEqual([
        useCase.name,
        { ok: false, code: 'notFound' },
      ])
  }
  expect(await stateFor(desk, sent)).toBe('sent')
})

test('an organisation with a grant on the dossier cannot answer what was asked of another', async () => {
  const first = await send()
  const second = await send({ knownPerson: first.participantId, organisationId: stranger.organisationId })
  expect(await house.runner.run(acceptReferral, coach, { ...second, version: 1 })).toEqual({ ok: false, code: 'notFound' })
  expect(await stateFor(coach, second)).toBe('notFound')
  expect(await stateFor(stranger, second)).toBe('sent')
  const looked = await house.owner.query('select role, membership_id from access_line where participant_id = $1 and kind = $2', [
    first.participantId,
    'read',
  ])
  expect(looked.rows).toEqual([{ role: 'coach', membership_id: stranger.membershipId }])
  const refused = await house.owner.query(
    `select use_case from access_list where membership_id = $1 and outcome = 'refused' order by at desc limit 2`,
    [coach.membershipId],
  )
  expect(refused.rows).toEqual([{ use_case: 'trajectories.getReferral' }, { use_case: 'trajectories.acceptReferral' }])
})

test('the list: the desk sees all of the municipality by state, a coach what waits at the own organisation', async () => {
  const sent = await send({ callName: 'Lijst' })
  const list = async (actor: Actor, state?: string) => {
    const answer = await house.runner.run(listReferrals, actor, state === undefined ? {} : { state })
    return answer.ok ? answer.value.referrals.filter(row => row.callName === 'Lijst').map(row => row.state) : [answer.code]
  }
  expect(await list(desk)).toEqual(['sent'])
  expect(await list(coach)).toEqual(['sent'])
  expect(await list(stranger)).toEqual([])
  expect(await list(deskElsewhere, 'all')).toEqual([])
  await house.runner.run(acceptReferral, coach, { ...sent, version: 1 })
  expect(await list(desk)).toEqual([])
  expect(await list(desk, 'accepted')).toEqual(['accepted'])
  expect(await list(coach, 'all')).toEqual(['accepted'])
  expect(await list(colleague, 'all')).toEqual([])
})
