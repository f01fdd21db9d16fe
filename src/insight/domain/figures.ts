import { z } from 'zod'
import { Law, WheelArea } from '#kernel'

/** A count of what people have or want; absent when too few people stand behind it. */
const Count = z.int().min(0).optional()

/** One area of the wheel, over everybody in the municipality. */
export const AreaFigures = z.object({
  area: WheelArea,
  people: Count,
  openGoals: Count,
  reachedGoals: Count,
  unmetWishes: Count,
  /** Offers are nobody's, so they are always shown. */
  offers: z.int().min(0),
  laws: z.array(Law).readonly(),
})
export type AreaFigures = Readonly<z.infer<typeof AreaFigures>>

export const MEASURES = ['openGoals', 'reachedGoals', 'unmetWishes'] as const
export type Measure = (typeof MEASURES)[number]

/** What is shown, added up. `complete` is false when something was kept back: then it says nothing about that. */
export interface Total {
  readonly sum: number
  readonly complete: boolean
}

export const totalOf = (areas: readonly AreaFigures[], measure: Measure): Total => {
  const shown = areas.map(area => area[measure]).filter(count => count !== undefined)
  return { sum: shown.reduce((sum, count) => sum + count, 0), complete: shown.length === areas.length }
}

/** The area in which a measure is largest, of those that are shown; undefined when none stands out. */
export const largest = (areas: readonly AreaFigures[], measure: Measure): AreaFigures | undefined => {
  const [first, second] = areas.filter(area => (area[measure] ?? 0) > 0).toSorted((a, b) => (b[measure] ?? 0) - (a[measure] ?? 0))
  return first !== undefined && first[measure] !== second?.[measure] ? first : undefined
}

/** Something is wanted here, and there is little or nothing to offer: fewer offers than open goals. */
export const isShort = ({ openGoals, offers }: AreaFigures): boolean => openGoals !== undefined && openGoals > offers
