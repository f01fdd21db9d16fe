import { type Law, WHEEL_AREAS, type WheelArea } from '#kernel'
import type { Goal } from './goal.ts'
import { remainingSteps } from './next-step.ts'
import { isLive, type Placement } from './placement.ts'
import { openGoalsOf, type Plan, wishesOf } from './plan.ts'

interface Helper {
  readonly id: string
  readonly label: string
  readonly kind: 'offer' | 'volunteer' | 'network' | 'coach'
  /** The organisation that offers it. */
  readonly from?: string
  /** A place where one waits does not help yet. */
  readonly waiting?: boolean
  /** What they do, in the words of the plan. */
  readonly does?: readonly string[]
}

interface CarryingLaw {
  readonly law: Law
  readonly carries: readonly ({ readonly kind: 'offer'; readonly label: string } | { readonly kind: 'trajectory' })[]
}

interface AreaOfWheel {
  readonly goals: readonly {
    readonly id: string
    readonly title: string
    readonly stepsDone: number
    readonly stepsTotal: number
  }[]
  readonly supply: readonly Helper[]
  readonly laws: readonly CarryingLaw[]
}

/** What the participation wheel shows of a plan: goals inside, who and what helps in the middle, laws outside. */
export interface WheelInput {
  readonly name: string
  readonly sentence?: string
  readonly areas: Readonly<Partial<Record<WheelArea, AreaOfWheel>>>
}

/** What stands around a plan: who guides it, and under which law. */
export interface AroundPlan {
  readonly coachName?: string | undefined
  readonly law?: Law | undefined
}

const goalOnWheel = (goal: Goal): AreaOfWheel['goals'][number] => ({
  id: goal.id,
  title: goal.title,
  stepsDone: goal.steps.filter(step => step.state === 'done').length,
  stepsTotal: goal.steps.length,
})

/** A buddy is a volunteer; all else is a place of an organisation. */
const placeOf = (placement: Placement): Helper => ({
  id: placement.id,
  label: placement.offerName,
  kind: placement.offerKind === 'buddy' ? 'volunteer' : 'offer',
  from: placement.organisationName,
  ...(placement.state === 'waiting' ? { waiting: true } : {}),
})

/** People who take a step for a goal and are named, each once, with what they do. */
const networkOf = (goals: readonly Goal[]): readonly Helper[] => {
  const theirs = goals.flatMap(goal => goal.steps).filter(step => step.who === 'other' && (step.whoName ?? '') !== '')
  return [...Map.groupBy(theirs, step => step.whoName ?? '')].map(([label, steps]) => ({
    id: `person-${label}`,
    label,
    kind: 'network',
    does: steps.map(step => step.title),
  }))
}

/** The coach helps in an area with what is still to be done there, alone or together. */
const coachOf = (area: WheelArea, goals: readonly Goal[], coachName: string | undefined): readonly Helper[] => {
  const does = goals
    .flatMap(remainingSteps)
    .filter(step => step.who === 'coach' || step.who === 'together')
    .map(step => step.title)
  return does.length === 0 ? [] : [{ id: `coach-${area}`, label: coachName ?? '', kind: 'coach', does }]
}

/** Each law once, with what it carries: the places of this area, and the trajectory where there is a goal. */
const lawsOf = (here: readonly Placement[], trajectoryLaw: Law | undefined): readonly CarryingLaw[] => {
  const offers = here.flatMap(({ laws, offerName }) =>
    laws.map(law => ({ law, what: { kind: 'offer', label: offerName } as const })),
  )
  const all = [...offers, ...(trajectoryLaw === undefined ? [] : [{ law: trajectoryLaw, what: { kind: 'trajectory' } as const }])]
  return [...Map.groupBy(all, ({ law }) => law)].map(([law, carried]) => ({ law, carries: carried.map(({ what }) => what) }))
}

const MOST_IN_HUB = 40
/** A long wish is told by its first sentence. */
const firstSentence = (words: string | undefined): string | undefined =>
  words === undefined || words.length <= MOST_IN_HUB ? words : (/^.*?[.!?؟](?=\s|$)/su.exec(words)?.[0] ?? words)

/** The person's one sentence in the hub is the first wish. */
export const wheelInput = (
  name: string,
  plan: Plan,
  placements: readonly Placement[],
  { coachName, law }: AroundPlan = {},
): WheelInput => {
  const sentence = firstSentence(wishesOf(plan)[0]?.words)
  const areas = WHEEL_AREAS.map((area): readonly [WheelArea, AreaOfWheel] => {
    const goals = openGoalsOf(plan).filter(goal => goal.area === area)
    const here = placements.filter(placement => placement.area === area && isLive(placement))
    return [
      area,
      {
        goals: goals.map(goalOnWheel),
        supply: [...here.map(placeOf), ...networkOf(goals), ...coachOf(area, goals, coachName)],
        laws: lawsOf(here, goals.length > 0 ? law : undefined),
      },
    ]
  })
  return { name, ...(sentence === undefined ? {} : { sentence }), areas: Object.fromEntries(areas) }
}
