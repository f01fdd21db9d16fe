import { canDo, type Goal, openGoalsOf, type Plan, type Recognition, type RecognitionGiven, type Step } from '#plans'

/** A step or a goal of which the person chooses the recognition, with what is agreed now. */
export interface Choosable {
  readonly kind: 'step' | 'goal'
  readonly id: string
  readonly title: string
  readonly language: string
  readonly recognition: Recognition
  readonly version: number
}

const NOTHING: Recognition = { kind: 'none', words: '' }
const ofGoal = ({ id, title, language, recognition = NOTHING, version }: Goal): Choosable => ({
  kind: 'goal',
  id,
  title,
  language,
  recognition,
  version,
})
const ofStep = ({ id, title, language, recognition, version }: Step): Choosable => ({
  kind: 'step',
  id,
  title,
  language,
  recognition,
  version,
})

/** A step that the person takes, alone or with somebody, and that may still be changed. */
export const isChoosable = (step: Step): boolean =>
  canDo('step', step.state, 'amend') && (step.who === 'participant' || step.who === 'together')

/** Of what the person may choose: the own steps that are not taken, and the open goals, in the order of the plan. */
export const choosableOf = (plan: Plan): readonly Choosable[] =>
  openGoalsOf(plan).flatMap(goal => [...goal.steps.filter(isChoosable).map(ofStep), ofGoal(goal)])

/** Something that is worth saying: a compliment without words is said at the step itself. */
export const isSaid = ({ kind, words }: Recognition): boolean => kind !== 'none' && (kind !== 'compliment' || words !== '')

/** What was agreed for what is still open, in the order of the plan. */
export const agreedOf = (plan: Plan): readonly Choosable[] => choosableOf(plan).filter(({ recognition }) => isSaid(recognition))

export interface Received {
  readonly given: RecognitionGiven
  readonly step: Step | undefined
}

/** What was given, newest first, with the step that it was for. */
export const receivedOf = (plan: Plan): readonly Received[] => {
  const steps = new Map(plan.goals.flatMap(goal => goal.steps).map(step => [step.id, step]))
  return plan.recognitions
    .filter(isSaid)
    .map(given => ({ given, step: given.stepId === undefined ? undefined : steps.get(given.stepId) }))
}
