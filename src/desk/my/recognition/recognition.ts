import { openGoalsOf, type Plan, type Recognition, type RecognitionGiven, type Step } from '#plans'

/** Something that is worth saying: a compliment without words is said at the step itself. */
const isSaid = ({ kind, words }: Recognition): boolean => kind !== 'none' && (kind !== 'compliment' || words !== '')

/** What was agreed for steps that are still open, in the order of the plan. */
export const agreedOf = (plan: Plan): readonly Step[] =>
  openGoalsOf(plan)
    .flatMap(goal => goal.steps)
    .filter(step => step.state === 'open' && isSaid(step.recognition))

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
