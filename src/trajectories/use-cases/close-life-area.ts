import { command } from '#platform'
import { mayOpenLifeAreas } from '../access.ts'
import { closeArea, reopenArea } from '../domain/life-area.ts'
import { changeOpening, OpeningKey, OpeningSaved, standingOf } from './life-area-parts.ts'

const shared = { input: OpeningKey, output: OpeningSaved, access: mayOpenLifeAreas } as const

export const closeLifeArea = command({
  ...shared,
  name: 'trajectories.closeLifeArea',
  summary: 'Shuts a life area before its day; what was written is kept',
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/life-areas/{lifeAreaId}/closing' },
  run: context => changeOpening(context, ['closedOn'], opening => closeArea(opening, context.today)),
})

export const reopenLifeArea = command({
  ...shared,
  name: 'trajectories.reopenLifeArea',
  summary: 'Takes back that a life area was shut, until the day that was agreed',
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/life-areas/{lifeAreaId}/reopening' },
  run: context =>
    changeOpening(context, ['closedOn'], (opening, all) => reopenArea(opening, standingOf(all, opening.area), context.today)),
})
