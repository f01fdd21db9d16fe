import type { CountsAs } from './recognition.ts'

/** A limit in law on one day, or that the municipality has not set it. */
export type KnownLimit = { readonly state: 'known'; readonly value: number } | { readonly state: 'notSet' }

export interface Counted {
  /** Handed out this year, and how often. */
  readonly cents: number
  readonly times: number
}

/**
 * How what is handed out stands to what the law leaves alone beside a benefit. It warns and computes no deduction: what it means is
 * for the municipality to decide. `notSet`: the limit is not known, so nothing can be said.
 */
export interface BenefitSafety {
  readonly state: 'notCounted' | 'notSet' | 'within' | 'near' | 'above'
  /** This year, with what would be added. */
  readonly totalCents: number
  readonly limitCents?: number | undefined
  /** More premiums in a year than the law names. */
  readonly tooOften: boolean
  /** Under the age from which a premium is left alone. */
  readonly tooYoung: boolean
}

const NEAR_SHARE = 0.8

interface Question {
  readonly countsAs: CountsAs
  readonly handed: Counted
  readonly addedCents: number
  readonly limit: KnownLimit
  readonly timesLimit: KnownLimit
  /** Undefined when the age is not known to who asks. */
  readonly age?: number | undefined
  readonly ageLimit: KnownLimit
}

const stateOf = (total: number, limit: KnownLimit): BenefitSafety['state'] => {
  if (limit.state === 'notSet') return 'notSet'
  if (total > limit.value) return 'above'
  return total >= limit.value * NEAR_SHARE ? 'near' : 'within'
}

export const benefitSafety = ({ countsAs, handed, addedCents, limit, timesLimit, age, ageLimit }: Question): BenefitSafety => {
  const totalCents = handed.cents + addedCents
  if (countsAs === 'nothing' || addedCents === 0)
    return { state: 'notCounted', totalCents: handed.cents, tooOften: false, tooYoung: false }
  const isPremium = countsAs === 'premium'
  return {
    state: stateOf(totalCents, limit),
    totalCents,
    ...(limit.state === 'known' ? { limitCents: limit.value } : {}),
    tooOften: isPremium && timesLimit.state === 'known' && handed.times + 1 > timesLimit.value,
    tooYoung: isPremium && ageLimit.state === 'known' && age !== undefined && age < ageLimit.value,
  }
}

/** Something to say before it is handed out. */
export const isWarning = ({ state, tooOften, tooYoung }: BenefitSafety): boolean =>
  state === 'near' || state === 'above' || state === 'notSet' || tooOften || tooYoung
