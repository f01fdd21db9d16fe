import { expect, test } from 'vitest'
import { CalendarDay } from '#kernel'
import { aGoal, aPlan, aWish } from '#plans/test-kit'
import type { Plan } from '#plans'
import { matchWishOf } from './match-wish-of.ts'

const today = CalendarDay.parse('2026-11-22')
const garden = aWish('Ik wil met planten bezig')
const goal = { ...aGoal('Buiten bezig', [], { area: 'takingPart' }), wishId: garden.id }
const wishOf = (plan: Partial<Plan>, known: Partial<Parameters<typeof matchWishOf>[0]> = {}) =>
  matchWishOf(
    { plan: aPlan({ goals: [goal], ...plan }), person: undefined, contact: undefined, home: undefined, today, ...known },
    goal,
  )

test('what nobody said is left out, so that it limits nothing', () => {
  expect(wishOf({})).toEqual({
    area: 'takingPart',
    goalTitle: 'Buiten bezig',
    wishTexts: [],
    strengthTexts: [],
    mode: 'bike',
    languages: [],
    today,
  })
})

test('the wish behind the goal and loose wishes count, the wish behind another goal does not', () => {
  const [dutch, loose] = [aWish('Ik wil Nederlands leren'), aWish('Niet te druk')]
  const goals = [goal, { ...aGoal('Beter Nederlands'), wishId: dutch.id }]
  expect(wishOf({ goals, wishes: [garden, dutch, loose, aWish('Ik kan goed koken', 'strength')] })).toMatchObject({
    wishTexts: ['Ik wil met planten bezig', 'Niet te druk'],
    strengthTexts: ['Ik kan goed koken'],
  })
})

test('an archived wish is not looked at', () => {
  expect(wishOf({ wishes: [{ ...garden, archived: true }] }).wishTexts).toEqual([])
})

test('an endless wish is cut', () => {
  expect(wishOf({ wishes: [{ ...garden, words: 'x'.repeat(9_000) }] }).wishTexts[0]).toHaveLength(2_000)
})

test('half-days, travel, language, energy, childcare and cost as agreed', () => {
  const practical = {
    dayParts: ['2-morning' as const, '5-evening' as const],
    maxDistanceKm: 5,
    travelMode: 'walk' as const,
    dutchLevel: 'A1' as const,
    languages: ['ar' as const],
    energy: 'little' as const,
    needsChildcare: true,
    maxCostCents: 300,
    remarks: '',
    version: 1,
  }
  expect(wishOf({ practical })).toMatchObject({
    availability: [
      { weekday: 2, part: 'morning' },
      { weekday: 5, part: 'evening' },
    ],
    maxDistanceKm: 5,
    mode: 'walk',
    dutchLevel: 'A1',
    languages: ['ar'],
    energy: 'little',
    needsChildcare: true,
    maxCostCents: 300,
  })
})

test('age and sex come from the identity, when that was shared', () => {
  const birthDate = CalendarDay.parse('1961-11-23')
  expect(wishOf({}, { person: { birthDate, sex: 'f' } })).toMatchObject({ age: 64, sex: 'female' })
  expect(wishOf({}, { person: { birthDate, sex: 'x' } }).sex).toBe('other')
})

test('the language of letters counts only when somebody changed it and no languages were talked about', () => {
  expect(wishOf({}, { contact: { language: 'ar' } }).languages).toEqual(['ar'])
  expect(wishOf({}, { contact: { language: 'nl' } }).languages).toEqual([])
})
