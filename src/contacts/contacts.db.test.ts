import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ParticipantId, TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { addNote, amendNote, listAppointments, listNotes, markAppointment, moveAppointment, planAppointment } from './index.ts'

let house: TestHouse
let tenantId: TenantId
let selam: ParticipantId
let coach: Actor
let stranger: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  selam = await aParticipant(house, tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  stranger = await house.member(tenantId, 'coach', {
    organisationId: await house.organisation(tenantId, 'welfare', 'Samen Verder'),
  })
  await reaching(house, tenantId, selam, coach)
})
afterAll(() => house.close())

test('a coach writes a note and reads it back; the access line stands beside it', async () => {
  const written = await house.runner.run(addNote, coach, {
    participantId: selam,
    words: 'Belde: de fietsles was leuk.',
    kind: 'phone',
  })
  expect(written.ok).toBe(true)
  const read = await house.runner.run(listNotes, coach, { participantId: selam })
  expect(read).toMatchObject({
    ok: true,
    value: { notes: [{ words: 'Belde: de fietsles was leuk.', kind: 'phone', writtenBy: coach.membershipId }] },
  })
  const lines = await house.owner.query('select use_case, kind, slices from access_line where participant_id = $1 order by at', [
    selam,
  ])
  expect(lines.rows).toEqual([
    { use_case: 'contacts.addNote', kind: 'write', slices: ['notes'] },
    { use_case: 'contacts.listNotes', kind: 'read', slices: ['notes'] },
  ])
})

test('a coach without a grant gets the same answer as for an unknown id, and writes nothing', async () => {
  const before = await house.owner.query('select count(*)::int as n from note')
  expect(await house.runner.run(addNote, stranger, { participantId: selam, words: 'x' })).toEqual({ ok: false, code: 'notFound' })
  expect(await house.runner.run(listNotes, stranger, { participantId: selam })).toEqual({ ok: false, code: 'notFound' })
  expect(await house.runner.run(listNotes, coach, { participantId: '00000000-0000-7000-8000-000000000000' })).toEqual({
    ok: false,
    code: 'notFound',
  })
  expect((await house.owner.query('select count(*)::int as n from note')).rows).toEqual(before.rows)
})

test('the same form sent twice writes one note and gives the first answer', async () => {
  const input = { participantId: selam, words: 'Eén keer.' }
  const [first, second] = await Promise.all([
    house.runner.run(addNote, coach, input, { idempotencyKey: 'form-1' }),
    house.runner.run(addNote, coach, input, { idempotencyKey: 'form-1' }),
  ])
  expect(first).toEqual(second)
  expect((await house.owner.query(`select count(*)::int as n from note where words = 'Eén keer.'`)).rows[0]).toEqual({ n: 1 })
  expect(await house.runner.run(addNote, coach, { ...input, words: 'Anders.' }, { idempotencyKey: 'form-1' })).toMatchObject({
    ok: false,
    code: 'invalidInput',
  })
})

test('a day in the future is refused at its field', async () => {
  const answer = await house.runner.run(addNote, coach, { participantId: selam, words: 'x', happenedOn: '2999-01-01' })
  expect(answer).toMatchObject({ ok: false, code: 'invalidInput', field: 'happenedOn' })
})

test('an amended note keeps its earlier words; an old version shows what stands there now', async () => {
  const written = await house.runner.run(addNote, coach, { participantId: selam, words: 'Eerste versie.' })
  if (!written.ok) throw new Error('not written')
  const input = { participantId: selam, noteId: written.value.noteId, words: 'Tweede versie.', version: 1 }
  expect(await house.runner.run(amendNote, coach, input)).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await house.runner.run(amendNote, coach, { ...input, words: 'Derde versie.' })).toMatchObject({
    ok: false,
    code: 'versionConflict',
    details: { current: { words: 'Tweede versie.', version: 2 } },
  })
  const kept = await house.owner.query('select words, version from note_version where note_id = $1', [written.value.noteId])
  expect(kept.rows).toEqual([{ words: 'Eerste versie.', version: 1 }])
})

test('an appointment is planned on the Dutch clock, moved, cancelled and planned again', async () => {
  const planned = await house.runner.run(planAppointment, coach, {
    participantId: selam,
    kind: 'firstConversation',
    day: '2099-07-01',
    time: '09:30',
  })
  if (!planned.ok) throw new Error('not planned')
  const { appointmentId } = planned.value
  const only = async () => {
    const read = await house.runner.run(listAppointments, coach, { participantId: selam })
    return read.ok ? read.value.appointments.find(appointment => appointment.id === appointmentId) : undefined
  }
  expect(await only()).toMatchObject({ startsAt: '2099-07-01T07:30:00.000Z', state: 'planned', minutes: 60 })
  const move = {
    participantId: selam,
    appointmentId,
    day: '2099-12-01',
    time: '14:00',
    minutes: 30,
    place: 'Bibliotheek',
    version: 1,
  }
  expect(await house.runner.run(moveAppointment, coach, move)).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await house.runner.run(moveAppointment, coach, move)).toMatchObject({ ok: false, code: 'versionConflict' })
  const mark = (action: string, version: number, actor = coach) =>
    house.runner.run(markAppointment, actor, { participantId: selam, appointmentId, action, version })
  expect(await mark('hold', 2)).toMatchObject({ code: 'notPossibleNow' })
  expect(await mark('cancel', 1)).toMatchObject({
    ok: false,
    code: 'versionConflict',
    details: { current: { startsAt: '2099-12-01T13:00:00.000Z', state: 'planned', version: 2 } },
  })
  expect(await mark('cancel', 2)).toMatchObject({ ok: true, value: { version: 3 } })
  expect(await mark('restore', 3)).toMatchObject({ ok: true, value: { version: 4 } })
  expect(await only()).toMatchObject({ startsAt: '2099-12-01T13:00:00.000Z', state: 'planned', place: 'Bibliotheek' })
  expect(await mark('cancel', 4, stranger)).toEqual({ ok: false, code: 'notFound' })
})
