import { z } from 'zod'
import { Law } from '#kernel'
import data from './laws.json' with { type: 'json' }

const ReferralLaw = z.object({ law: Law, basis: z.string().min(1) })
const laws = z.array(ReferralLaw).parse(data)

/** Laws under which a municipality refers somebody. */
export const REFERRAL_LAWS: readonly Law[] = laws.map(({ law }) => law)
export const isReferralLaw = (law: Law): boolean => REFERRAL_LAWS.includes(law)

/** On what ground data is shared for a referral under this law, as the person reads it. */
export const legalBasisOf = (law: Law): string => laws.find(known => known.law === law)?.basis ?? law
