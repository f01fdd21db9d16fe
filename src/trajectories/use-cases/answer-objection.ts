import { command } from '#platform'
import { mayOpenLifeAreas } from '../access.ts'
import { answerObjection as answer, OWN_WORDS } from '../domain/life-area.ts'
import { changeOpening, OpeningKey, OpeningSaved } from './life-area-parts.ts'

export const answerObjection = command({
  name: 'trajectories.answerObjection',
  summary: 'Answers what the person has against an open life area',
  input: OpeningKey.extend({ words: OWN_WORDS }),
  output: OpeningSaved,
  access: mayOpenLifeAreas,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/life-areas/{lifeAreaId}/answer' },
  run: context => {
    const { input, memberId, today } = context
    return changeOpening(context, ['answer'], opening => answer(opening, { words: input.words, by: memberId }, today))
  },
})
