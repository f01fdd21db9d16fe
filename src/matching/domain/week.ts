import type { DayPart } from '#kernel'
import type { KnownDayPart, MatchOffer, Weekday, WeekSlot } from './match-offer.ts'
import type { Availability } from './match-wish.ts'

interface Interval {
  readonly from: number
  readonly to: number
}

/** The free time of a person per weekday (index 1-7), merged and in order. */
export type FreeWeek = readonly (readonly Interval[])[]

/** One moment of an offer, as it is told to people; without times when only the half-day is known. */
export interface Moment {
  readonly weekday?: Weekday
  readonly part: DayPart
  readonly fromMinutes?: number
  readonly toMinutes?: number
}

const DAY_END = 1440
/** What "I can in the morning" covers. Windows overlap, since a morning activity may run until one o'clock. */
const FREE_WINDOW: Record<DayPart, Interval> = {
  morning: { from: 360, to: 780 },
  afternoon: { from: 720, to: 1080 },
  evening: { from: 1020, to: DAY_END },
}
/** The hours in which an offer "in the morning" of unknown time surely takes place. */
const CORE: Record<DayPart, Interval> = {
  morning: { from: 540, to: 720 },
  afternoon: { from: 780, to: 1020 },
  evening: { from: 1140, to: 1260 },
}
const LABEL: readonly (readonly [DayPart, Interval])[] = [
  ['morning', { from: 0, to: 720 }],
  ['afternoon', { from: 720, to: 1050 }],
  ['evening', { from: 1050, to: DAY_END }],
]
/** A slot longer than this is open house: people come for a part of it. */
const LONG_SLOT = 240
const SHORTEST_VISIT = 120
const SHORTEST_CORE = 60

const overlap = (a: Interval, b: Interval): number => Math.min(a.to, b.to) - Math.max(a.from, b.from)

const clip = (slot: WeekSlot): Interval => ({
  from: slot.fromMinutes,
  to: slot.toMinutes <= slot.fromMinutes ? DAY_END : Math.min(slot.toMinutes, DAY_END),
})

const merge = (intervals: readonly Interval[]): Interval[] => {
  const merged: Interval[] = []
  for (const next of [...intervals].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1)
    if (last !== undefined && next.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) }
    else merged.push(next)
  }
  return merged
}

/** Undefined when nothing was stated. */
export const freeWeek = (availability: readonly Availability[] | undefined): FreeWeek | undefined => {
  if (availability === undefined || availability.length === 0) return undefined
  const days: Interval[][] = [[], [], [], [], [], [], [], []]
  for (const block of availability) days[block.weekday]?.push('part' in block ? FREE_WINDOW[block.part] : clip(block))
  return days.map(merge)
}

/** The half-day in which most of this time falls; the earlier one when equal. */
export const partOf = (fromMinutes: number, toMinutes: number): DayPart => {
  let best: DayPart = 'morning'
  let most = -Infinity
  for (const [part, window] of LABEL) {
    const minutes = overlap(window, { from: fromMinutes, to: toMinutes })
    if (minutes > most) [best, most] = [part, minutes]
  }
  return best
}

const slotFit = (slot: WeekSlot, free: FreeWeek, everySlot: boolean): Interval | undefined => {
  const time = clip(slot)
  for (const interval of free[slot.weekday] ?? []) {
    if (interval.from <= time.from && interval.to >= time.to) return time
    if (!everySlot && time.to - time.from > LONG_SLOT && overlap(interval, time) >= SHORTEST_VISIT)
      return { from: Math.max(interval.from, time.from), to: Math.min(interval.to, time.to) }
  }
  return undefined
}

const partFits = (known: KnownDayPart, free: FreeWeek): Weekday | undefined => {
  const days = known.weekday === undefined ? ([1, 2, 3, 4, 5, 6, 7] as const) : [known.weekday]
  return days.find(day => (free[day] ?? []).some(interval => overlap(interval, CORE[known.part]) >= SHORTEST_CORE))
}

/** A moment for people: the part that can be visited says the half-day, the slot itself says the times. */
const slotMoment = (slot: WeekSlot, visit: Interval): Moment => ({
  weekday: slot.weekday,
  part: partOf(visit.from, visit.to),
  fromMinutes: slot.fromMinutes,
  toMinutes: slot.toMinutes,
})
const partMoment = (known: KnownDayPart, weekday = known.weekday): Moment =>
  weekday === undefined ? { part: known.part } : { weekday, part: known.part }

export const momentsOf = (offer: MatchOffer): readonly Moment[] => [
  ...offer.slots.map(slot => slotMoment(slot, clip(slot))),
  ...offer.dayParts.map(known => partMoment(known)),
]

export interface TimeFit {
  /** Moments at which the person can come (all of them for a course, otherwise every one that fits). */
  readonly fitting: readonly Moment[]
  /** Moments at which the person cannot. */
  readonly missing: readonly Moment[]
}

/** Which moments of the offer lie within the person's free time. */
export const timeFit = (offer: MatchOffer, free: FreeWeek): TimeFit => {
  const fitting: Moment[] = []
  const missing: Moment[] = []
  for (const slot of offer.slots) {
    const visit = slotFit(slot, free, offer.everySlot === true)
    if (visit === undefined) missing.push(slotMoment(slot, clip(slot)))
    else fitting.push(slotMoment(slot, visit))
  }
  for (const known of offer.dayParts) {
    const weekday = partFits(known, free)
    if (weekday === undefined) missing.push(partMoment(known))
    else fitting.push(partMoment(known, weekday))
  }
  return { fitting, missing }
}

/** Whether the times can be met, without making the list: asked for thousands of offers. */
export const timesCanBeMet = (offer: MatchOffer, free: FreeWeek): boolean => {
  const every = offer.everySlot === true
  for (const slot of offer.slots) if ((slotFit(slot, free, every) !== undefined) !== every) return !every
  for (const known of offer.dayParts) if ((partFits(known, free) !== undefined) !== every) return !every
  return every
}

/** Minutes of the shortest moment; undefined when no times are known. */
export const shortestVisit = (offer: MatchOffer): number | undefined => {
  if (offer.slots.length === 0) return undefined
  return Math.min(...offer.slots.map(slot => clip(slot).to - clip(slot).from))
}
