import { foldText } from '#kernel'
import type { Offer } from './offer.ts'

const LEGAL_FORMS = /\b(stichting|st|vereniging|ver|bv|b v|nv|n v|vof|cooperatie)\b/g

/** An organisation's name for comparing: without accents, punctuation and legal form. "Buurthuis 't Anker" = "buurthuis t anker". */
export const organisationKey = (name: string): string => foldText(name).replace(LEGAL_FORMS, ' ').replace(/\s+/g, ' ').trim()

/** A name for comparing; one without a letter or digit ("!!!") is compared as it stands. */
export const nameKey = (name: string): string => foldText(name) || name.trim().toLowerCase()

/** By which an offer without a stable number is recognised again: name, organisation and postcode. */
export const offerKey = ({ name, organisationName, postcode }: Pick<Offer, 'name' | 'organisationName' | 'postcode'>): string =>
  JSON.stringify([nameKey(name), organisationKey(organisationName), postcode ?? ''])

const pairs = (text: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (let i = 0; i < text.length - 1; i++) {
    const pair = text.slice(i, i + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** How alike two names are, 0 … 1 (Dice over pairs of letters). */
export const nameLikeness = (a: string, b: string): number => {
  const [one, other] = [nameKey(a), nameKey(b)]
  if (one === other) return 1
  const [first, second] = [pairs(one), pairs(other)]
  const total = Math.max(0, one.length - 1) + Math.max(0, other.length - 1)
  const shared = [...first].reduce((sum, [pair, count]) => sum + Math.min(count, second.get(pair) ?? 0), 0)
  return total === 0 ? 0 : (2 * shared) / total
}
