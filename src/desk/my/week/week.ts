import { z } from 'zod'
import { addDays, CalendarDay, DayPart, isoWeekday } from '#kernel'
import type { Agreement, Placement, Step } from '#plans'
import type { OfferTimes } from '#supply'

const Words = z.object({ words: z.string(), language: z.string().optional() })
const when = { time: z.string().optional(), place: z.string().optional() }

/** One thing on a day, as a person would say it. `time`: `HH:MM` in the Netherlands. */
export const WeekItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('appointment'),
    ...when,
    minutes: z.number(),
    with: z.string().optional(),
    about: z.enum(['firstConversation', 'conversation', 'review', 'threeWay', 'other']),
    over: z.boolean(),
  }),
  z.object({
    kind: z.literal('step'),
    ...when,
    title: Words,
    who: z.enum(['participant', 'coach', 'together', 'other']),
    whoName: z.string().optional(),
    over: z.boolean(),
  }),
  z.object({
    kind: z.literal('comes'),
    ...when,
    until: z.string().optional(),
    part: DayPart.optional(),
    name: z.string(),
    organisationName: z.string(),
    /** Set when it is not every week: what is known of it, as written. */
    notAlways: z.string().optional(),
  }),
  z.object({ kind: z.literal('promise'), ...when, title: Words }),
  z.object({ kind: z.literal('review'), ...when }),
])
export type WeekItem = Readonly<z.infer<typeof WeekItem>>

export const WeekDay = z.object({ day: CalendarDay, items: z.array(WeekItem) })
export type WeekDay = Readonly<z.infer<typeof WeekDay>>

/** Something in the diary, with its day and time in the Netherlands. */
export interface DiaryMoment {
  readonly day: CalendarDay
  readonly time: string
  readonly minutes: number
  readonly kind: 'firstConversation' | 'conversation' | 'review' | 'threeWay' | 'other'
  readonly place: string | undefined
  readonly withName: string | undefined
  readonly state: 'planned' | 'held' | 'cancelled' | 'missed'
}

export interface PlaceOfWeek {
  readonly placement: Placement
  readonly times: OfferTimes | undefined
  /** Where it is. */
  readonly place: string | undefined
}

export interface WeekSources {
  readonly steps: readonly Step[]
  readonly moments: readonly DiaryMoment[]
  readonly places: readonly PlaceOfWeek[]
  readonly agreements: readonly Agreement[]
  /** Days on which people look back together. */
  readonly reviewDays: readonly CalendarDay[]
}

const comesOn = (placement: Placement, day: CalendarDay): boolean => {
  if (placement.state !== 'placed' && placement.state !== 'ended') return false
  const from = placement.startsOn ?? placement.since
  return from <= day && (placement.until === undefined || day <= placement.until)
}

const EVERY_WEEK: readonly OfferTimes['frequency']['kind'][] = ['daily', 'weekly', 'unknown']

/** The moments of an offer on that day; a day of which only the name is known has one without a time. */
const momentsOn = (times: OfferTimes, day: CalendarDay): readonly { time?: string; until?: string; part?: DayPart }[] => {
  const weekday = isoWeekday(day)
  const slots = times.slots.filter(slot => slot.weekday === weekday).map(({ from, to }) => ({ time: from, until: to }))
  if (slots.length > 0) return slots
  const parts = times.dayParts.filter(each => each.weekday === weekday).map(({ part }) => ({ part }))
  if (parts.length > 0) return parts
  return times.weekdays.includes(weekday) ? [{}] : []
}

/** Whether it is known on which days it is. */
export const hasDays = (times: OfferTimes | undefined): boolean => times !== undefined && times.weekdays.length > 0

const placesOn = (places: readonly PlaceOfWeek[], day: CalendarDay): readonly WeekItem[] =>
  places
    .filter(({ placement }) => comesOn(placement, day))
    .flatMap(({ placement, times, place }) =>
      times === undefined
        ? []
        : momentsOn(times, day).map((moment): WeekItem => ({
            kind: 'comes',
            ...moment,
            name: placement.offerName,
            organisationName: placement.organisationName,
            ...(place === undefined || place === '' ? {} : { place }),
            ...(EVERY_WEEK.includes(times.frequency.kind) ? {} : { notAlways: times.text }),
          })),
    )

const stepsOn = (steps: readonly Step[], day: CalendarDay): readonly WeekItem[] =>
  steps
    .filter(step => step.plannedOn === day && (step.state === 'open' || step.state === 'done'))
    .map(step => ({
      kind: 'step',
      title: { words: step.title, language: step.language },
      who: step.who,
      over: step.state === 'done',
      ...(step.plannedAt === undefined ? {} : { time: step.plannedAt }),
      ...(step.place === undefined ? {} : { place: step.place }),
      ...(step.whoName === undefined ? {} : { whoName: step.whoName }),
    }))

const diaryOn = (moments: readonly DiaryMoment[], day: CalendarDay): readonly WeekItem[] =>
  moments
    .filter(moment => moment.day === day && (moment.state === 'planned' || moment.state === 'held'))
    .map(moment => ({
      kind: 'appointment',
      time: moment.time,
      minutes: moment.minutes,
      about: moment.kind,
      over: moment.state === 'held',
      ...(moment.place === undefined ? {} : { place: moment.place }),
      ...(moment.withName === undefined ? {} : { with: moment.withName }),
    }))

const promisesOn = (agreements: readonly Agreement[], day: CalendarDay): readonly WeekItem[] =>
  agreements
    .filter(agreement => agreement.promisedBy === 'participant' && agreement.state === 'open' && agreement.until === day)
    .map(({ words }) => ({ kind: 'promise', title: { words } }))

const PART_STARTS: Readonly<Record<DayPart, string>> = { morning: '06:00', afternoon: '12:00', evening: '18:00' }
/** In the order of the day; what has no time comes last. */
const startOf = (item: WeekItem): string =>
  item.time ?? (item.kind === 'comes' && item.part !== undefined ? PART_STARTS[item.part] : '99')

const itemsOn = (sources: WeekSources, day: CalendarDay): WeekItem[] => {
  const diary = diaryOn(sources.moments, day)
  const talked = diary.some(item => item.kind === 'appointment' && item.about === 'review')
  const reviews: readonly WeekItem[] = sources.reviewDays.includes(day) && !talked ? [{ kind: 'review' }] : []
  return [
    ...diary,
    ...stepsOn(sources.steps, day),
    ...placesOn(sources.places, day),
    ...promisesOn(sources.agreements, day),
    ...reviews,
  ].toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0))
}

export const DAYS_OF_WEEK = 7

/** Seven days from `from`: what is planned, with the days on which there is nothing. */
export const weekOf = (from: CalendarDay, sources: WeekSources): WeekDay[] =>
  Array.from({ length: DAYS_OF_WEEK }, (_, at) => {
    const day = addDays(from, at)
    return { day, items: itemsOn(sources, day) }
  })
