export type Seat = { readonly state: 'placed' } | { readonly state: 'waiting'; readonly queuePosition: number }

/**
 * A newcomer gets a place when one is left over after those who were waiting already; else a place in the queue.
 * `left` is undefined when nobody ever said how many places there are.
 */
export const seatFor = (left: number | undefined, waiting: number): Seat =>
  left === undefined || left > waiting ? { state: 'placed' } : { state: 'waiting', queuePosition: waiting + 1 }

/** May the one at this place in the queue take a place now? */
export const canTakePlace = (left: number | undefined, queuePosition: number): boolean =>
  left === undefined || queuePosition <= left
