/** The one place where time comes in; tests hand in their own. */
export interface Clock {
  readonly now: () => Date
}
export const systemClock: Clock = { now: () => new Date() }
export const fixedClock = (instant: string): Clock => ({ now: () => new Date(instant) })
