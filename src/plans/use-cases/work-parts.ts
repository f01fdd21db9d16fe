import { z } from 'zod'
import { accept, type Decision, type ParticipantId, refuse, type Refusal, WorkPlacementId } from '#kernel'
import { type CommandContext, found } from '#platform'
import { type LimitKey, limitOn, type Limits } from '#regimes'
import { type ActionOn, mustBeAble } from '../domain/actions.ts'
import { isAgreed, overlapsOf, type WorkFields, type WorkKind, type WorkPlacement } from '../domain/work-placement.ts'
import { beyondTogether } from '../domain/work-together.ts'
import { latestEnd, needsEnd, type Term, type WorkLimitsOn } from '../domain/work-terms.ts'
import { isPlaceFree } from './places-left.ts'
import { findPlacement } from '../storage/placements.ts'
import { listWorkPlacements, saveWorkPlacement, type WorkChange } from '../storage/work-placements.ts'
import { takeWorkTurn } from '../storage/work-turn.ts'
import { inDossier, outdated, Version } from './parts.ts'

/** The terms of work placements, per day. */
export const workLimits =
  (limits: Limits): WorkLimitsOn =>
  day => {
    const of = (key: LimitKey) => limitOn(limits, key, day)
    return {
      trialMonths: of('trialPlacementMonths'),
      trialExtensionMonths: of('trialPlacementExtensionMonths'),
      participationMonths: of('participationPlaceMonths'),
      participationExtensionMonths: of('participationPlaceExtensionMonths'),
      participationExtensions: of('participationPlaceExtensions'),
      premiumMonths: of('participationPlacePremiumMonths'),
      schoolingMonths: of('participationPlaceSchoolingMonths'),
      reviewMonths: of('participationPlaceReviewMonths'),
      stopMonths: of('participationPlaceStopMonths'),
      careMonths: of('careAndWorkMonths'),
      careExtensionMonths: of('careAndWorkExtensionMonths'),
    }
  }

export const onWork = { ...inDossier, workPlacementId: WorkPlacementId, version: Version }
const Beside = z.object({ workPlacementId: WorkPlacementId, workplace: z.string() })
export const KeptWork = z.object({ workPlacementId: WorkPlacementId, version: Version, beside: z.array(Beside).default([]) })
export type KeptWork = z.infer<typeof KeptWork>

type Writing = CommandContext<{ readonly participantId: ParticipantId }>
export type OnWork = CommandContext<{
  readonly participantId: ParticipantId
  readonly workPlacementId: WorkPlacementId
  readonly version: number
}>

const wrongDays = (fields: WorkFields, term: Term, extensions: number): Refusal | undefined => {
  const { startsOn, endsOn } = fields
  if (endsOn === undefined) return needsEnd(term) ? refuse('invalidInput', 'endsOn', { reason: 'required' }) : undefined
  if (endsOn < startsOn) return refuse('invalidInput', 'endsOn', { reason: 'beforeStart' })
  const latest = latestEnd(startsOn, term, extensions)
  return latest !== undefined && endsOn > latest ? refuse('invalidInput', 'endsOn', { reason: 'term', latest }) : undefined
}

/** Who else is there at that time; refused when somebody would be in two places at once. */
export const checkWork = async (
  { db, tenantId, input }: Writing,
  fields: WorkFields,
  of: { readonly kind: WorkKind; readonly term: Term; readonly extensions: number; readonly except?: WorkPlacementId },
): Promise<Decision<KeptWork['beside']>> => {
  const scope = { tenantId, participantId: input.participantId }
  const wrong = wrongDays(fields, of.term, of.extensions)
  if (wrong !== undefined) return wrong
  if (fields.placementId !== undefined) found(await findPlacement(db, scope, fields.placementId, isPlaceFree), 'placement')
  const all = (await listWorkPlacements(db, scope)).filter(({ id }) => id !== of.except)
  const together = beyondTogether({ ...fields, kind: of.kind }, all, of.term)
  if (together !== undefined && fields.whyLonger === '')
    return refuse('invalidInput', 'whyLonger', { reason: 'together', ...together })
  const { clashes, beside } = overlapsOf({ ...fields, kind: of.kind }, all.filter(isAgreed))
  const [clash] = clashes
  if (clash !== undefined)
    return refuse('invalidInput', 'dayParts', { reason: 'clash', workplace: clash.workplace, workPlacementId: clash.id })
  return accept(beside.map(({ id, workplace }) => ({ workPlacementId: id, workplace })))
}

type Becomes = { readonly change: WorkChange; readonly beside?: KeptWork['beside'] }

/** Loads it while nobody else arranges work for this person, decides, saves, records. */
export const changeWork = async (
  context: OnWork,
  action: ActionOn<'workPlacement'>,
  decide: (work: WorkPlacement) => Promise<Decision<Becomes>> | Decision<Becomes>,
): Promise<Decision<KeptWork>> => {
  const { db, tenantId, input, record } = context
  const { participantId, workPlacementId, version } = input
  const scope = { tenantId, participantId }
  await takeWorkTurn(db, scope)
  const work = found(
    (await listWorkPlacements(db, scope)).find(({ id }) => id === workPlacementId),
    'work placement',
  )
  if (work.version !== version) return outdated(work)
  const allowed = mustBeAble('workPlacement', work.state, action)
  if (!allowed.ok) return allowed
  const decided = await decide(work)
  if (!decided.ok) return decided
  if (!(await saveWorkPlacement(db, scope, work, decided.value.change))) return outdated(work)
  record({ entity: 'workPlacement', id: workPlacementId, version: version + 1, fields: [action] })
  return accept({ workPlacementId, version: version + 1, beside: decided.value.beside ?? [] })
}
