import { ageOn, type CalendarDay, type GeoPoint, type Language } from '#kernel'
import type { Contact, Person, Sex } from '#people'
import {
  type Goal,
  type Plan,
  type Practical,
  strengthsOf,
  type WeekPart,
  WEEKDAYS,
  WEEK_PARTS,
  type Wish,
  wishesOf,
} from '#plans'
import type { Availability, MatchWish } from '../domain/index.ts'

/** What is known of somebody, as far as it was shared with this reader. */
export interface KnownPerson {
  readonly plan: Plan
  readonly person: Pick<Person, 'birthDate' | 'sex'> | undefined
  readonly contact: Pick<Contact, 'language'> | undefined
  readonly home: GeoPoint | undefined
  readonly today: CalendarDay
}

const LONGEST_TEXT = 2_000
const MOST_TEXTS = 20
const SEXES: Readonly<Record<Sex, 'female' | 'male' | 'other'>> = { f: 'female', m: 'male', x: 'other' }

/** A half-day of the week as the ranking reads it. */
const HALF_DAYS: ReadonlyMap<WeekPart, Availability> = new Map(
  WEEK_PARTS.flatMap(text => {
    const [day, part] = [WEEKDAYS.find(weekday => text.startsWith(`${weekday}-`)), text.slice(2)]
    if (day === undefined || (part !== 'morning' && part !== 'afternoon' && part !== 'evening')) return []
    return [[text, { weekday: day, part }] as const]
  }),
)

/** The wish that the goal came from, and what was said without making it a goal yet. */
export const wishesFor = (plan: Plan, goal: Goal): readonly Wish[] => {
  const taken = new Set(plan.goals.map(({ wishId }) => wishId))
  return wishesOf(plan).filter(({ id }) => id === goal.wishId || !taken.has(id))
}

const textsOf = (wishes: readonly Wish[]): readonly string[] =>
  wishes.slice(-MOST_TEXTS).map(({ words }) => words.slice(0, LONGEST_TEXT))

/** Languages that were talked about; else the one that letters are written in, when somebody set that to another than Dutch. */
const languagesOf = (practical: Practical | undefined, contact: KnownPerson['contact']): readonly Language[] => {
  if (practical !== undefined && practical.languages.length > 0) return practical.languages
  return contact === undefined || contact.language === 'nl' ? [] : [contact.language]
}

/** What somebody wants and what has to be practical, for one goal. What nobody said is left out, so that it limits nothing. */
export const matchWishOf = ({ plan, person, contact, home, today }: KnownPerson, goal: Goal): MatchWish => {
  const { practical } = plan
  const halfDays = (practical?.dayParts ?? []).flatMap(text => HALF_DAYS.get(text) ?? [])
  return {
    area: goal.area,
    goalTitle: goal.title.slice(0, LONGEST_TEXT),
    wishTexts: textsOf(wishesFor(plan, goal)),
    strengthTexts: textsOf(strengthsOf(plan)),
    availability: halfDays.length === 0 ? undefined : halfDays,
    mode: practical?.travelMode ?? 'bike',
    maxDistanceKm: practical?.maxDistanceKm,
    home,
    age: person === undefined ? undefined : ageOn(person.birthDate, today),
    sex: person?.sex === undefined ? undefined : SEXES[person.sex],
    dutchLevel: practical?.dutchLevel,
    languages: languagesOf(practical, contact),
    energy: practical?.energy,
    needsChildcare: practical?.needsChildcare,
    maxCostCents: practical?.maxCostCents,
    today,
  }
}
