import { z } from 'zod'
import { ParticipantId } from '#kernel'
import { callNames } from '#people'
import { found, query } from '#platform'
import { mayReadLifeAreas } from '../access.ts'
import { listOpenings, listPastOpenings, listRunningOpenings } from '../storage/life-areas.ts'
import { namesFor, OpeningView, viewOpening, viewPast } from './life-area-view.ts'

export const listLifeAreas = query({
  name: 'trajectories.listLifeAreas',
  summary: 'Which life areas are open, why and until when, and which were; the open ones first',
  input: z.object({ participantId: ParticipantId }),
  output: z.object({ callName: z.string(), running: z.array(OpeningView), past: z.array(OpeningView) }),
  access: mayReadLifeAreas,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/life-areas' },
  run: async ({ db, tenantId, input, actor, today }) => {
    const scope = { tenantId, participantId: input.participantId }
    const own = actor.role === 'participant'
    const [known, running, past, all] = await Promise.all([
      callNames(db, tenantId, [input.participantId]),
      listRunningOpenings(db, scope, today),
      own ? [] : listPastOpenings(db, scope, today),
      own ? listOpenings(db, scope) : [],
    ])
    const ids = new Set(running.map(opening => opening.id))
    const before = all.filter(opening => !ids.has(opening.id))
    const names = await namesFor(db, tenantId, [...running, ...before])
    return {
      callName: found(known.get(input.participantId), 'participant'),
      running: running.map(opening => viewOpening(opening, names, today)),
      past: [...past.map(each => viewPast(each, today)), ...before.map(each => viewOpening(each, names, today))],
    }
  },
})
