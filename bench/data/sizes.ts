/** How much data: 342 municipalities of unequal size (facts of the field: Zipf, the largest tens of thousands). */
export interface Sizes {
  readonly participants: number
  readonly notesEach: number
  readonly offers: number
  readonly municipalities: number
}

export const DEFAULT_SIZES: Sizes = { participants: 30_000, notesEach: 20, offers: 10_000, municipalities: 342 }

/** Each size divided or multiplied, the number of municipalities as it is. */
export const scaled = (sizes: Sizes, factor: number): Sizes => ({
  ...sizes,
  participants: Math.round(sizes.participants * factor),
  offers: Math.round(sizes.offers * factor),
})

/** Shares of the total that fall off as 1 / rank, at least one each. */
export const zipf = (total: number, parts: number): readonly number[] => {
  const weights = Array.from({ length: parts }, (_, i) => 1 / (i + 1))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map(weight => Math.max(1, Math.round((total * weight) / sum)))
}
