import { z } from 'zod'
import { Law } from '#kernel'
import data from './laws.json'

/** A law under which a municipality refers somebody; `basis` is what the person reads about why data is shared. */
const ReferralLawInfo = z.object({ law: Law, nl: z.string(), en: z.string(), basis: z.string() })
export type ReferralLawInfo = z.infer<typeof ReferralLawInfo>

export const REFERRAL_LAWS: readonly ReferralLawInfo[] = z.array(ReferralLawInfo).parse(data)

export const isReferralLaw = (law: Law): boolean => REFERRAL_LAWS.some(info => info.law === law)

export const lawInfo = (law: Law): ReferralLawInfo =>
  REFERRAL_LAWS.find(info => info.law === law) ?? { law, nl: law, en: law, basis: law }
