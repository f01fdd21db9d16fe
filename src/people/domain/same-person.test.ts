import { expect, test } from 'vitest'
import { CalendarDay, ParticipantId } from '#kernel'
import type { Person } from './person.ts'
import { areSimilarNames, editDistance, findCandidates } from './same-person.ts'

const day = (text: string) => CalendarDay.parse(text)
const id = (n: number) => ParticipantId.parse(`01890000-0000-7000-8000-00000000000${n}`)
const known = (n: number, callName: string, surname: string, birthDate = '1988-04-12'): Person => ({
  participantId: id(n),
  callName,
  surname,
  birthDate: day(birthDate),
  version: 1,
})
const entered = { callName: 'Selam', surname: 'Tesfay', birthDate: day('1988-04-12') }

test.each([
  ['tesfay', 'tesfay', 0],
  ['tesfay', 'tesfai', 1],
  ['tesfay', 'tesafy', 1],
  ['jan', 'johan', 2],
  ['', 'an', 2],
])('%s and %s differ by %i letters', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
})

test.each([
  ['Selam', 'Tesfai', true],
  ['Tesfay', 'Selam', true],
  ['Selàm', 'van Tesfay', true],
  ['Selam', 'Tesfay-Kidane', true],
  ['Samira', 'Tesfay', false],
  ['Selam', 'Haile', false],
])('Selam Tesfay and %s %s alike: %s', (callName, surname, alike) => {
  expect(areSimilarNames(entered, { callName, surname })).toBe(alike)
})

test('a short name must be the same: Jan is not Ian', () => {
  expect(areSimilarNames({ callName: 'Jan', surname: 'Bos' }, { callName: 'Ian', surname: 'Bos' })).toBe(false)
})

test('the same number comes first, whatever name stands beside it; another birth date is another person', () => {
  const people = [known(1, 'Selam', 'Tesfai'), known(2, 'Selam', 'Tesfay'), known(3, 'Hana', 'Abebe', '1990-01-01')]
  expect(findCandidates(entered, [...people, known(4, 'Selam', 'Tesfay', '1988-04-13')], id(3)).map(c => c.because)).toEqual([
    'bsn',
    'nameAndBirthDate',
    'similarName',
  ])
})

test('nobody alike: no candidates', () => {
  expect(findCandidates(entered, [known(1, 'Piet', 'de Vries')], undefined)).toEqual([])
})
