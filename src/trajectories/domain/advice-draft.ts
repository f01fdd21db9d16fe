import type { CalendarDay, GoalId, WheelArea } from '#kernel'
import en from './advice-draft.en.json' with { type: 'json' }
import nl from './advice-draft.nl.json' with { type: 'json' }
import type { AdviceContent, GoalOutcome } from './advice.ts'

const TEXTS = { nl, en } as const
export type DraftLanguage = keyof typeof TEXTS

export interface BasisStep {
  readonly title: string
  readonly done: boolean
  readonly ownWords?: string | undefined
}
export interface BasisGoal {
  readonly id: GoalId
  readonly title: string
  readonly area: WheelArea
  readonly state: 'open' | 'reached' | 'archived'
  readonly closedOn?: CalendarDay | undefined
  /** Why it was put away. */
  readonly why?: string | undefined
  readonly steps: readonly BasisStep[]
}
export interface BasisReview {
  readonly heldOn: CalendarDay
  readonly goesOn?: string | undefined
  readonly changes?: string | undefined
}
export interface BasisPromises {
  readonly kept: number
  readonly all: number
}

/**
 * All that an advice is drafted from. The spider web is a tool for a conversation and measures nothing (Huber, iPH): what
 * somebody marked there never comes into an advice, and this type has no place for it.
 */
export interface AdviceBasis {
  readonly callName: string
  readonly startedOn: CalendarDay
  readonly goals: readonly BasisGoal[]
  /** In the order of their days. */
  readonly reviews: readonly BasisReview[]
  readonly promises: { readonly person: BasisPromises; readonly others: BasisPromises }
  /** Where somebody comes now. */
  readonly places: readonly string[]
  /** The participation ladder, filled in at least twice. */
  readonly ladder?: { readonly from: number; readonly to: number } | undefined
  readonly spiderWeb?: never
}

const say = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(values[key] ?? ''))

/** "28 november 2026". */
const sayDay = (day: CalendarDay, t: (typeof TEXTS)[DraftLanguage]): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${t.months[(month ?? 1) - 1]} ${year}`
}
const list = (items: readonly string[]): string => items.join('; ')
const sentences = (parts: readonly string[]): string => parts.filter(part => part !== '').join(' ')
const stepsOf = (goals: readonly BasisGoal[]): readonly BasisStep[] => goals.flatMap(goal => goal.steps.filter(step => step.done))

const lookedBack = ({ reviews }: AdviceBasis, t: (typeof TEXTS)[DraftLanguage]): string => {
  const last = reviews.at(-1)
  if (last === undefined) return ''
  const when = say(reviews.length === 1 ? t.lookedBack_one : t.lookedBack_other, {
    count: reviews.length,
    day: sayDay(last.heldOn, t),
  })
  const agreed = sentences([last.goesOn ?? '', last.changes ?? ''])
  return agreed === '' ? when : sentences([when, say(t.lastTime, { words: agreed })])
}

const summaryOf = (basis: AdviceBasis, t: (typeof TEXTS)[DraftLanguage]): string => {
  const { callName: name, goals, promises, places } = basis
  const done = stepsOf(goals).length
  const reached = goals.filter(goal => goal.state === 'reached').map(goal => goal.title)
  const steps = say(done === 1 ? t.steps_one : t.steps_other, { count: done })
  const work =
    goals.length === 0 ? t.noGoals : say(goals.length === 1 ? t.goals_one : t.goals_other, { name, count: goals.length, steps })
  const paragraphs = [
    sentences([
      say(t.began, { name, day: sayDay(basis.startedOn, t) }),
      work,
      reached.length === 0 ? '' : say(t.reached, { goals: list(reached) }),
    ]),
    lookedBack(basis, t),
    sentences([
      promises.person.all === 0 ? '' : say(t.promisesPerson, { name, ...promises.person }),
      promises.others.all === 0 ? '' : say(t.promisesOthers, { ...promises.others }),
    ]),
    places.length === 0 ? '' : say(t.places, { name, places: list(places) }),
  ]
  return paragraphs.filter(paragraph => paragraph !== '').join('\n\n')
}

const MOST_STEPS = 5
/** Only what is visible: a rung higher, goals reached, steps that worked. Nothing visible: nothing said. */
const growthOf = ({ callName: name, goals, ladder }: AdviceBasis, t: (typeof TEXTS)[DraftLanguage]): string => {
  const reached = goals.filter(goal => goal.state === 'reached').map(goal => goal.title)
  const steps = stepsOf(goals.filter(goal => goal.state === 'open')).map(step => step.title)
  return sentences([
    ladder !== undefined && ladder.to > ladder.from ? say(t.ladderUp, { name, ...ladder }) : '',
    reached.length === 0 ? '' : say(t.growthReached, { name, goals: list(reached) }),
    steps.length === 0 ? '' : say(t.growthSteps, { steps: list(steps.slice(-MOST_STEPS)) }),
  ])
}

const outcomeOf = (goal: BasisGoal, name: string, t: (typeof TEXTS)[DraftLanguage]): GoalOutcome => {
  const done = goal.steps.filter(step => step.done)
  const said = done.findLast(step => step.ownWords !== undefined)?.ownWords
  const state =
    goal.state === 'reached'
      ? say(t.goalReached, { day: goal.closedOn === undefined ? '' : sayDay(goal.closedOn, t) })
      : goal.state === 'archived'
        ? say(t.goalArchived, { why: goal.why ?? '' }).trim()
        : t.goalOpen
  return {
    goalId: goal.id,
    title: goal.title,
    area: goal.area,
    words: sentences([
      state,
      done.length === 0 ? '' : say(t.goalDone, { steps: list(done.map(step => step.title)) }),
      said === undefined ? '' : say(t.goalSaid, { name, words: said }),
    ]),
    outcomes: [],
  }
}

/** A first version in plain words, from what is there already; the coach chooses the direction and says why. */
export const draftAdvice = (basis: AdviceBasis, language: DraftLanguage = 'nl'): AdviceContent => {
  const t = TEXTS[language]
  return {
    summary: summaryOf(basis, t),
    growth: growthOf(basis, t),
    because: '',
    goals: basis.goals.map(goal => outcomeOf(goal, basis.callName, t)),
    staysAt: '',
  }
}
