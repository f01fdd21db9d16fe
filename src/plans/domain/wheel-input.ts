import { type Law, WHEEL_AREAS, type WheelArea } from '#kernel'
import type { Goal } from './goal.ts'
import { isLive, type Placement } from './placement.ts'
import { openGoalsOf, type Plan, wishesOf } from './plan.ts'

interface AreaOfWheel {
  readonly goals: readonly {
    readonly id: string
    readonly title: string
    readonly stepsDone: number
    readonly stepsTotal: number
  }[]
  readonly supply: readonly {
    readonly id: string
    readonly label: string
    readonly kind: 'offer' | 'person'
    readonly role?: string
  }[]
  readonly laws: readonly Law[]
}

/** What the participation wheel shows of a plan: goals inside, who and what helps in the middle, laws outside. */
export interface WheelInput {
  readonly name: string
  readonly sentence?: string
  readonly areas: Readonly<Partial<Record<WheelArea, AreaOfWheel>>>
}

const goalOnWheel = (goal: Goal): AreaOfWheel['goals'][number] => ({
  id: goal.id,
  title: goal.title,
  stepsDone: goal.steps.filter(step => step.state === 'done').length,
  stepsTotal: goal.steps.length,
})

/** People who take a step for a goal and are named. */
const helpersOf = (goals: readonly Goal[]): AreaOfWheel['supply'] => {
  const names = goals.flatMap(goal => goal.steps.flatMap(step => (step.who === 'other' ? [step.whoName ?? ''] : [])))
  return [...new Set(names)].filter(name => name !== '').map(name => ({ id: `person-${name}`, label: name, kind: 'person' }))
}

const MOST_IN_HUB = 40
/** A long wish is told by its first sentence. */
const firstSentence = (words: string | undefined): string | undefined =>
  words === undefined || words.length <= MOST_IN_HUB ? words : (/^.*?[.!?؟](?=\s|$)/su.exec(words)?.[0] ?? words)

/** `sentence`: the person's one sentence in the hub; the first wish when absent. */
export const wheelInput = (
  name: string,
  plan: Plan,
  placements: readonly Placement[],
  sentence: string | undefined = firstSentence(wishesOf(plan)[0]?.words),
): WheelInput => {
  const areas = WHEEL_AREAS.map((area): readonly [WheelArea, AreaOfWheel] => {
    const goals = openGoalsOf(plan).filter(goal => goal.area === area)
    const here = placements.filter(placement => placement.area === area && isLive(placement))
    const offers = here.map(({ id, offerName }) => ({ id, label: offerName, kind: 'offer' as const }))
    return [
      area,
      {
        goals: goals.map(goalOnWheel),
        supply: [...offers, ...helpersOf(goals)],
        laws: [...new Set(here.flatMap(placement => placement.laws))],
      },
    ]
  })
  return { name, ...(sentence === undefined ? {} : { sentence }), areas: Object.fromEntries(areas) }
}
