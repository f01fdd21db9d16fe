import type { Goal, Step } from '#plans'
import type { PartProps } from './frame.tsx'
import { partPath, talkPath } from './parts.ts'

export type OnGoal = PartProps & { readonly goal: Goal }
export type OnStep = OnGoal & { readonly step: Step }

export const backTo = ({ talk, goal }: Pick<OnGoal, 'talk' | 'goal'>): string =>
  partPath(talk.participantId, 'steps', { doel: goal.id })

/** The address of a form about a step; the query keeps the page as it was when the form is refused. */
export const stepAction = ({ talk, goal, step }: OnStep, what: string, open?: string): string => {
  const path = talkPath(`/stap/:stepId/${what}`, { participantId: talk.participantId, stepId: step.id })
  return `${path}?doel=${goal.id}${open === undefined ? '' : `&${open}=${step.id}`}`
}
