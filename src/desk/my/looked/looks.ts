import { addDays, type CalendarDay } from '#kernel'
import type { Look } from '#sharing'

export interface LookDay {
  readonly day: CalendarDay
  readonly looks: readonly Look[]
}
export interface LookMonth {
  /** `2026-11`. */
  readonly month: string
  readonly times: number
  readonly days: readonly LookDay[]
}
export interface LooksTold {
  /** Today and the seven days before. */
  readonly week: readonly LookDay[]
  /** What was longer ago, newest month first. */
  readonly before: readonly LookMonth[]
}

const byDay = (looks: readonly Look[]): readonly LookDay[] =>
  [...new Set(looks.map(({ day }) => day))].map(day => ({ day, looks: looks.filter(look => look.day === day) }))

const monthOf = (day: CalendarDay): string => day.slice(0, 7)

/** What matters now in full, the rest by month. Looks come newest first and stay so. */
export const tellLooks = (looks: readonly Look[], today: CalendarDay): LooksTold => {
  const since = addDays(today, -7)
  const older = looks.filter(({ day }) => day < since)
  return {
    week: byDay(looks.filter(({ day }) => day >= since)),
    before: [...new Set(older.map(({ day }) => monthOf(day)))].map(month => {
      const ofMonth = older.filter(({ day }) => monthOf(day) === month)
      return { month, times: ofMonth.reduce((sum, { times }) => sum + times, 0), days: byDay(ofMonth) }
    }),
  }
}

/** Everybody who looked, once: with all the reasons for which they may. */
export const whoLooked = (looks: readonly Look[]): readonly Look[] => {
  const known = new Map<string, Look>()
  for (const look of looks) {
    const key = `${look.name ?? ''} ${look.organisationName ?? ''} ${look.purpose}`
    const before = known.get(key)
    const legalBases = [...new Set([...(before?.legalBases ?? []), ...look.legalBases])]
    known.set(key, { ...(before ?? look), legalBases })
  }
  return [...known.values()]
}
