import { accept, type Decision, type MembershipId } from '#kernel'
import { mustBeAble } from './actions.ts'
import type { GoalState } from './goal.ts'
import type { Recognition } from './recognition.ts'
import type { Step, StepAnswer } from './step.ts'

/**
 * What is given with an answer. Taking the step counts, whether it worked or not: the agreed recognition is given.
 * Who says "not yet" is thanked for saying so; what was agreed stays agreed for when the step is taken.
 */
export const recognitionFor = (agreed: Recognition, answer: StepAnswer): Recognition =>
  answer === 'notYet' ? { kind: 'compliment', words: '' } : agreed

export interface AnsweredStep {
  readonly state: StepAnswer
  readonly ownWords: string | undefined
  readonly answeredAt: Date
  readonly answeredBy: MembershipId
  readonly recognition: Recognition
  /** Offer a smaller step: something stood in the way. */
  readonly offerSmallerStep: boolean
}

/** The person or the coach tells how it went. */
export const answerStep = (
  step: Step,
  goalState: GoalState,
  given: { readonly answer: StepAnswer; readonly ownWords?: string | undefined; readonly at: Date; readonly by: MembershipId },
): Decision<AnsweredStep, 'notPossibleNow'> => {
  const allowed = goalState === 'open' ? mustBeAble('step', step.state, 'answer') : mustBeAble('goal', goalState, 'addStep')
  if (!allowed.ok) return allowed
  return accept({
    state: given.answer,
    ownWords: given.ownWords === undefined || given.ownWords === '' ? undefined : given.ownWords,
    answeredAt: given.at,
    answeredBy: given.by,
    recognition: recognitionFor(step.recognition, given.answer),
    offerSmallerStep: given.answer !== 'done',
  })
}
