import { z } from 'zod'
import { CalendarDay, type ParticipantId, type TenantId, WorkPlacementId } from '#kernel'
import { type Db, query } from '#platform'
import { type Limits, readLimits } from '#regimes'
import { mayReadPlacements } from '../access.ts'
import { isAgreed, overlapsOf, WorkPlacement } from '../domain/work-placement.ts'
import { dueMoments, mayExtend, MOMENTS, momentsOf, termOf, type WorkMoment } from '../domain/work-terms.ts'
import { listWorkPlacements as load } from '../storage/work-placements.ts'
import { dossierOf, inDossier } from './parts.ts'
import { workLimits } from './work-parts.ts'

const Moment = z.object({
  key: z.string(),
  code: z.enum(MOMENTS),
  on: CalendarDay,
  number: z.int().optional(),
  handled: z.boolean(),
  due: z.boolean(),
})

const View = z.object({
  work: WorkPlacement,
  /** What the law says of how long: no term, not known yet, or the latest last day. */
  term: z.enum(['none', 'notSet', 'known']),
  extendUntil: CalendarDay.optional(),
  mayExtend: z.boolean(),
  moments: z.array(Moment),
  /** What else is arranged in the same weeks. */
  beside: z.array(z.object({ workPlacementId: WorkPlacementId, workplace: z.string() })),
})
export type WorkView = Readonly<z.infer<typeof View>>

const viewOf = (work: WorkPlacement, all: readonly WorkPlacement[], limits: Limits, today: CalendarDay): WorkView => {
  const terms = workLimits(limits)(work.startsOn)
  const term = termOf(work.kind, terms)
  if (!isAgreed(work)) return { work, term: term.state, mayExtend: false, moments: [], beside: [] }
  const due = new Set(dueMoments(work, terms, today).map(({ key }) => key))
  const moment = (each: WorkMoment) => ({ ...each, handled: work.handled.includes(each.key), due: due.has(each.key) })
  const { beside, clashes } = overlapsOf(
    work,
    all.filter(isAgreed).filter(({ id }) => id !== work.id),
  )
  const longer = mayExtend(work, term)
  return {
    work,
    term: term.state,
    mayExtend: longer.may,
    ...(longer.may && longer.latest !== undefined ? { extendUntil: longer.latest } : {}),
    moments: momentsOf(work, terms).map(moment),
    beside: [...clashes, ...beside].map(({ id, workplace }) => ({ workPlacementId: id, workplace })),
  }
}

/** For queries that opened the slice `placements`; the earliest start first. */
export const readWorkPlacements = (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly WorkPlacement[]> =>
  load(db, { tenantId, participantId })

export const listWorkPlacements = query({
  name: 'plans.listWorkPlacements',
  summary: 'Where somebody works or worked, with the terms in law and the moments to think of',
  input: z.object(inDossier),
  output: z.object({ workPlacements: z.array(View) }),
  access: mayReadPlacements,
  subject: dossierOf,
  rest: { method: 'GET', path: '/participants/{participantId}/work-placements' },
  run: async ({ db, tenantId, input, today }) => {
    const [all, limits] = await Promise.all([
      load(db, { tenantId, participantId: input.participantId }),
      readLimits(db, tenantId),
    ])
    return { workPlacements: all.map(work => viewOf(work, all, limits, today)) }
  },
})
