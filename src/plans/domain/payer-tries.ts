import { accept, type Decision, refuse } from '#kernel'

/**
 * An organisation that pays is told one word about what others paid: talk with the coach first. Whoever may ask that word
 * without end finds the amount. So it is counted, per organisation and person, over a month: our own bounds, no law.
 */
export const TRIES_DAYS = 31
/** More than one every day is no allowance for volunteering. */
const MOST_ENTERED = 40
/** Room for a few mistakes that are put right; a search of the amount needs more. */
const MOST_PROBED = 6

export interface PayerTries {
  /** Payments that were entered. */
  readonly entered: number
  /** Those that told something new, and what was taken back or put back. */
  readonly probed: number
}

/** Whether it has to go through the coach from now on. */
export const isThroughCoach = ({ entered, probed }: PayerTries): boolean => entered >= MOST_ENTERED || probed >= MOST_PROBED

export const mayTry = (tries: PayerTries, field?: string): Decision<undefined, 'tooMany'> =>
  isThroughCoach(tries) ? refuse('tooMany', field) : accept(undefined)

/**
 * Whether the answer is news. `known`: the word of that month stands beside the name, or an earlier entry was told it; whoever
 * writes down a whole month afterwards learns it once.
 */
export const tellsSomething = (word: { readonly before: boolean; readonly after: boolean; readonly known: boolean }): boolean =>
  word.after && !(word.before && word.known)
