import { expect, test } from 'vitest'
import { CalendarDay } from '#kernel'
import type { Look } from '#sharing'
import { tellLooks, whoLooked } from './looks.ts'

const day = (text: string) => CalendarDay.parse(text)
const TODAY = day('2026-11-28')
const look = (on: string, more: Partial<Look> = {}): Look => ({
  day: day(on),
  name: 'Mirjam Kuipers',
  role: 'coach',
  lastAt: `${on}T09:15:00.000Z`,
  times: 1,
  wrote: false,
  lookedAt: ['plan'],
  purpose: 'coordinate',
  legalBases: ['Participatiewet, artikel 7'],
  ...more,
})

test('the last seven days are told by day, what was before by month', () => {
  const told = tellLooks(
    [
      look('2026-11-28'),
      look('2026-11-28', { name: 'Karin Post' }),
      look('2026-11-21'),
      look('2026-11-20', { times: 2 }),
      look('2026-10-01'),
    ],
    TODAY,
  )
  expect(told.week.map(each => [each.day, each.looks.length])).toEqual([
    ['2026-11-28', 2],
    ['2026-11-21', 1],
  ])
  expect(told.before.map(({ month, times, days }) => [month, times, days.length])).toEqual([
    ['2026-11', 2, 1],
    ['2026-10', 1, 1],
  ])
})

test('nobody looked: nothing to tell', () => {
  expect(tellLooks([], TODAY)).toEqual({ week: [], before: [] })
})

test('everybody is named once for each reason, with every basis that ever held', () => {
  const who = whoLooked([
    look('2026-11-28'),
    look('2026-11-20', { legalBases: ['Wmo 2015'] }),
    look('2026-11-10', { purpose: 'handOver' }),
    look('2026-11-09', { name: 'Karin Post' }),
  ])
  expect(who.map(({ name, purpose, legalBases }) => [name, purpose, legalBases])).toEqual([
    ['Mirjam Kuipers', 'coordinate', ['Participatiewet, artikel 7', 'Wmo 2015']],
    ['Mirjam Kuipers', 'handOver', ['Participatiewet, artikel 7']],
    ['Karin Post', 'coordinate', ['Participatiewet, artikel 7']],
  ])
})
