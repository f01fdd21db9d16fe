import { z } from 'zod'
import { CalendarDay, foldText, lineText, ParticipantId } from '#kernel'

export const SEXES = ['f', 'm', 'x'] as const
export const Sex = z.enum(SEXES)
export type Sex = z.infer<typeof Sex>

export const CallName = lineText(80)
export const Surname = lineText(120)

/** Somebody the municipality knows. */
export const Person = z.object({
  participantId: ParticipantId,
  callName: CallName,
  surname: Surname,
  birthDate: CalendarDay,
  sex: Sex.optional(),
  version: z.int().positive(),
})
export type Person = z.infer<typeof Person>

/** What two ways of writing the same name have in common; kept beside the name for searching. */
export const foldedName = (person: Pick<Person, 'callName' | 'surname'>): string =>
  foldText(`${person.callName} ${person.surname}`)

const OLDEST_YEARS = 120
/** A day of birth that a living person can have. */
export const isBirthDate = (birthDate: CalendarDay, today: CalendarDay): boolean =>
  birthDate <= today && Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) <= OLDEST_YEARS
