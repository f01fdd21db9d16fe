import type { JudgedWish } from './fixtures.ts'

/** Precision counts grades 2 and 3 as right; nDCG uses gain 2^grade - 1 and the discount 1 / log2(place + 1). */
export interface Measures {
  readonly p3: number
  readonly p5: number
  readonly ndcg5: number
  readonly ndcg10: number
}

const RIGHT = 2

const precision = (grades: readonly number[], places: number): number =>
  grades.slice(0, places).filter(grade => grade >= RIGHT).length / places

const dcg = (grades: readonly number[], places: number): number =>
  grades.slice(0, places).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0)

const ndcg = (grades: readonly number[], ideal: readonly number[], places: number): number => {
  const best = dcg(ideal, places)
  return best === 0 ? 0 : dcg(grades, places) / best
}

/** The ideal is the order of the judgements themselves, whether or not the ranking found those offers. */
export const measure = (ranked: readonly string[], judged: JudgedWish): Measures => {
  const grades = ranked.map(judged.gradeOf)
  const ideal = [...judged.grades].sort((a, b) => b - a)
  return { p3: precision(grades, 3), p5: precision(grades, 5), ndcg5: ndcg(grades, ideal, 5), ndcg10: ndcg(grades, ideal, 10) }
}

/** What a perfect ranking would score: below 1 where a wish has fewer right offers than places. */
export const ceiling = (judged: JudgedWish): Measures => {
  const ideal = [...judged.grades].sort((a, b) => b - a)
  return { p3: precision(ideal, 3), p5: precision(ideal, 5), ndcg5: 1, ndcg10: 1 }
}

export const meanMeasures = (all: readonly Measures[]): Measures => {
  const mean = (pick: (m: Measures) => number): number => all.reduce((sum, m) => sum + pick(m), 0) / Math.max(1, all.length)
  return { p3: mean(m => m.p3), p5: mean(m => m.p5), ndcg5: mean(m => m.ndcg5), ndcg10: mean(m => m.ndcg10) }
}
