import { describe, expect, test } from 'vitest'
import { aGoal, answered, aPlan, aStep, day } from '../test-kit.ts'
import { isOverdue, nextCoachStep, nextStep } from './next-step.ts'

const today = day('2026-11-22')
const title = (goals: Parameters<typeof aGoal>[]): string | undefined =>
  nextStep(aPlan({ goals: goals.map(each => aGoal(...each)) }), today)?.step.title

describe('the one next step of the participant', () => {
  test('given no goals, then there is none', () => expect(title([])).toBeUndefined())

  test('given steps in order, then the first that is open', () =>
    expect(title([['Onder de mensen', [answered(aStep('bellen'), 'done'), aStep('koffie'), aStep('meelopen')]]])).toBe('koffie'))

  test('given a step of the coach before it, then still the own step', () =>
    expect(title([['Onder de mensen', [aStep('bellen', { who: 'coach' }), aStep('koffie', { who: 'together' })]]])).toBe(
      'koffie',
    ))

  test('given a step of another goal that is planned this week, then that one comes first', () =>
    expect(
      title([
        ['Onder de mensen', [aStep('koffie')]],
        ['Buiten', [aStep('tuin', { plannedOn: day('2026-11-25') })], { position: 1 }],
      ]),
    ).toBe('tuin'))

  test('given a step that is planned in a month, then a step without a day comes first', () =>
    expect(
      title([
        ['Buiten', [aStep('tuin', { plannedOn: day('2026-12-22') })]],
        ['Onder de mensen', [aStep('koffie')], { position: 1 }],
      ]),
    ).toBe('koffie'))

  test('given two planned on one day, then the earlier hour', () =>
    expect(
      title([
        [
          'Buiten',
          [aStep('middag', { plannedOn: today, plannedAt: '14:00' }), aStep('ochtend', { plannedOn: today, plannedAt: '09:30' })],
        ],
      ]),
    ).toBe('ochtend'))

  test('given "not yet", then the step stays next; with a smaller step in its place, that one is', () => {
    const big = aStep('drie weken meelopen')
    expect(title([['Lopen', [answered(big, 'notYet')]]])).toBe('drie weken meelopen')
    const smaller = aStep('een keer kijken', { smallerThan: big.id })
    expect(title([['Lopen', [answered(big, 'notYet'), smaller]]])).toBe('een keer kijken')
  })

  test('given a step that did not work, then it is over and the following is next', () =>
    expect(title([['Lopen', [answered(aStep('meelopen'), 'didNotWork'), aStep('opbellen')]]])).toBe('opbellen'))

  test('given a smaller step without a day, then it comes on the day of the step that was too large', () => {
    const big = aStep('meekoken', { plannedOn: day('2026-11-24') })
    const smaller = aStep('even kijken', { smallerThan: big.id })
    const later = aStep('recept meenemen', { plannedOn: day('2026-11-27') })
    expect(title([['Koken', [answered(big, 'didNotWork'), later, smaller]]])).toBe('even kijken')
  })

  test('given a goal that was reached, then its open steps are no longer asked', () => {
    const goal = { ...aGoal('Lopen', [aStep('meelopen')]), state: 'reached' as const, closedOn: today }
    expect(nextStep(aPlan({ goals: [goal] }), today)).toBeUndefined()
  })
})

test('the coach’s next step is the coach’s own or a shared one', () => {
  const goals = [aGoal('Lopen', [aStep('meelopen'), aStep('bibliotheek bellen', { who: 'coach' })])]
  expect(nextCoachStep({ goals }, today)?.step.title).toBe('bibliotheek bellen')
})

test('a step is overdue from the day after, and not when it was answered', () => {
  const step = aStep('bellen', { plannedOn: day('2026-11-21') })
  expect(isOverdue(step, today)).toBe(true)
  expect(isOverdue({ ...step, plannedOn: today }, today)).toBe(false)
  expect(isOverdue(answered(step, 'done'), today)).toBe(false)
  expect(isOverdue(answered(step, 'notYet'), today)).toBe(true)
})
