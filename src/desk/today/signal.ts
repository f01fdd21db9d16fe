import { addDays, type CalendarDay } from '#kernel'

export const URGENCIES = ['now', 'week', 'later'] as const
/** Today or past; within a week; after that. */
export type Urgency = (typeof URGENCIES)[number]

/** Today counts, and so does the seventh day from now. */
export const WEEK_DAYS = 7

export const urgencyOf = (day: CalendarDay, today: CalendarDay): Urgency =>
  day <= today ? 'now' : day <= addDays(today, WEEK_DAYS) ? 'week' : 'later'

/** One thing that asks for attention: about whom, why in one line, and the one thing to do about it. */
export interface Signal {
  readonly key: string
  readonly urgency: Urgency
  /** By which it is ordered within its group; without a day it comes last. */
  readonly day?: CalendarDay | undefined
  /** Goes before what has waited longer: somebody new. */
  readonly isNew?: boolean
  readonly title: string
  readonly why: string
  readonly action: string
  readonly href: string
  /** For the small wheel: on which areas the person has goals. */
  readonly goalsByArea: Readonly<Record<string, number>>
}

const AT_THE_END = '9999'
const placeOf = ({ isNew, day }: Signal): string => `${isNew === true ? 0 : 1}${day ?? AT_THE_END}`

/** By urgency, within each who is new and then the earliest day first; a group without anything is left out. */
export const inGroups = (
  signals: readonly Signal[],
): readonly { readonly urgency: Urgency; readonly signals: readonly Signal[] }[] =>
  URGENCIES.map(urgency => ({
    urgency,
    signals: signals.filter(signal => signal.urgency === urgency).toSorted((a, b) => placeOf(a).localeCompare(placeOf(b))),
  })).filter(group => group.signals.length > 0)
