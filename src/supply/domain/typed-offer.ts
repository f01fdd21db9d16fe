import { accept, type CalendarDay, type Decision, freeText, Law, refuse, WheelArea } from '#kernel'
import { z } from 'zod'
import { parseEmail, parsePhone, parsePostcode, parseWebsite } from './import/parse-contact.ts'
import { parseCost } from './import/parse-cost.ts'
import { parseLanguages } from './import/parse-languages.ts'
import { isBlank } from './import/parse-numbers.ts'
import { targetGroupsIn } from './import/parse-target-group.ts'
import { parseTimes } from './import/parse-times.ts'
import { type Offer, OfferFeature, OfferKind } from './offer.ts'

const short = freeText(300)
const long = freeText(20_000)
const age = z.int().min(0).max(120).nullable()
const count = z.int().min(0).max(100_000).nullable()

/**
 * An offer as somebody types it: times, costs and languages in words, of which what can be understood is taken. `null`
 * takes a number or choice away.
 */
export const TypedOffer = z.object({
  name: freeText(300, 1),
  organisationName: short,
  kind: OfferKind,
  description: long,
  areas: z.array(WheelArea).max(6),
  targetGroupText: long,
  targetGroupStrict: z.boolean(),
  minAge: age,
  maxAge: age,
  sex: z.enum(['f', 'm']).nullable(),
  indication: z.boolean(),
  laws: z.array(Law).max(20),
  timesText: long,
  startMoments: long,
  address: short,
  postcode: freeText(20),
  place: short,
  capacity: count,
  free: count,
  costText: short,
  languageText: long,
  contactName: short,
  phoneText: short,
  email: short,
  website: freeText(500),
  remarks: long,
  features: z.array(OfferFeature).max(20),
})
/** What is left out stays as it is. */
export const TypedPart = TypedOffer.partial()
export type TypedPart = Readonly<z.infer<typeof TypedPart>>

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every(item => b.includes(item))

const words = (current: Offer, typed: TypedPart): Partial<Offer> => ({
  ...(typed.timesText === undefined || typed.timesText === current.times.text
    ? {}
    : { times: parseTimes(typed.timesText).value }),
  ...(typed.costText === undefined || typed.costText === current.cost.text ? {} : { cost: parseCost(typed.costText).value }),
  ...(typed.targetGroupText === undefined || typed.targetGroupText === current.targetGroupText
    ? {}
    : { targetGroupText: typed.targetGroupText, targetGroups: targetGroupsIn(typed.targetGroupText) }),
  ...(typed.phoneText === undefined || typed.phoneText === current.phoneText
    ? {}
    : { phoneText: typed.phoneText, phone: parsePhone(typed.phoneText).value }),
})

const spoken = (current: Offer, text: string | undefined): Partial<Offer> => {
  if (text === undefined || text === current.languageText) return {}
  const { interpreter: _shown, ...understood } = parseLanguages(text).value
  return { dutchLevel: undefined, ...understood, languageText: text }
}

const choices = (current: Offer, typed: TypedPart): Partial<Offer> => ({
  ...(typed.kind === undefined || typed.kind === current.kind ? {} : { kind: typed.kind, kindText: '' }),
  ...(typed.laws === undefined || sameSet(typed.laws, current.laws) ? {} : { laws: typed.laws, lawText: '' }),
  ...(typed.areas === undefined || sameSet(typed.areas, current.areas) ? {} : { areas: typed.areas }),
  ...(typed.features === undefined || sameSet(typed.features, current.features) ? {} : { features: typed.features }),
})

const numbers = (current: Offer, typed: TypedPart, today: CalendarDay): Partial<Offer> => ({
  ...(typed.capacity === undefined ? {} : { capacity: typed.capacity ?? undefined }),
  ...(typed.free === undefined || (typed.free ?? undefined) === current.free
    ? {}
    : { free: typed.free ?? undefined, freeStatedOn: typed.free === null ? undefined : today }),
})

const limits = (current: Offer, typed: TypedPart): Partial<Offer> => {
  const before = current.limits
  return {
    limits: {
      minAge: typed.minAge === undefined ? before.minAge : (typed.minAge ?? undefined),
      maxAge: typed.maxAge === undefined ? before.maxAge : (typed.maxAge ?? undefined),
      sex: typed.sex === undefined ? before.sex : (typed.sex ?? undefined),
      indication: typed.indication === undefined ? before.indication : typed.indication || undefined,
    },
  }
}

const PLAIN = [
  'name',
  'organisationName',
  'description',
  'startMoments',
  'address',
  'place',
  'contactName',
  'remarks',
  'targetGroupStrict',
] as const

const READABLE = { postcode: parsePostcode, email: parseEmail, website: parseWebsite } as const
type ReadableField = keyof typeof READABLE

/** A postcode or address that cannot be read is refused: unlike a list, somebody is there to correct it. */
const unreadable = (typed: TypedPart): ReadableField | undefined =>
  (['postcode', 'email', 'website'] as const).find(field => {
    const text = typed[field] ?? ''
    return !isBlank(text) && READABLE[field](text).value === undefined
  })

const readables = (typed: TypedPart): Partial<Offer> =>
  Object.fromEntries(
    (['postcode', 'email', 'website'] as const).flatMap(field => {
      const text = typed[field]
      return text === undefined ? [] : [[field, READABLE[field](text).value]]
    }),
  )

/** The offer with what was typed; refused at the field that cannot be read or cannot be. */
export const applyTyped = (current: Offer, typed: TypedPart, today: CalendarDay): Decision<Offer, 'invalidInput'> => {
  const wrong = unreadable(typed)
  if (wrong !== undefined) return refuse('invalidInput', wrong, { reason: wrong })
  const plain = Object.fromEntries(PLAIN.flatMap(field => (typed[field] === undefined ? [] : [[field, typed[field]]])))
  const offer: Offer = {
    ...current,
    ...plain,
    ...words(current, typed),
    ...spoken(current, typed.languageText),
    ...choices(current, typed),
    ...numbers(current, typed, today),
    ...limits(current, typed),
    ...readables(typed),
  }
  const { minAge, maxAge } = offer.limits
  if (minAge !== undefined && maxAge !== undefined && minAge > maxAge)
    return refuse('invalidInput', 'maxAge', { reason: 'agesReversed' })
  if (offer.free !== undefined && offer.capacity !== undefined && offer.free > offer.capacity)
    return refuse('invalidInput', 'free', { reason: 'moreThanCapacity' })
  return accept(offer)
}
