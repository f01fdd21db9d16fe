import { type CalendarDay, daysBetween, type ParticipantId } from '#kernel'

/** Longer than this without a note, an answer or an appointment is silence, in days. */
export const SILENT_AFTER_DAYS = 35

export interface PersonToday {
  readonly participantId: ParticipantId
  /** Latest sign of life or attention: a note, an answered step, an appointment, else the start. */
  readonly lastContactOn: CalendarDay
  /** Something is in the diary from today on. */
  readonly planned: boolean
  readonly hasNextStep: boolean
}

/** Who has been silent for too long without anything in the diary, the longest first. */
export const silentPeople = (people: readonly PersonToday[], today: CalendarDay): readonly PersonToday[] =>
  people
    .filter(person => !person.planned && daysBetween(person.lastContactOn, today) > SILENT_AFTER_DAYS)
    .toSorted((a, b) => a.lastContactOn.localeCompare(b.lastContactOn))

export type PartOfDay = 'morning' | 'afternoon' | 'evening'
/** How to greet at this time on the clock (`HH:MM`). */
export const partOfDay = (time: string): PartOfDay => (time < '12:00' ? 'morning' : time < '18:00' ? 'afternoon' : 'evening')
