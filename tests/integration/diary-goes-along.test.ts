import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveBackDiary, handOverDiary, listAppointments, markAppointment, planAppointment } from '#contacts'
import { addDays, CalendarDay, dayIn, newId, type OrganisationId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { type Actor, FACTS_TASK, createJobs, factsTask } from '#platform'
import { activateTrajectory, changeCoordinator, movePhase, takeBackChange } from '#trajectories'
import { anAcceptedReferral } from '#trajectories/test-kit'
import { diaryGoesAlong } from '../../src/shell/reactions/diary-goes-along.ts'

const today = dayIn(new Date())
const nextWeek = addDays(today, 7)
let house: TestHouse
let tenantId: TenantId
let brug: OrganisationId
let desk: Actor
let kim: Actor
let sem: Actor
let tellFacts: () => Promise<unknown>

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  brug = await house.organisation(tenantId)
  desk = await house.member(tenantId, 'serviceplein')
  kim = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Kim' })
  sem = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Sem' })
  const tasks = { [FACTS_TASK]: factsTask(house.pool, diaryGoesAlong(house.runner)) }
  const jobs = createJobs({ connectionString: house.appUrl, tasks, log: () => undefined })
  tellFacts = () => jobs.runDue()
})
afterAll(() => house.close())

let born = 0
const aTrajectory = async () => {
  born += 1
  const birthDate = addDays(CalendarDay.parse('1982-01-01'), born)
  const { participantId, trajectoryId } = await anAcceptedReferral(house, desk, kim, { birthDate })
  await house.runner.run(activateTrajectory, kim, { participantId, trajectoryId, version: 1 })
  return { participantId, trajectoryId, version: 2 }
}
const plan = async (participantId: ParticipantId, by: Actor, day: CalendarDay) => {
  const planned = await house.runner.run(planAppointment, by, { participantId, kind: 'review', day, time: '10:00' })
  if (!planned.ok) throw new Error(planned.code)
  return planned.value.appointmentId
}
/** In whose diary each appointment of this person is, as whoever coordinates reads it. */
const diaries = async (participantId: ParticipantId, reader: Actor) => {
  const read = await house.runner.run(listAppointments, reader, { participantId })
  if (!read.ok) throw new Error(read.code)
  return new Map(read.value.appointments.map(({ id, membershipId }) => [id, membershipId]))
}
const toSem = {
  reason: 'Kim gaat met verlof.',
  get coordinatorId() {
    return sem.membershipId
  },
}

test('what is planned ahead goes along; what was, what was cancelled and what a colleague planned stays', async () => {
  const key = await aTrajectory()
  const { participantId } = key
  const ahead = await plan(participantId, kim, nextWeek)
  const cancelled = await plan(participantId, kim, nextWeek)
  await house.runner.run(markAppointment, kim, { participantId, appointmentId: cancelled, action: 'cancel', version: 1 })
  const before = await plan(participantId, kim, nextWeek)
  await house.owner.query(`update appointment set starts_at = now() - interval '1 day' where id = $1`, [before])
  const ofOther = await plan((await aTrajectory()).participantId, kim, nextWeek)

  expect(await house.runner.run(changeCoordinator, kim, { ...key, ...toSem })).toMatchObject({ ok: true })
  await tellFacts()
  expect(await diaries(participantId, sem)).toEqual(
    new Map([
      [ahead, sem.membershipId],
      [cancelled, kim.membershipId],
      [before, kim.membershipId],
    ]),
  )
  const other = await house.owner.query('select membership_id from appointment where id = $1', [ofOther])
  expect(other.rows).toEqual([{ membership_id: kim.membershipId }])
  const lines = await house.owner.query(
    `select membership_id, slices from access_line where participant_id = $1 and use_case = 'contacts.handOverDiary'`,
    [participantId],
  )
  expect(lines.rows).toEqual([{ membership_id: null, slices: ['appointments'] }])
})

test('without the tick the diary stays as it is, and nothing is said about it', async () => {
  const key = await aTrajectory()
  const ahead = await plan(key.participantId, kim, nextWeek)
  await house.runner.run(changeCoordinator, kim, { ...key, ...toSem, withAppointments: false })
  await tellFacts()
  expect(await diaries(key.participantId, sem)).toEqual(new Map([[ahead, kim.membershipId]]))
  await house.runner.run(takeBackChange, sem, { ...key, version: 3 })
  await tellFacts()
  expect(await diaries(key.participantId, kim)).toEqual(new Map([[ahead, kim.membershipId]]))
})

test.each([
  ['the new coordinator', () => sem],
  ['the municipality', () => desk],
])('taken back by %s, what went along and is still planned comes back; what came of it later stays', async (_, who) => {
  const key = await aTrajectory()
  const { participantId } = key
  const ahead = await plan(participantId, kim, nextWeek)
  const calledOff = await plan(participantId, kim, nextWeek)
  await house.runner.run(changeCoordinator, desk, { ...key, ...toSem })
  await tellFacts()
  const ofSem = await plan(participantId, sem, nextWeek)
  await house.runner.run(markAppointment, sem, { participantId, appointmentId: calledOff, action: 'cancel', version: 2 })

  expect(await house.runner.run(takeBackChange, who(), { ...key, version: 3 })).toMatchObject({
    ok: true,
    value: { version: 4, coordinatorId: kim.membershipId },
  })
  await tellFacts()
  // Told twice, nothing more moves.
  await house.owner.query(
    `update outbox_fact set handled_at = null where payload ->> 'participantId' = $1 and name = 'DiaryGivenBack'`,
    [participantId],
  )
  await tellFacts()
  expect(await diaries(participantId, kim)).toEqual(
    new Map([
      [ahead, kim.membershipId],
      [calledOff, sem.membershipId],
      [ofSem, sem.membershipId],
    ]),
  )
  // The dossier is Kim's again, and no longer Sem's.
  expect(await house.runner.run(movePhase, sem, { ...key, phase: 'onward', version: 4 })).toEqual({ ok: false, code: 'notFound' })
  expect(await house.runner.run(movePhase, kim, { ...key, phase: 'onward', version: 4 })).toMatchObject({ ok: true })
})

test('nobody moves a diary by hand, and not that of somebody who is not there', async () => {
  const { participantId } = await aTrajectory()
  const move = { participantId, from: kim.membershipId, to: sem.membershipId }
  const unknown = { ...move, participantId: newId<ParticipantId>() }
  for (const useCase of [handOverDiary, giveBackDiary]) {
    for (const actor of [kim, desk]) expect(await house.runner.run(useCase, actor, move)).toEqual({ ok: false, code: 'notFound' })
    const system = { role: 'system', tenantId, name: 'diary' } as const
    expect(await house.runner.run(useCase, system, unknown)).toEqual({ ok: false, code: 'notFound' })
  }
})
