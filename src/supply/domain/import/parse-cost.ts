import type { OfferCost } from '../offer.ts'
import { note, reading, type Note, type Reading } from './findings.ts'
import { isBlank } from './parse-numbers.ts'

const FREE = /^(gratis|geen|geen kosten|kosteloos|nvt|n\.v\.t\.?|niet van toepassing|free|none|no cost)\.?$/i
const ALLOWANCE = /vergoeding|\bverg\b|vrijw\.?\s*verg|onkosten|allowance|reimburse/i
const INDICATION = /indicatie|beschikking|indication/i
const BY_LAW = /^(wlz|wmo|zvw|jeugdwet|pgb)(\s*[/+,]\s*(wlz|wmo|zvw|jeugdwet|pgb))*$/i
const PER_GROUP = /per\s+groep|p\.?\s?gr\.?(?=\s|$)|per group/i
const PER_MONTH = /per\s+maand|\/\s*(mnd|maand|month)|p\.?\s?m\.?(?=\s|$)|per month/i
const PER_NIGHT = /per\s+nacht|\/\s*nacht|p\.?\s?n\.?(?=\s|$)|per night/i

/** An amount as people write it: `€ 1.250,-`, `€ 2,50`, `3 euro`, `€ 12.50`. */
const AMOUNT =
  /(?<minus>-\s?)?(?<sign>€|eur(?:o)?\b)?\s*(?<minusAfter>-\s?)?(?<whole>\d{1,3}(?:[.\s]\d{3})+|\d{1,7})(?:[.,](?<cents>\d{2})(?!\d)|(?<round>[.,]-+))?(?<word>\s*(?:euro|eur)\b)?/gi

/** The amounts in a text in cents; when some carry a euro sign the bare numbers ("8 x € 2") are not amounts. */
const amountsIn = (text: string): readonly number[] => {
  const found = [...text.matchAll(AMOUNT)].map(({ groups = {} }) => {
    const cents = Number((groups.whole ?? '0').replace(/[.\s]/g, '')) * 100 + Number(groups.cents ?? 0)
    const isMarked = [groups.sign, groups.round, groups.word].some(mark => mark !== undefined)
    return { cents: groups.minus || groups.minusAfter ? -cents : cents, isMarked }
  })
  const marked = found.filter(({ isMarked }) => isMarked)
  return [...new Set((marked.length > 0 ? marked : found).map(({ cents }) => cents))]
}

const kindOf = (text: string, cents: number): OfferCost['kind'] => {
  if (ALLOWANCE.test(text)) return 'allowance'
  if (PER_GROUP.test(text)) return 'perGroup'
  if (PER_MONTH.test(text)) return 'perMonth'
  if (PER_NIGHT.test(text)) return 'perNight'
  if (INDICATION.test(text)) return 'indication'
  return cents === 0 ? 'free' : 'amount'
}

/** What an offer costs, from the words of the list; `text` is always kept. */
export const parseCost = (original: string): Reading<OfferCost> => {
  const text = original.trim()
  const without = (kind: OfferCost['kind'], ...notes: Note[]) => reading({ kind, text }, ...notes)
  if (FREE.test(text)) return without('free')
  if (isBlank(text)) return without('unknown')
  if (BY_LAW.test(text)) return without('indication', note('repaired', 'cost.byLaw'))
  const amounts = amountsIn(text)
  const highest = Math.max(...amounts)
  if (amounts.some(cents => cents < 0)) return without('unknown', note('doubtful', 'cost.negative'))
  if (amounts.length > 1)
    return reading(
      { kind: kindOf(text, highest), cents: highest, text },
      note('doubtful', 'cost.several', (highest / 100).toFixed(2)),
    )
  if (amounts.length === 1) {
    const kind = kindOf(text, highest)
    return kind === 'free' ? without('free') : reading({ kind, cents: highest, text })
  }
  if (ALLOWANCE.test(text)) return without('allowance')
  if (INDICATION.test(text)) return without('indication')
  return without('unknown', note('doubtful', 'cost.unreadable'))
}
