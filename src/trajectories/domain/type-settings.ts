import { z } from 'zod'
import { CalendarDay, lineText, OrganisationId } from '#kernel'
import { nameInLaw, TrajectoryType, typeRules, type Usual } from './trajectory-types.ts'

/** What a municipality sets itself for a kind of trajectory. What is left out follows the product. */
export const TypeSetting = z.object({
  type: TrajectoryType,
  nameNl: lineText(60).optional(),
  nameEn: lineText(60).optional(),
  /** Uses the law's new name as soon as it may be used. */
  newNameEarly: z.boolean().default(false),
  reviewWeeks: z.coerce.number().int().min(1).max(104).optional(),
  longestMonths: z.coerce.number().int().min(1).max(120).optional(),
  /** How many weeks the coordinator still reaches the dossier after the ending. */
  accessWeeks: z.coerce.number().int().min(0).max(52).optional(),
  /** A transition: referrals go to this organisation first, which passes them on; until that day. */
  intakeOrganisationId: OrganisationId.optional(),
  intakeUntil: CalendarDay.optional(),
})
export type TypeSetting = z.infer<typeof TypeSetting>
export type TypeSettings = ReadonlyMap<TrajectoryType, TypeSetting>

/** Four weeks to finish the last report; nobody prescribes it, so a municipality checks it. */
const ACCESS_WEEKS: Usual = { value: 4 }

export interface Effective {
  readonly value: number
  /** Absent: nobody prescribes it. */
  readonly source?: string | undefined
  /** Whose choice it is; what is usual without a source has to be checked locally. */
  readonly by: 'municipality' | 'source' | 'checkLocally'
}

const effective = (usual: Usual, own: number | undefined): Effective => {
  if (own !== undefined) return { value: own, source: usual.source, by: 'municipality' }
  return { ...usual, by: usual.source === undefined ? 'checkLocally' : 'source' }
}

/** How a kind of trajectory runs in this municipality. */
export const rulesHere = (type: TrajectoryType, settings: TypeSettings) => {
  const own = settings.get(type)
  const rules = typeRules(type)
  return {
    reviewWeeks: effective(rules.reviewWeeks, own?.reviewWeeks),
    longestMonths: effective(rules.longestMonths, own?.longestMonths),
    accessWeeks: effective(ACCESS_WEEKS, own?.accessWeeks),
  }
}

/** To which organisation a referral of this kind goes first on that day, if there is such a transition. */
export const intakeThrough = (type: TrajectoryType, day: CalendarDay, settings: TypeSettings): OrganisationId | undefined => {
  const own = settings.get(type)
  return own?.intakeUntil !== undefined && day <= own.intakeUntil ? own.intakeOrganisationId : undefined
}

/** What this kind of trajectory is called on that day, in Dutch and in English: by the municipality, or else by the law. */
export const trajectoryLabel = (
  type: TrajectoryType,
  day: CalendarDay,
  settings?: TypeSettings,
): { readonly nl: string; readonly en: string } => {
  const own = settings?.get(type)
  const law = nameInLaw(type, day, own?.newNameEarly)
  const nl = own?.nameNl ?? law.nl
  return { nl, en: own?.nameEn ?? own?.nameNl ?? law.en }
}
