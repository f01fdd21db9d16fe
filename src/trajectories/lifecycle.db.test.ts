import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayIn, newId, type OrganisationId, type TenantId, type TrajectoryId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import type { Actor } from '#platform'
import {
  acceptReferral,
  activateTrajectory,
  amendTrajectory,
  cancelReview,
  changeCoordinator,
  endTrajectory,
  followAppointment,
  getProgress,
  getTrajectories,
  movePhase,
  moveReview,
  pauseTrajectory,
  planReview,
  resumeTrajectory,
  sendReferral,
  takeBackChange,
} from './index.ts'
import { anAcceptedReferral, referralInput } from './test-kit.ts'

const today = dayIn(new Date())
const nextMonth = addDays(today, 30)
const REFUSED = { ok: false, code: 'notFound' }

let house: TestHouse
let tenantId: TenantId
let brug: OrganisationId
let desk: Actor
let kim: Actor
let sem: Actor
let stranger: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  brug = await house.organisation(tenantId)
  desk = await house.member(tenantId, 'serviceplein')
  kim = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Kim' })
  sem = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Sem' })
  stranger = await house.member(tenantId, 'coach', {
    organisationId: await house.organisation(tenantId, 'welfare', 'Samen Verder'),
  })
})
afterAll(() => house.close())

let born = 0
/** Somebody whose trajectory runs: version 2. */
const aRunningTrajectory = async () => {
  born += 1
  const birthDate = addDays(dayIn(new Date('1980-01-01T12:00:00Z')), born)
  const { participantId, trajectoryId } = await anAcceptedReferral(house, desk, kim, { birthDate })
  const started = await house.runner.run(activateTrajectory, kim, { participantId, trajectoryId, version: 1 })
  if (!started.ok) throw new Error(started.code)
  return { participantId, trajectoryId, version: 2 }
}
const pause = { pausedOn: today, returnOn: nextMonth, pauseReason: 'health', pauseWords: 'Herstelt thuis.' }
const ending = { endedOn: today, endReason: 'staysActive' }
const openGrants = async (participantId: string) =>
  (
    await house.owner.query<{ membership_id: string | null; legal_basis: string; valid_until: string | null }>(
      `select membership_id, legal_basis, valid_until::text from access_grant
       where participant_id = $1 and ground = 'trajectory' and revoked_at is null`,
      [participantId],
    )
  ).rows

test('a pause, going on, and what was noted by mistake is taken back', async () => {
  const key = await aRunningTrajectory()
  expect(await house.runner.run(pauseTrajectory, kim, { ...key, ...pause })).toMatchObject({ ok: true, value: { version: 3 } })
  expect(await house.runner.run(pauseTrajectory, kim, { ...key, ...pause })).toMatchObject({
    code: 'versionConflict',
    details: { current: { state: 'paused', pauseWords: 'Herstelt thuis.' } },
  })
  expect(await house.runner.run(resumeTrajectory, kim, { ...key, version: 3 })).toMatchObject({ ok: true })
  expect(await house.runner.run(resumeTrajectory, kim, { ...key, version: 4 })).toMatchObject({ code: 'notPossibleNow' })
  expect(await house.runner.run(takeBackChange, kim, { ...key, version: 4 })).toMatchObject({ ok: true })
  expect(await house.runner.run(getTrajectories, kim, key)).toMatchObject({
    value: { trajectories: [{ state: 'paused', returnOn: nextMonth, version: 5 }] },
  })
  // What was taken back is not taken back again.
  expect(await house.runner.run(takeBackChange, kim, { ...key, version: 5 })).toMatchObject({ code: 'notPossibleNow' })
})

test('the municipality reads that there is a pause and until when, not what was said about it', async () => {
  const key = await aRunningTrajectory()
  await house.runner.run(pauseTrajectory, kim, { ...key, ...pause })
  const read = await house.runner.run(getTrajectories, desk, key)
  expect(read).toMatchObject({ value: { trajectories: [{ state: 'paused', pauseReason: 'health', returnOn: nextMonth }] } })
  expect(JSON.stringify(read)).not.toContain('Herstelt')
})

