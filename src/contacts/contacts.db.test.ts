import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ParticipantId, TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { addNote, listNotes } from './index.ts'

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
    { use_case: 'contacts.listNotes', kind: 'read', slices: ['notes', 'name'] },
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
