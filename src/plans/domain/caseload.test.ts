import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, namedId, type MembershipId, type ParticipantId, type StepId, WHEEL_AREAS } from '#kernel'
import { aGoal, answered, aPlan, aStep, day } from '../test-kit.ts'
import { type KeptLine, keptLine, type LineGoal, lineOn } from './caseload.ts'
import { withSteps } from './focus.ts'
import { nextStep, soonFrom } from './next-step.ts'
import type { Step } from './step.ts'

const somebody = namedId<ParticipantId>('selam')
const titleOn = (goals: readonly LineGoal[], today: string): string | undefined =>
  lineOn(somebody, keptLine(goals, undefined), soonFrom(day(today))).next?.title

describe('the next step in a line that is kept', () => {
  test('given a step that is planned, then it comes first a week before its day', () => {
    const goals = [aGoal('Buiten', [aStep('koffie'), aStep('tuin', { plannedOn: day('2026-12-22') })])]
    expect(titleOn(goals, '2026-12-14')).toBe('koffie')
    expect(titleOn(goals, '2026-12-15')).toBe('tuin')
    expect(titleOn(goals, '2027-03-01')).toBe('tuin')
  })

  test('given nothing to do, then there is none on any day', () => {
    expect(titleOn([aGoal('Buiten', [answered(aStep('koffie'), 'done')])], '2026-12-14')).toBeUndefined()
  })

  const START = day('2026-11-01')
  const steps = fc.array(
    fc.record({
      who: fc.constantFrom('participant', 'coach', 'together', 'other'),
      state: fc.constantFrom('open', 'open', 'done', 'notYet', 'didNotWork'),
      plannedIn: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
      plannedAt: fc.constantFrom(undefined, '09:00', '10:00'),
      insteadOf: fc.option(fc.nat({ max: 4 }), { nil: undefined }),
    }),
    { maxLength: 5 },
  )
  const plan = fc.array(
    fc.record({
      steps,
      area: fc.constantFrom(...WHEEL_AREAS.slice(0, 3)),
      position: fc.nat({ max: 2 }),
      focus: fc.nat({ max: 2 }),
    }),
    { maxLength: 4 },
  )

  test('is on every day what the whole plan says on that day', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: -20, max: 60 }), (made, days) => {
        const records = made.map((goal, g) => ({
          ...aGoal(`doel ${g}`, [], { area: goal.area, position: goal.position }),
          focusedAt: goal.focus === 0 ? undefined : `2026-10-0${goal.focus}T00:00:00.000Z`,
          steps: goal.steps.map((step, s): Step => {
            const open = aStep(`stap ${g}.${s}`, {
              who: step.who,
              position: s,
              ...(step.plannedIn === undefined ? {} : { plannedOn: addDays(START, step.plannedIn) }),
              ...(step.plannedAt === undefined ? {} : { plannedAt: step.plannedAt }),
              ...(step.insteadOf === undefined ? {} : { smallerThan: namedId<StepId>(`stap ${g}.${step.insteadOf}`) }),
            })
            return step.state === 'open' ? open : answered(open, step.state)
          }),
        }))
        const today = addDays(START, days)
        const stepsOf = new Map(records.map(goal => [goal.id, goal.steps]))
        const whole = aPlan({ goals: [...withSteps(records, id => stepsOf.get(id) ?? [])] })
        const kept = JSON.parse(JSON.stringify(keptLine(records, undefined))) as KeptLine
        expect(lineOn(somebody, kept, soonFrom(today)).next?.id).toBe(nextStep(whole, today)?.step.id)
      }),
      { numRuns: 500 },
    )
  })

  test('given an answer, then it is told whoever gave it', () => {
    const last = {
      title: 'koffie',
      state: 'done' as const,
      answeredAt: '2026-11-10T09:00:00.000Z',
      answeredBy: namedId<MembershipId>('coach'),
      ownWords: undefined,
    }
    expect(lineOn(somebody, keptLine([], last), soonFrom(START)).lastAnswer).toEqual(last)
  })
})