test('what was said about a pause is read by whoever coordinates, in no other answer', async () => {
  const key = await aRunningTrajectory()
  await house.runner.run(pauseTrajectory, kim, { ...key, ...pause })
  const { participantId } = key
  expect(JSON.stringify(await house.runner.run(getProgress, kim, { participantId }))).toContain('Herstelt')
  const colleagues = await house.runner.run(getProgress, sem, { participantId })
  expect(colleagues).toMatchObject({ ok: true })
  const stale = await house.runner.run(changeCoordinator, desk, { ...key, coordinatorId: sem.membershipId, reason: 'Verlof' })
  expect(stale).toMatchObject({ code: 'versionConflict', details: { current: { state: 'paused', version: 3 } } })
  for (const answer of [colleagues, stale]) expect(JSON.stringify(answer)).not.toContain('Herstelt')
})

test('a phase is chosen, forward and back; a phase that is not there is refused', async () => {
  const key = await aRunningTrajectory()
  expect(await house.runner.run(movePhase, kim, { ...key, phase: 'onward' })).toMatchObject({ ok: true })
  expect(await house.runner.run(movePhase, kim, { ...key, phase: 'plan', version: 3 })).toMatchObject({ ok: true })
  expect(await house.runner.run(movePhase, kim, { ...key, phase: 'nergens', version: 4 })).toMatchObject({
    code: 'invalidInput',
    field: 'phase',
  })
})

test('handing over moves the access: the old coordinator is out at once, the new one is in', async () => {
  const key = await aRunningTrajectory()
  const handing = { ...key, coordinatorId: sem.membershipId, reason: 'Kim gaat met verlof.' }
  expect(await house.runner.run(changeCoordinator, kim, handing)).toMatchObject({ ok: true, value: { version: 3 } })
  expect(await house.runner.run(movePhase, kim, { ...key, phase: 'onward', version: 3 })).toEqual(REFUSED)
  expect(await house.runner.run(movePhase, sem, { ...key, phase: 'onward', version: 3 })).toMatchObject({ ok: true })
  const grants = await openGrants(key.participantId)
  expect(grants.map(grant => grant.membership_id)).toEqual(expect.arrayContaining([sem.membershipId, null]))
  expect(grants).toHaveLength(2)
})

test('the municipality hands over what a coordinator left behind', async () => {
  const key = await aRunningTrajectory()
  const handing = { ...key, coordinatorId: sem.membershipId, reason: 'Kim werkt hier niet meer.' }
  expect(await house.runner.run(changeCoordinator, sem, handing)).toEqual(REFUSED)
  expect(await house.runner.run(changeCoordinator, desk, handing)).toMatchObject({ ok: true })
  expect(await house.runner.run(movePhase, sem, { ...key, phase: 'onward', version: 3 })).toMatchObject({ ok: true })
})

test('the municipality takes back an ending or a hand-over, never what a coordinator did, on the page and by the API alike', async () => {
  const key = await aRunningTrajectory()
  const offered = async (actor: Actor) => {
    const read = await house.runner.run(getProgress, actor, key)
    return read.ok && read.value.trajectories[0]?.actions.includes('takeBack')
  }
  await house.runner.run(pauseTrajectory, kim, { ...key, ...pause })
  expect([await offered(kim), await offered(desk)]).toEqual([true, false])
  expect(await house.runner.run(takeBackChange, desk, { ...key, version: 3 })).toMatchObject({ code: 'notPossibleNow' })
  await house.runner.run(endTrajectory, kim, { ...key, ...ending, version: 3 })
  expect([await offered(kim), await offered(desk)]).toEqual([true, true])
  expect(await house.runner.run(takeBackChange, desk, { ...key, version: 4 })).toMatchObject({ ok: true })
  const handing = { ...key, coordinatorId: sem.membershipId, reason: 'Kim gaat met verlof.', version: 5 }
  await house.runner.run(changeCoordinator, desk, handing)
  expect([await offered(sem), await offered(desk)]).toEqual([true, true])
  expect(await house.runner.run(takeBackChange, kim, { ...key, version: 6 })).toEqual(REFUSED)
  expect(await house.runner.run(takeBackChange, desk, { ...key, version: 5 })).toMatchObject({ code: 'versionConflict' })
  expect(await house.runner.run(takeBackChange, desk, { ...key, version: 6 })).toMatchObject({ ok: true })
})

