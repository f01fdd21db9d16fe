import type { Answers } from '../domain/filled.ts'

/** One view in a drawing: whose or of when, and what was answered. The first is drawn with a full line, the second with dashes. */
export interface FigureView {
  readonly label: string
  readonly answers: Answers
}

/** The look of the first and the second view; never by colour alone. */
export const LOOKS = ['one', 'other'] as const
export const lookOf = (at: number): (typeof LOOKS)[number] => LOOKS[at] ?? 'other'
