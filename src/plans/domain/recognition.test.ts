import { describe, expect, test } from 'vitest'
import { limitOn, SHIPPED_LIMITS } from '#regimes'
import { namedId, type OrganisationId, type RecognitionBudgetId, type RecognitionOptionId } from '#kernel'
import { day } from '../test-kit.ts'
import { benefitSafety, isWarning } from './benefit-safety.ts'
import {
  agreedRecognition,
  chosenRecognition,
  givenRecognition,
  type RecognitionFields,
  type RecognitionOption,
} from './recognition.ts'
import { budgetFor, leftOf, type RecognitionBudget } from './recognition-budget.ts'

const voucher: RecognitionOption = {
  id: namedId<RecognitionOptionId>('bon'),
  kind: 'voucher',
  words: 'Bon van 10 euro',
  valueCents: 1_000,
  countsAs: 'gift',
  archived: false,
  version: 1,
}
const own: RecognitionFields = { recognitionKind: 'compliment', recognitionWords: '' }
const chosen: RecognitionFields = { ...own, recognitionOptionId: voucher.id }

describe('what is agreed', () => {
  test('from the list: kind, value and how it counts come along; own words may replace those of the list', () => {
    expect(agreedRecognition(chosen, [voucher])).toMatchObject({
      value: { kind: 'voucher', words: 'Bon van 10 euro', valueCents: 1_000 },
    })
    expect(agreedRecognition({ ...chosen, recognitionWords: 'Voor de bakker' }, [voucher])).toMatchObject({
      value: { words: 'Voor de bakker', valueCents: 1_000, countsAs: 'gift' },
    })
  })

  test('in own words: with a value it counts as a gift; a compliment has none', () => {
    const outing: RecognitionFields = { recognitionKind: 'outing', recognitionWords: 'Naar zee', recognitionCents: 2_000 }
    expect(agreedRecognition(outing, [])).toEqual({
      ok: true,
      value: { kind: 'outing', words: 'Naar zee', valueCents: 2_000, countsAs: 'gift' },
    })
    expect(agreedRecognition({ ...outing, recognitionKind: 'compliment' }, [])).toMatchObject({ value: { kind: 'compliment' } })
    expect(agreedRecognition({ ...outing, recognitionKind: 'compliment' }, [])).not.toMatchObject({
      value: { valueCents: 2_000 },
    })
  })

  test('what was put away is not chosen anew, and stays with who had it, at the value of then', () => {
    const away = { ...voucher, archived: true, valueCents: 5_000 }
    expect(agreedRecognition(chosen, [away])).toMatchObject({ code: 'invalidInput', field: 'recognitionOptionId' })
    const before = { kind: 'voucher', words: 'Bon', optionId: voucher.id, valueCents: 1_000 } as const
    expect(agreedRecognition(chosen, [away], before)).toEqual({ ok: true, value: before })
  })

  test('a premium is for the municipality to grant: nobody agrees on or chooses one, and it stays with who had it', () => {
    const premium = { ...voucher, words: 'Premie', countsAs: 'premium' } as const
    const refused = { code: 'invalidInput', field: 'recognitionOptionId' }
    expect(agreedRecognition(chosen, [premium])).toMatchObject(refused)
    expect(chosenRecognition(chosen, [premium], undefined)).toMatchObject(refused)
    expect(givenRecognition(chosen, [premium])).toMatchObject({ value: { words: 'Premie', countsAs: 'premium' } })
    const before = { kind: 'voucher', words: 'Premie', optionId: voucher.id, countsAs: 'premium' } as const
    expect(chosenRecognition(chosen, [premium], before)).toEqual({ ok: true, value: before })
  })
})

describe('beside a benefit', () => {
  const notSet = { state: 'notSet' } as const
  const ask = (today: string, more: Partial<Parameters<typeof benefitSafety>[0]> = {}) =>
    benefitSafety({
      countsAs: 'gift',
      handed: { cents: 0, times: 0 },
      addedCents: 1_000,
      limit: limitOn(SHIPPED_LIMITS, more.countsAs === 'premium' ? 'premiumYear' : 'giftsYear', day(today)),
      timesLimit: limitOn(SHIPPED_LIMITS, 'premiumTimes', day(today)),
      ageLimit: limitOn(SHIPPED_LIMITS, 'allowanceCountsBelowAge', day(today)),
      ...more,
    })

  test.each([
    [94_999, 'within'],
    [95_000, 'near'],
    [119_000, 'near'],
    [119_001, 'above'],
  ] as const)('gifts of %d cents this year and 10 euro more', (cents, state) => {
    const said = ask('2026-11-28', { handed: { cents, times: 3 } })
    expect(said).toMatchObject({ state, totalCents: cents + 1_000, limitCents: 120_000 })
    expect(isWarning(said)).toBe(said.state !== 'within')
  })

  test.each([
    ['2025-12-31', 'notSet'],
    ['2026-01-01', 'within'],
    ['2026-12-31', 'within'],
    ['2027-01-01', 'notSet'],
  ] as const)('the amount for gifts on %s: %s', (today, state) => expect(ask(today).state).toBe(state))

  test.each([
    ['2026-06-30', 'notSet'],
    ['2026-07-01', 'within'],
    ['2026-12-31', 'within'],
    ['2027-01-01', 'notSet'],
  ] as const)('the amount for a premium on %s: %s', (today, state) =>
    expect(ask(today, { countsAs: 'premium' }).state).toBe(state),
  )

  test('a third premium in a year, and a premium for who is too young, are said', () => {
    const premium = { countsAs: 'premium', addedCents: 50_000 } as const
    expect(ask('2026-11-28', { ...premium, handed: { cents: 100_000, times: 2 } })).toMatchObject({
      state: 'within',
      tooOften: true,
    })
    expect(ask('2026-11-28', { ...premium, handed: { cents: 50_000, times: 1 } }).tooOften).toBe(false)
    expect([26, 27, undefined].map(age => ask('2026-11-28', { ...premium, age }).tooYoung)).toEqual([true, false, false])
    expect(ask('2026-11-28', { age: 20 }).tooYoung).toBe(false)
  })

  test('without a value there is nothing to count; without a known limit it says so', () => {
    expect(ask('2026-11-28', { addedCents: 0 }).state).toBe('notCounted')
    expect(ask('2026-11-28', { countsAs: 'nothing' }).state).toBe('notCounted')
    expect(isWarning(ask('2026-11-28', { limit: notSet }))).toBe(true)
  })
})

test('the budget: the own organisation’s when it has one that year, else the municipality’s', () => {
  const brug = namedId<OrganisationId>('brug')
  const budget = (year: number, organisationId?: OrganisationId): RecognitionBudget => ({
    id: namedId<RecognitionBudgetId>(`${year} ${organisationId}`),
    year,
    ...(organisationId === undefined ? {} : { organisationId }),
    amountCents: 10_000,
    spentCents: 2_500,
    version: 1,
  })
  const budgets = [budget(2026), budget(2026, brug), budget(2025, namedId<OrganisationId>('kade'))]
  expect(budgetFor(budgets, 2026, brug)).toBe(budgets[1])
  expect(budgetFor(budgets, 2026, namedId<OrganisationId>('kade'))).toBe(budgets[0])
  expect(budgetFor(budgets, 2026, undefined)).toBe(budgets[0])
  expect(budgetFor(budgets, 2025, brug)).toBeUndefined()
  expect(leftOf(budget(2026))).toBe(7_500)
})
