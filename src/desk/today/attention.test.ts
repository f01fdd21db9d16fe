import { describe, expect, test } from 'vitest'
import type { CalendarDay, ParticipantId } from '#kernel'
import { partOfDay, type PersonToday, silentPeople } from './attention.ts'

const today = '2026-11-24' as CalendarDay
const person = (name: string, lastContactOn: string, more: Partial<PersonToday> = {}): PersonToday => ({
  participantId: name as ParticipantId,
  lastContactOn: lastContactOn as CalendarDay,
  planned: false,
  hasNextStep: true,
  ...more,
})

describe('who has been silent', () => {
  test('35 days is not yet silence, 36 is', () => {
    expect(silentPeople([person('a', '2026-10-20')], today)).toEqual([])
    expect(silentPeople([person('a', '2026-10-19')], today).map(silent => silent.participantId)).toEqual(['a'])
  })
  test('somebody in the diary is not silent; the longest comes first', () => {
    const people = [person('a', '2026-09-01'), person('b', '2026-08-01'), person('c', '2026-07-01', { planned: true })]
    expect(silentPeople(people, today).map(silent => silent.participantId)).toEqual(['b', 'a'])
  })
})

test.each([
  ['06:00', 'morning'],
  ['11:59', 'morning'],
  ['12:00', 'afternoon'],
  ['18:00', 'evening'],
])('%s is %s', (time, part) => expect(partOfDay(time)).toBe(part))
