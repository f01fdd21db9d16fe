import { accept, CalendarDay, refuse } from '#kernel'
import { z } from 'zod'
import { command } from '#platform'
import { readLimits } from '#regimes'
import { mayArrangeWork } from '../access.ts'
import { isAgreed, WorkFields } from '../domain/work-placement.ts'
import { mayExtend, momentsOf, termOf } from '../domain/work-terms.ts'
import { dossierOf } from './parts.ts'
import { changeWork, checkWork, KeptWork, onWork, workLimits } from './work-parts.ts'

export const extendWorkPlacement = command({
  name: 'plans.extendWorkPlacement',
  summary: 'Makes a work placement last longer, as far as its term in law allows',
  input: z.object({ ...onWork, endsOn: CalendarDay, whyLonger: WorkFields.shape.whyLonger }),
  output: KeptWork,
  access: mayArrangeWork,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/work-placements/{workPlacementId}/extend' },
  run: context =>
    changeWork(context, 'extend', async work => {
      const { db, tenantId, input } = context
      const { endsOn } = input
      if (work.endsOn !== undefined && endsOn <= work.endsOn) return refuse('invalidInput', 'endsOn', { reason: 'notLonger' })
      const term = termOf(work.kind, workLimits(await readLimits(db, tenantId))(work.startsOn))
      const allowed = mayExtend(work, term)
      if (!allowed.may) return refuse('invalidInput', 'endsOn', { reason: 'used' })
      const extensions = work.extensions + 1
      const whyLonger = input.whyLonger === '' ? work.whyLonger : input.whyLonger
      const checked = await checkWork(
        context,
        { ...work, endsOn, whyLonger },
        { kind: work.kind, term, extensions, except: work.id },
      )
      return checked.ok ? accept({ change: { endsOn, extensions, whyLonger }, beside: checked.value }) : checked
    }),
})

const Handling = z.object({ ...onWork, moment: z.string().min(1).max(40) })

export const handleMoment = command({
  name: 'plans.handleMoment',
  summary: 'Says that a moment of a work placement (a premium, a review) was dealt with',
  input: Handling,
  output: KeptWork,
  access: mayArrangeWork,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/work-placements/{workPlacementId}/moments' },
  run: context =>
    changeWork(context, 'handle', async work => {
      const { db, tenantId, input } = context
      const limits = workLimits(await readLimits(db, tenantId))(work.startsOn)
      const known = isAgreed(work) && momentsOf(work, limits).some(({ key }) => key === input.moment)
      if (!known) return refuse('invalidInput', 'moment', { reason: 'choice' })
      if (work.handled.includes(input.moment)) return refuse('alreadyDone')
      return accept({ change: { handled: [...work.handled, input.moment] } })
    }),
})

export const reopenMoment = command({
  name: 'plans.reopenMoment',
  summary: 'Takes back that a moment of a work placement was dealt with',
  input: Handling,
  output: KeptWork,
  access: mayArrangeWork,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/work-placements/{workPlacementId}/moments/reopen' },
  run: context =>
    changeWork(context, 'handle', work =>
      work.handled.includes(context.input.moment)
        ? accept({ change: { handled: work.handled.filter(key => key !== context.input.moment) } })
        : refuse('alreadyDone'),
    ),
})
