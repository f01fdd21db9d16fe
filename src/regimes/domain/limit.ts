import { z } from 'zod'
import { CalendarDay, lineText } from '#kernel'

/** What a limit is counted in; amounts are whole cents. */
export const LIMIT_UNITS = ['cents', 'percent', 'hours', 'workdays', 'weeks', 'months', 'years', 'times'] as const
export const LimitUnit = z.enum(LIMIT_UNITS)
export type LimitUnit = z.infer<typeof LimitUnit>

/** Limits that belong together on a page. */
export const LIMIT_GROUPS = ['volunteer', 'supplements', 'placements', 'duties', 'otherLaws'] as const
export const LimitGroup = z.enum(LIMIT_GROUPS)
export type LimitGroup = z.infer<typeof LimitGroup>

/** Amounts and terms that the law or a norm sets and that can change from one day to the next. */
export const LIMIT_KEYS = [
  'volunteerAllowanceMonth',
  'volunteerAllowanceYear',
  'volunteerAllowanceHour',
  'volunteerAllowanceHourYoung',
  'volunteerAllowanceHourAge',
  'allowanceCountsBelowAge',
  'premiumYear',
  'premiumTimes',
  'giftsYear',
  'earningsShare',
  'earningsMonth',
  'earningsMonths',
  'singleParentEarningsShare',
  'singleParentEarningsMonth',
  'singleParentEarningsMonths',
  'limitedHoursEarningsShare',
  'limitedHoursEarningsMonth',
  'uniformEarningsShare',
  'uniformEarningsMonths',
  'bufferBudgetYear',
  'benefitSingle',
  'benefitCouple',
  'assetsSingle',
  'assetsCouple',
  'trialPlacementMonths',
  'trialPlacementExtensionMonths',
  'participationPlaceMonths',
  'participationPlaceExtensionMonths',
  'participationPlaceExtensions',
  'participationPlacePremiumMonths',
  'participationPlaceSchoolingMonths',
  'participationPlaceReviewMonths',
  'participationPlaceStopMonths',
  'wageSubsidyShare',
  'wageSubsidyForfaitShare',
  'wageSubsidyForfaitMonths',
  'wageSubsidyDecisionWeeks',
  'careAndWorkMonths',
  'careAndWorkExtensionMonths',
  'carerExemptionYears',
  'carerExemptionChildAge',
  'carerExemptionPlanMonths',
  'carerExemptionReviewMonths',
  'supportInquiryWeeks',
  'supportDecisionWeeks',
  'debtFirstTalkWeeks',
  'debtThreatWorkdays',
  'debtDecisionWeeks',
  'integrationTermYears',
  'integrationPlanWeeks',
  'participationStatementHours',
  'labourModuleHours',
  'selfRelianceCourseHours',
  'selfRelianceParticipationHours',
] as const
export const LimitKey = z.enum(LIMIT_KEYS)
export type LimitKey = z.infer<typeof LimitKey>

/** `verified`: read in the source. `checkLocally`: known from elsewhere; look it up before relying on it. */
export const LimitMark = z.enum(['verified', 'checkLocally'])
export type LimitMark = z.infer<typeof LimitMark>

export const LimitSource = lineText(300, 1)

/** A value that holds from one day until another, both included; without `from` as far back as anybody asks. */
export const LimitPeriod = z.object({
  from: CalendarDay.optional(),
  until: CalendarDay.optional(),
  value: z.number().min(0),
  /** Where the value was read. */
  source: z.string().min(1),
  mark: LimitMark,
})
export type LimitPeriod = Readonly<z.infer<typeof LimitPeriod>>

/** What a limit is, whatever its value. */
export const LimitDefinition = z.object({
  key: LimitKey,
  group: LimitGroup,
  unit: LimitUnit,
  /** The article of law, or that there is none. */
  article: z.string().min(1),
})
export type LimitDefinition = Readonly<z.infer<typeof LimitDefinition>>

const AMOUNT = z.number().min(0).max(100_000_000)

/** Only shares and hours have parts; everything else is counted whole. */
export const fitsUnit = (value: number, unit: LimitUnit): boolean =>
  AMOUNT.safeParse(value).success && (unit === 'percent' ? value <= 100 : unit === 'hours' || Number.isInteger(value))
