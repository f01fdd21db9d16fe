import { Language } from '#kernel'
import { command } from '#platform'
import { mayObjectToLifeAreas } from '../access.ts'
import { objectTo, OWN_WORDS, withdrawObjection as withdraw } from '../domain/life-area.ts'
import { changeOpening, OpeningKey, OpeningSaved } from './life-area-parts.ts'

export const objectToLifeArea = command({
  name: 'trajectories.objectToLifeArea',
  summary: 'The person says in own words what they have against an open life area',
  input: OpeningKey.extend({ words: OWN_WORDS, language: Language.default('nl') }),
  output: OpeningSaved,
  access: mayObjectToLifeAreas,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/life-areas/{lifeAreaId}/objection' },
  run: context => {
    const { input, today } = context
    return changeOpening(context, ['objection'], opening =>
      objectTo(opening, { words: input.words, language: input.language }, today),
    )
  },
})

export const withdrawObjection = command({
  name: 'trajectories.withdrawObjection',
  summary: 'The person takes an objection back',
  input: OpeningKey,
  output: OpeningSaved,
  access: mayObjectToLifeAreas,
  subject: input => input.participantId,
  rest: { method: 'DELETE', path: '/participants/{participantId}/life-areas/{lifeAreaId}/objection' },
  run: context => changeOpening(context, ['objection'], withdraw),
})
