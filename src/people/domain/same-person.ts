import { type CalendarDay, foldText, type ParticipantId } from '#kernel'
import { foldedName, type Person } from './person.ts'

/** Why somebody who is known may be the one that is entered now, strongest first. */
export const SAME_BECAUSE = ['bsn', 'nameAndBirthDate', 'similarName'] as const
export type SameBecause = (typeof SAME_BECAUSE)[number]

export interface Candidate {
  readonly person: Person
  readonly because: SameBecause
}

interface Entered {
  readonly callName: string
  readonly surname: string
  readonly birthDate: CalendarDay
}

/** How many letters must be added, left out, changed or swapped to get from one to the other. */
export const editDistance = (a: string, b: string): number => {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      )
    }
    before = last
    last = row
  }
  return last[b.length] ?? a.length
}

const PARTICLES = new Set(['van', 'de', 'der', 'den', 'het', 'ten', 'ter', 'el', 'al', 'ben', 'bin', 'te', 'in', 't'])
const coreOf = (name: string): string => {
  const words = foldText(name).split(' ')
  const core = words.filter(word => !PARTICLES.has(word))
  return (core.length > 0 ? core : words).join('')
}

const LETTERS_PER_SLIP = 4
/** One slip of the pen in four letters; a short name must be the same. */
const isClose = (a: string, b: string): boolean =>
  editDistance(a, b) <= Math.floor(Math.max(a.length, b.length) / LETTERS_PER_SLIP)

/** Spelled a little differently, call name and surname swapped, or one surname of two left out. */
export const areSimilarNames = (a: Pick<Person, 'callName' | 'surname'>, b: Pick<Person, 'callName' | 'surname'>): boolean => {
  const [aCall, aSur, bCall, bSur] = [coreOf(a.callName), coreOf(a.surname), coreOf(b.callName), coreOf(b.surname)]
  const straight = isClose(aCall, bCall) && (isClose(aSur, bSur) || aSur.includes(bSur) || bSur.includes(aSur))
  const swapped = isClose(aCall, bSur) && isClose(aSur, bCall)
  return straight || swapped
}

const nameMatch = (entered: Entered, known: Person): SameBecause | undefined => {
  if (entered.birthDate !== known.birthDate) return undefined
  if (foldedName(entered) === foldedName(known)) return 'nameAndBirthDate'
  return areSimilarNames(entered, known) ? 'similarName' : undefined
}

/** Who of the known people may be meant; `withBsn` is whoever has the number that was entered. */
export const findCandidates = (
  entered: Entered,
  known: readonly Person[],
  withBsn: ParticipantId | undefined,
): readonly Candidate[] =>
  known
    .flatMap((person): Candidate[] => {
      const because = person.participantId === withBsn ? 'bsn' : nameMatch(entered, person)
      return because === undefined ? [] : [{ person, because }]
    })
    .toSorted((a, b) => SAME_BECAUSE.indexOf(a.because) - SAME_BECAUSE.indexOf(b.because))