test('a hand-over does not go back to somebody whose account was closed', async () => {
  const key = await aRunningTrajectory()
  const leaving = await house.member(tenantId, 'coach', { organisationId: brug })
  await house.runner.run(changeCoordinator, kim, { ...key, coordinatorId: leaving.membershipId, reason: 'Verlof.' })
  const on = { ...key, coordinatorId: sem.membershipId, reason: 'Werkt hier niet meer.', version: 3 }
  await house.runner.run(changeCoordinator, desk, on)
  await house.owner.query('update membership set active = false where id = $1', [leaving.membershipId])
  expect(await house.runner.run(takeBackChange, desk, { ...key, version: 4 })).toMatchObject({ code: 'notPossibleNow' })
})

test('not to somebody whose account is off, of another organisation, or who does not guide people', async () => {
  const key = await aRunningTrajectory()
  const former = await house.member(tenantId, 'coach', { organisationId: brug })
  await house.owner.query('update membership set active = false where id = $1', [former.membershipId])
  const planner = await house.member(tenantId, 'planner', { organisationId: brug })
  for (const to of [former.membershipId, stranger.membershipId, planner.membershipId, kim.membershipId, newId()]) {
    const refused = await house.runner.run(changeCoordinator, kim, { ...key, coordinatorId: to, reason: 'Verlof.' })
    expect(refused).toMatchObject({ code: 'invalidInput', field: 'coordinatorId' })
  }
})

test('who coordinates two trajectories of one person keeps the dossier when one ends', async () => {
  const key = await aRunningTrajectory()
  const second = newId<TrajectoryId>()
  await house.owner.query(
    `insert into trajectory (tenant_id, id, participant_id, type, law, state, organisation_id, coordinator_id, started_on)
     values ($1, $2, $3, 'networkCoaching', 'wmo', 'active', $4, $5, $6)`,
    [tenantId, second, key.participantId, brug, kim.membershipId, today],
  )
  expect(await house.runner.run(endTrajectory, kim, { ...key, ...ending })).toMatchObject({ ok: true })
  const grants = await openGrants(key.participantId)
  expect(grants.map(grant => grant.valid_until)).toEqual([null, null])
  expect(new Set(grants.map(grant => grant.legal_basis))).toEqual(new Set(['Wmo 2015']))
})

test('after the ending the dossier stays open for some weeks; taking it back opens it as before', async () => {
  const key = await aRunningTrajectory()
  expect(await house.runner.run(endTrajectory, kim, { ...key, ...ending })).toMatchObject({ ok: true, value: { version: 3 } })
  expect(await openGrants(key.participantId)).toEqual([
    expect.objectContaining({ membership_id: kim.membershipId, valid_until: addDays(today, 28) }),
  ])
  expect(await house.runner.run(takeBackChange, kim, { ...key, version: 3 })).toMatchObject({ ok: true })
  expect((await openGrants(key.participantId)).map(grant => grant.valid_until)).toEqual([null, null])
})

test('a trajectory that ended before it began, or tomorrow, is refused with the field', async () => {
  const key = await aRunningTrajectory()
  for (const endedOn of [addDays(today, -1), addDays(today, 1)])
    expect(await house.runner.run(endTrajectory, kim, { ...key, ...ending, endedOn })).toMatchObject({
      code: 'invalidInput',
      field: 'endedOn',
    })
})

