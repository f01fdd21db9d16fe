import type { Filling } from './filled.ts'
import { type Rung, rungOf } from './ladder.ts'
import type { Questionnaire } from './questionnaire.ts'

interface Told {
  readonly marks: readonly string[]
  readonly said: Filling['said']
}

/**
 * The web is for the conversation and never a measure (its makers say so): it has grades by dimension and can have no sum, mean
 * or score. Whatever counts takes a `CountableResult`, and a web is none: that does not compile.
 */
export interface WebResult extends Told {
  readonly kind: 'web'
  /** In the order of the corners; undefined where nothing was given. */
  readonly grades: readonly { readonly key: string; readonly grade: number | undefined }[]
  readonly score?: never
}

export interface LadderResult extends Told {
  readonly kind: 'ladder'
  readonly current: Rung | undefined
  readonly potential: Rung | undefined
  /** What policy may count: the rung. */
  readonly score: Rung | undefined
}

export interface ScaledResult extends Told {
  readonly kind: 'scan' | 'check'
  readonly dimensions: readonly {
    readonly key: string
    readonly items: readonly { readonly key: string; readonly value: number | undefined }[]
  }[]
  /** Mean of what was answered. */
  readonly score: number | undefined
}

export type InstrumentResult = WebResult | LadderResult | ScaledResult
export type CountableResult = LadderResult | ScaledResult

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length

export const resultOf = (questionnaire: Questionnaire, { answers, marks, said }: Filling): InstrumentResult => {
  switch (questionnaire.kind) {
    case 'web':
      return { kind: 'web', grades: questionnaire.dimensions.map(({ key }) => ({ key, grade: answers[key] })), marks, said }
    case 'ladder': {
      const current = rungOf(answers, 'now')
      return { kind: 'ladder', current, potential: rungOf(answers, 'nextYear'), score: current, marks, said }
    }
    case 'scan':
    case 'check': {
      const dimensions = questionnaire.dimensions.map(({ key, items }) => ({
        key,
        items: items.map(item => ({ key: item.key, value: answers[item.key] })),
      }))
      const values = dimensions.flatMap(({ items }) => items.flatMap(({ value }) => (value === undefined ? [] : [value])))
      return { kind: questionnaire.kind, dimensions, score: mean(values), marks, said }
    }
  }
}

/** How far somebody moved between two moments: for what may be counted only. */
export const movedBetween = (first: CountableResult, last: CountableResult): number | undefined =>
  first.score === undefined || last.score === undefined ? undefined : last.score - first.score

/** Corners to talk about first: marked ones, and else the lowest that the person gave; none is wrong. */
export const cornersToTalkAbout = ({ grades, marks }: WebResult): readonly string[] => {
  const marked = grades.flatMap(({ key }) => (marks.includes(key) ? [key] : []))
  if (marked.length > 0) return marked
  const given = grades.flatMap(({ key, grade }) => (grade === undefined ? [] : [{ key, grade }]))
  const lowest = Math.min(...given.map(({ grade }) => grade))
  const highest = Math.max(...given.map(({ grade }) => grade))
  return lowest === highest ? [] : given.flatMap(({ key, grade }) => (grade === lowest ? [key] : []))
}

/** The smallest difference between two views that is worth a word. */
const APART = 2

export interface Pair {
  readonly key: string
  readonly one: number | undefined
  readonly other: number | undefined
}

/** Where two people see it differently; on a scale of a few steps each step counts, between grades two. */
export const differing = (pairs: readonly Pair[], apart = APART): readonly Pair[] =>
  pairs.filter(({ one, other }) => one !== undefined && other !== undefined && Math.abs(one - other) >= apart)
