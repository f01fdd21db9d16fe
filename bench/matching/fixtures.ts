import { readFileSync } from 'node:fs'
import { CalendarDay, CefrLevel, DayPart, Language, WheelArea } from '#kernel'
import { z } from 'zod'
import type { MatchOffer, MatchWish, Weekday } from '../../src/matching/domain/index.ts'

const Day = z.coerce
  .number()
  .pipe(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)]))
const minutes = (clock: string): number => {
  const [hours = 0, rest = 0] = clock.split(':').map(Number)
  return hours * 60 + rest
}

/** "2 09:30-11:00": a weekday and its times. */
const Slot = z
  .string()
  .regex(/^[1-7] \d\d:\d\d-\d\d:\d\d$/)
  .transform(text => {
    const [day, from = '', to = ''] = text.split(/[ -]/)
    return { weekday: Day.parse(day), fromMinutes: minutes(from), toMinutes: minutes(to) }
  })
/** "2 morning", or "morning" for any day. */
const Part = z.string().transform(text => {
  const words = text.split(' ')
  const part = DayPart.parse(words.at(-1))
  return words.length === 2 ? { weekday: Day.parse(words[0]), part } : { part }
})
const FreePart = z.string().transform((text): { weekday: Weekday; part: z.infer<typeof DayPart> } => {
  const [day, part] = text.split(' ')
  return { weekday: Day.parse(day), part: DayPart.parse(part) }
})
const Point = z.tuple([z.number(), z.number()]).transform(([lat, lon]) => ({ lat, lon }))

const OfferLine = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    organisationName: z.string(),
    kind: z.string(),
    description: z.string().optional(),
    targetGroupText: z.string().optional(),
    areas: z.array(WheelArea),
    slots: z.array(Slot).default([]),
    dayParts: z.array(Part).default([]),
    everySlot: z.boolean().optional(),
    flexible: z.boolean().default(false),
    at: Point.optional(),
    atHome: z.boolean().optional(),
    online: z.boolean().optional(),
    minAge: z.number().optional(),
    maxAge: z.number().optional(),
    sex: z.enum(['female', 'male']).optional(),
    indicationNeeded: z.boolean().optional(),
    languages: z.array(Language),
    allLanguages: z.boolean().optional(),
    dutchLevel: CefrLevel.optional(),
    freePlaces: z.number().optional(),
    capacity: z.number().optional(),
    waitingList: z.boolean().optional(),
    costCents: z.number().optional(),
    costKind: z.enum(['free', 'perTime', 'perMonth', 'once', 'allowance', 'other']).optional(),
    childcare: z.boolean().optional(),
    quiet: z.boolean().optional(),
    lastConfirmedOn: CalendarDay.optional(),
  })
  .transform(({ at, ...offer }): MatchOffer => ({ ...offer, point: at }))

const Grade = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])
const WishLine = z.strictObject({
  id: z.string(),
  who: z.string(),
  holdOut: z.boolean(),
  area: WheelArea,
  goalTitle: z.string(),
  wishTexts: z.array(z.string()),
  strengthTexts: z.array(z.string()),
  availability: z.array(FreePart),
  mode: z.enum(['walk', 'bike', 'publicTransport', 'car']),
  maxDistanceKm: z.number(),
  home: Point,
  age: z.number(),
  sex: z.enum(['female', 'male', 'other']),
  dutchLevel: CefrLevel,
  languages: z.array(Language),
  energy: z.enum(['little', 'some', 'enough']),
  needsChildcare: z.boolean().optional(),
  maxCostCents: z.number().optional(),
  hasIndication: z.boolean().optional(),
  targetGroups: z.array(z.string()).optional(),
  grades: z.record(z.string(), Grade),
})
const Judgements = z.strictObject({ about: z.string(), today: CalendarDay, wishes: z.array(WishLine) })

export interface JudgedWish {
  readonly id: string
  readonly who: string
  readonly holdOut: boolean
  readonly wish: MatchWish
  /** 0 for an offer that is not named. */
  readonly gradeOf: (offerId: string) => number
  readonly grades: readonly number[]
}

const load = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

export const loadOffers = (): readonly MatchOffer[] =>
  z.object({ offers: z.array(OfferLine) }).parse(load('./offers.json')).offers

export const loadJudgements = (): readonly JudgedWish[] => {
  const { today, wishes } = Judgements.parse(load('./judgements.json'))
  return wishes.map(({ id, who, holdOut, grades, ...wish }) => ({
    id,
    who,
    holdOut,
    wish: { ...wish, today },
    gradeOf: offerId => grades[offerId] ?? 0,
    grades: Object.values(grades),
  }))
}
