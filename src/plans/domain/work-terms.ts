import { addDays, addMonths, type CalendarDay } from '#kernel'
import type { Ceiling } from './allowance.ts'
import type { AgreedWork, WorkKind } from './work-placement.ts'

/** What the law says of the terms of work placements on one day; read at the day on which somebody starts. */
export interface WorkLimits {
  readonly trialMonths: Ceiling
  readonly trialExtensionMonths: Ceiling
  readonly participationMonths: Ceiling
  readonly participationExtensionMonths: Ceiling
  readonly participationExtensions: Ceiling
  readonly premiumMonths: Ceiling
  readonly schoolingMonths: Ceiling
  readonly reviewMonths: Ceiling
  readonly stopMonths: Ceiling
  readonly careMonths: Ceiling
  readonly careExtensionMonths: Ceiling
}
export type WorkLimitsOn = (day: CalendarDay) => WorkLimits

export type Term =
  | { readonly state: 'none' }
  | { readonly state: 'notSet' }
  | {
      readonly state: 'known'
      readonly months: number
      /** How much longer one extension may be. */
      readonly extensionMonths: number
      /** How many extensions; `shared`: as many as wanted, together no longer than one. */
      readonly extensions: number | 'shared'
    }

const term = (months: Ceiling, extension: Ceiling, extensions: Ceiling | 'shared' | 1): Term => {
  if (months.state === 'notSet' || extension.state === 'notSet') return { state: 'notSet' }
  if (typeof extensions === 'object' && extensions.state === 'notSet') return { state: 'notSet' }
  return {
    state: 'known',
    months: months.value,
    extensionMonths: extension.value,
    extensions: typeof extensions === 'object' ? extensions.value : extensions,
  }
}

export const termOf = (kind: WorkKind, limits: WorkLimits): Term => {
  switch (kind) {
    case 'trialPlacement':
      return term(limits.trialMonths, limits.trialExtensionMonths, 'shared')
    case 'participationPlace':
      return term(limits.participationMonths, limits.participationExtensionMonths, limits.participationExtensions)
    case 'careAndWork':
      return term(limits.careMonths, limits.careExtensionMonths, 1)
    case 'tryOut':
    case 'volunteer':
    case 'shelteredWork':
    case 'wageSubsidyJob':
    case 'wageDispensationJob':
    case 'jobCoaching':
      return { state: 'none' }
  }
}

/** The last day of so many months: from 1 March two months last until 30 April, from 31 December until the end of February. */
export const lastDayOf = (startsOn: CalendarDay, months: number): CalendarDay => {
  const after = addMonths(startsOn, months)
  return after.slice(8) === startsOn.slice(8) ? addDays(after, -1) : after
}

/** The latest last day, with this many extensions; undefined when no term is known. */
export const latestEnd = (startsOn: CalendarDay, of: Term, extensions: number): CalendarDay | undefined => {
  if (of.state !== 'known') return undefined
  const times = of.extensions === 'shared' ? Math.min(extensions, 1) : Math.min(extensions, of.extensions)
  return lastDayOf(startsOn, of.months + of.extensionMonths * times)
}

export type MayExtend =
  | { readonly may: true; readonly latest: CalendarDay | undefined }
  | { readonly may: false; readonly reason: 'used' }

/** Whether it may be made longer once more, and until when at the latest. */
export const mayExtend = (work: Pick<AgreedWork, 'startsOn' | 'endsOn' | 'extensions'>, of: Term): MayExtend => {
  const latest = latestEnd(work.startsOn, of, work.extensions + 1)
  const used =
    of.state === 'known' &&
    ((of.extensions !== 'shared' && work.extensions >= of.extensions) ||
      (latest !== undefined && work.endsOn !== undefined && work.endsOn >= latest))
  return used ? { may: false, reason: 'used' } : { may: true, latest }
}

/** A term that the law sets always has a last day. */
export const needsEnd = (of: Term): boolean => of.state === 'known'

export const MOMENTS = ['premium', 'schooling', 'review', 'stop', 'end'] as const
export type MomentCode = (typeof MOMENTS)[number]

/** Something to do at a day: a premium, a review, an end that comes near. `key` is kept when it was dealt with. */
export interface WorkMoment {
  readonly key: string
  readonly code: MomentCode
  readonly on: CalendarDay
  /** The how-manieth premium. */
  readonly number?: number
}

const MOST_PREMIUMS = 10

const participationMoments = (work: AgreedWork, limits: WorkLimits): readonly WorkMoment[] => {
  const { premiumMonths, schoolingMonths, reviewMonths, stopMonths } = limits
  const once = (code: MomentCode, months: Ceiling): readonly WorkMoment[] =>
    months.state === 'known' ? [{ key: code, code, on: addMonths(work.startsOn, months.value) }] : []
  const premiums = Array.from({ length: MOST_PREMIUMS }, (_, index) => index + 1).flatMap((number): WorkMoment[] =>
    premiumMonths.state === 'known'
      ? [{ key: `premium-${number}`, code: 'premium', number, on: addMonths(work.startsOn, premiumMonths.value * number) }]
      : [],
  )
  const until = work.endsOn === undefined ? undefined : addDays(work.endsOn, 1)
  return [
    ...premiums,
    ...once('schooling', schoolingMonths),
    ...once('review', reviewMonths),
    ...once('stop', stopMonths),
  ].filter(moment => until === undefined || moment.on <= until)
}

/** Every moment of an arrangement, in the order of the days. */
export const momentsOf = (work: AgreedWork, limits: WorkLimits): readonly WorkMoment[] => {
  const law = work.kind === 'participationPlace' ? participationMoments(work, limits) : []
  const end: readonly WorkMoment[] =
    work.endsOn === undefined ? [] : [{ key: `end-${work.endsOn}`, code: 'end', on: work.endsOn }]
  return [...law, ...end].toSorted((a, b) => a.on.localeCompare(b.on))
}

/** From this many days before, somebody is reminded. */
export const REMIND_DAYS = 30

/** What somebody has to think of now: near or past, and not dealt with. */
export const dueMoments = (work: AgreedWork, limits: WorkLimits, today: CalendarDay): readonly WorkMoment[] =>
  momentsOf(work, limits).filter(({ key, on }) => on <= addDays(today, REMIND_DAYS) && !work.handled.includes(key))