test('under another law the data is shared on another ground; two who amend see each other', async () => {
  const key = await aRunningTrajectory()
  const content = { type: 'perspective', law: 'wmo', voluntary: false, startedOn: today, plannedEndOn: nextMonth }
  const amending = { ...key, ...content, amendmentReason: 'De indicatie kwam van de Wmo.' }
  expect(await house.runner.run(amendTrajectory, desk, amending)).toMatchObject({ ok: true, value: { version: 3 } })
  expect(new Set((await openGrants(key.participantId)).map(grant => grant.legal_basis))).toEqual(new Set(['Wmo 2015']))
  expect(await house.runner.run(amendTrajectory, kim, { ...amending, law: 'participatiewet' })).toMatchObject({
    code: 'versionConflict',
    details: { current: { law: 'wmo', type: 'perspective' } },
  })
  expect(await house.runner.run(amendTrajectory, kim, { ...amending, version: 3 })).toMatchObject({
    details: { reason: 'nothingChanged' },
  })
  expect(await house.runner.run(amendTrajectory, desk, { ...amending, version: 3, law: 'zvw' })).toMatchObject({
    code: 'invalidInput',
    field: 'law',
  })
})

test('a stranger and an unknown id get the same, also with a repeat of the same request', async () => {
  const key = await aRunningTrajectory()
  const unknown = { ...key, trajectoryId: newId<TrajectoryId>() }
  for (const [actor, on] of [
    [stranger, key],
    [kim, unknown],
  ] as const) {
    expect(await house.runner.run(pauseTrajectory, actor, { ...on, ...pause })).toEqual(REFUSED)
    expect(await house.runner.run(endTrajectory, actor, { ...on, ...ending })).toEqual(REFUSED)
    expect(await house.runner.run(takeBackChange, actor, on)).toEqual(REFUSED)
  }
  const twice = () =>
    house.runner.run(pauseTrajectory, kim, { ...key, ...pause }, { idempotencyKey: `pause-${key.trajectoryId}` })
  expect(await twice()).toEqual(await twice())
})

test('a second referral to the same organisation is no ground to touch the first trajectory; nor is coordinating the second', async () => {
  const key = await aRunningTrajectory()
  const { participantId } = key
  const planned = await house.runner.run(planReview, kim, { ...key, plannedOn: nextMonth })
  if (!planned.ok) throw new Error(planned.code)
  const again = referralInput(brug, { trajectoryType: 'networkCoaching', knownPerson: participantId })
  const sent = await house.runner.run(sendReferral, desk, again)
  if (!sent.ok) throw new Error(JSON.stringify(sent))
  const tries = async () => [
    await house.runner.run(endTrajectory, sem, { ...key, ...ending }),
    await house.runner.run(pauseTrajectory, sem, { ...key, ...pause }),
    await house.runner.run(movePhase, sem, { ...key, phase: 'onward' }),
    await house.runner.run(changeCoordinator, sem, { ...key, coordinatorId: sem.membershipId, reason: 'Van mij' }),
    await house.runner.run(amendTrajectory, sem, {
      ...{ ...key, type: 'socialActivation', law: 'wmo', voluntary: true, startedOn: today, amendmentReason: 'Anders' },
    }),
    await house.runner.run(planReview, sem, { ...key, plannedOn: nextMonth }),
    await house.runner.run(moveReview, sem, {
      participantId,
      reviewId: planned.value.reviewId,
      version: 1,
      plannedOn: nextMonth,
    }),
    await house.runner.run(followAppointment, sem, { participantId, reviewId: planned.value.reviewId, day: today }),
    await house.runner.run(cancelReview, sem, { participantId, reviewId: planned.value.reviewId, version: 1 }),
  ]
  for (const answer of await tries()) expect(answer).toEqual(REFUSED)
  const accepted = await house.runner.run(acceptReferral, sem, { ...sent.value, version: 1 })
  expect(accepted).toMatchObject({ ok: true })
  for (const answer of await tries()) expect(answer).toEqual(REFUSED)
  expect(await house.runner.run(movePhase, kim, { ...key, phase: 'onward' })).toMatchObject({ ok: true })
})
