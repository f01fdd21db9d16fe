import { z } from 'zod'
import { CalendarDay, CefrLevel, freeText, Language, Law, WheelArea } from '#kernel'
import { OfferTimes, unknownTimes } from './offer-times.ts'

export const OFFER_KINDS = [
  'activity',
  'module',
  'volunteerPlace',
  'workPlace',
  'learnWorkPlace',
  'internship',
  'dayActivity',
  'dropIn',
  'shelter',
  'club',
  'buddy',
  'other',
] as const
/** What sort of offer it is; `buddy` = a volunteer who comes alongside one person. */
export const OfferKind = z.enum(OFFER_KINDS)
export type OfferKind = z.infer<typeof OfferKind>

export const OFFER_FEATURES = [
  'quiet',
  'ownPace',
  'transport',
  'jobCoach',
  'certificate',
  'interpreter',
  'atHome',
  'halfDays',
  'meal',
  'noRegistration',
  'wageCostSubsidy',
  'collectiveStart',
  'waitingList',
] as const
/** What makes it possible or easier for somebody to take part, found in the words of the list; can be corrected. */
export const OfferFeature = z.enum(OFFER_FEATURES)
export type OfferFeature = z.infer<typeof OfferFeature>

export const COST_KINDS = ['free', 'amount', 'perMonth', 'perNight', 'perGroup', 'allowance', 'indication', 'unknown'] as const
/**
 * What it costs the participant. `amount`: per time; `perGroup`: paid by the buyer of a group, not by one person;
 * `allowance`: the participant *receives* it (volunteer allowance); `indication`: paid through an indication or law.
 * `cents` in euro cents; `text` as written.
 */
export const OfferCost = z.object({ kind: z.enum(COST_KINDS), cents: z.int().nonnegative().optional(), text: z.string() })
export type OfferCost = Readonly<z.infer<typeof OfferCost>>

/** Hard limits, each apart and each correctable. Ages in whole years, both included. `indication`: only with one. */
export const OfferLimits = z.object({
  minAge: z.int().min(0).max(120).optional(),
  maxAge: z.int().min(0).max(120).optional(),
  sex: z.enum(['f', 'm']).optional(),
  indication: z.boolean().optional(),
})
export type OfferLimits = Readonly<z.infer<typeof OfferLimits>>

/** When somebody last confirmed that it is right. With `month` precision `on` is the first day of that month. */
export const LastConfirmed = z.object({ on: CalendarDay, precision: z.enum(['day', 'month']) })
export type LastConfirmed = Readonly<z.infer<typeof LastConfirmed>>

/** An address that a page may link to: http or https only, so never `javascript:`. */
export const WebAddress = z.url({ protocol: /^https?$/ }).max(500)

const short = freeText(300)
const long = freeText(20_000)

/**
 * What is known about an offer, whoever entered it. Free text is always present ('' when nothing is known); a number,
 * day or choice that is not known is absent. `…Text` holds the words as written beside what was understood of them.
 */
export const Offer = z.object({
  name: freeText(300, 1),
  organisationName: short,
  kind: OfferKind,
  kindText: short,
  description: long,
  /** Areas of the participation wheel; proposed by an import from kind and words. */
  areas: z.array(WheelArea).readonly(),
  /** Groups as short lower-case words ("statushouders"), from `targetGroupText`. */
  targetGroups: z.array(z.string()).readonly(),
  targetGroupText: long,
  /** A target group is soft; only an admin makes it a hard limit. */
  targetGroupStrict: z.boolean(),
  limits: OfferLimits,
  laws: z.array(Law).readonly(),
  lawText: long,
  times: OfferTimes,
  /** When a run starts, in words ("collectieve start jan/apr/sept"). */
  startMoments: long,
  address: short,
  /** Dutch postcode, `1234 AB`. */
  postcode: z
    .string()
    .regex(/^[1-9]\d{3} [A-Z]{2}$/)
    .optional(),
  place: short,
  capacity: z.int().min(0).max(100_000).optional(),
  /** Free places as stated on `freeStatedOn`; placements since then are subtracted (`freePlacesOn`). */
  free: z.int().min(0).max(100_000).optional(),
  freeStatedOn: CalendarDay.optional(),
  cost: OfferCost,
  languages: z.array(Language).readonly(),
  allLanguages: z.boolean(),
  /** Level of Dutch that is enough to take part. */
  dutchLevel: CefrLevel.optional(),
  languageText: long,
  contactName: short,
  /** Spaced for reading ("0172 555 010"); `phoneText` as written. */
  phone: short,
  phoneText: short,
  email: z.email().optional(),
  website: WebAddress.optional(),
  lastConfirmed: LastConfirmed.optional(),
  lastConfirmedText: short,
  remarks: long,
  features: z.array(OfferFeature).readonly(),
})
export type Offer = Readonly<z.infer<typeof Offer>>
export type OfferField = keyof Offer
export const OFFER_FIELDS = Offer.keyof().options

/** An offer about which only the given fields are known. */
export const offerWith = (known: Partial<Offer> & Pick<Offer, 'name'>): Offer => ({
  organisationName: '',
  kind: 'other',
  kindText: '',
  description: '',
  areas: [],
  targetGroups: [],
  targetGroupText: '',
  targetGroupStrict: false,
  limits: {},
  laws: [],
  lawText: '',
  times: unknownTimes(),
  startMoments: '',
  address: '',
  place: '',
  cost: { kind: 'unknown', text: '' },
  languages: [],
  allLanguages: false,
  languageText: '',
  contactName: '',
  phone: '',
  phoneText: '',
  lastConfirmedText: '',
  remarks: '',
  features: [],
  ...known,
})
