import { z } from 'zod'
import { accept, CalendarDay, refuse } from '#kernel'
import { command } from '#platform'
import { readLimits } from '#regimes'
import { mayArrangeWork } from '../access.ts'
import { OutcomeWords, PlacementOutcome } from '../domain/placement.ts'
import { termOf } from '../domain/work-terms.ts'
import { dossierOf } from './parts.ts'
import { changeWork, checkWork, KeptWork, onWork, workLimits } from './work-parts.ts'

export const endWorkPlacement = command({
  name: 'plans.endWorkPlacement',
  summary: 'Ends a work placement with how it went',
  input: z.object({
    ...onWork,
    outcome: PlacementOutcome,
    outcomeWords: OutcomeWords.default(''),
    endedOn: CalendarDay.optional(),
  }),
  output: KeptWork,
  access: mayArrangeWork,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/work-placements/{workPlacementId}/end' },
  run: context =>
    changeWork(context, 'end', work => {
      const { input, today } = context
      const { outcome, outcomeWords, endedOn = today } = input
      if (endedOn > today) return refuse('invalidInput', 'endedOn', { reason: 'inFuture' })
      if (endedOn < work.startsOn) return refuse('invalidInput', 'endedOn', { reason: 'beforeStart' })
      return accept({ change: { state: 'ended', endedOn, outcome, outcomeWords } })
    }),
})

export const cancelWorkPlacement = command({
  name: 'plans.cancelWorkPlacement',
  summary: 'Takes back a work placement that was not meant',
  input: z.object(onWork),
  output: KeptWork,
  access: mayArrangeWork,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/work-placements/{workPlacementId}/cancel' },
  run: context => changeWork(context, 'cancel', () => accept({ change: { state: 'cancelled' } })),
})

export const reinstateWorkPlacement = command({
  name: 'plans.reinstateWorkPlacement',
  summary: 'Takes back the ending or cancelling of a work placement, when nothing else has taken its time',
  input: z.object(onWork),
  output: KeptWork,
  access: mayArrangeWork,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/work-placements/{workPlacementId}/reinstate' },
  run: context =>
    changeWork(context, 'undo', async work => {
      const { db, tenantId } = context
      const term = termOf(work.kind, workLimits(await readLimits(db, tenantId))(work.startsOn))
      const { kind, extensions, id: except } = work
      const checked = await checkWork(context, work, { kind, term, extensions, except })
      if (!checked.ok) return refuse('notPossibleNow', undefined, { state: work.state, reason: checked.details?.['reason'] })
      return accept({ change: { state: 'agreed' }, beside: checked.value })
    }),
})
