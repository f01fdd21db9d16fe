import { command } from '#platform'
import { mayAnswerTogether } from '../access.ts'
import { answerStep } from './answer-step.ts'

/** The same as answering a step, under a name of its own: the access line says that it was done beside the person. */
export const answerTogether = command({
  ...answerStep,
  name: 'plans.answerTogether',
  summary: 'Person and coach together tell how a step went, on the screen of the coach',
  access: mayAnswerTogether,
  rest: { method: 'POST', path: '/participants/{participantId}/steps/{stepId}/answer-together' },
})
