import { z } from 'zod'
import { accept, LifeAreaId, ParticipantId, refuse } from '#kernel'
import { command } from '#platform'
import { mayOpenLifeAreas } from '../access.ts'
import { LifeArea, openArea, OpeningFields } from '../domain/life-area.ts'
import { insertOpening, lockOpenings, updateOpening } from '../storage/life-areas.ts'
import { OpeningSaved, standingOf } from './life-area-parts.ts'

export const openLifeArea = command({
  name: 'trajectories.openLifeArea',
  summary: 'Opens a life area that stands in the way, for a reason and until a day',
  input: z.object({ participantId: ParticipantId, area: LifeArea }).extend(OpeningFields.shape),
  output: OpeningSaved,
  access: mayOpenLifeAreas,
  subject: input => input.participantId,
  rest: { method: 'POST', path: '/participants/{participantId}/life-areas', status: 201 },
  run: async ({ db, tenantId, memberId, input, today, newId, record }) => {
    const { participantId, area, reason, until } = input
    const scope = { tenantId, participantId }
    const standing = standingOf(await lockOpenings(db, scope), area)
    const decided = openArea(standing, { reason, until }, today)
    if (!decided.ok) return decided
    if (standing !== undefined) await updateOpening(db, scope, { ...standing, closedOn: standing.until })
    const lifeAreaId = newId<LifeAreaId>()
    const opening = { id: lifeAreaId, area, ...decided.value, openedOn: today, openedBy: memberId, version: 1 }
    if (!(await insertOpening(db, scope, opening))) return refuse('alreadyDone', 'area')
    record({ entity: 'lifeArea', id: lifeAreaId, version: 1, fields: ['area', 'reason', 'until'] })
    return accept({ lifeAreaId, version: 1 })
  },
})
