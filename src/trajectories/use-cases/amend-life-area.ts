import { command } from '#platform'
import { mayOpenLifeAreas } from '../access.ts'
import { amendOpening, OpeningFields } from '../domain/life-area.ts'
import { changeOpening, OpeningKey, OpeningSaved } from './life-area-parts.ts'

export const amendLifeArea = command({
  name: 'trajectories.amendLifeArea',
  summary: 'Changes why a life area is open, or until when; what stood there stays readable',
  input: OpeningKey.extend(OpeningFields.shape),
  output: OpeningSaved,
  access: mayOpenLifeAreas,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/life-areas/{lifeAreaId}' },
  run: context => {
    const { input, today } = context
    return changeOpening(context, ['reason', 'until'], opening =>
      amendOpening(opening, { reason: input.reason, until: input.until }, today),
    )
  },
})
