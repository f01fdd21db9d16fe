import { z } from 'zod'

export const Direction = z.enum(['up', 'down'])
export type Direction = z.infer<typeof Direction>

/** Where something stands after it moved: place 1 of 3. */
export const PlaceInOrder = z.object({ place: z.int().positive(), of: z.int().positive() })

/** The order after one moves up or down; undefined when it is already at that end, or not in the list. */
export const moved = <Id extends string>(order: readonly Id[], id: Id, direction: Direction): readonly Id[] | undefined => {
  const from = order.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  const other = order[to]
  if (from < 0 || other === undefined) return undefined
  return order.map((each, index) => (index === from ? other : index === to ? id : each))
}

/** The same when only some are shown beside each other: it changes places with the next of those. */
export const movedPast = <Id extends string>(
  order: readonly Id[],
  peers: ReadonlySet<Id>,
  id: Id,
  direction: Direction,
): readonly Id[] | undefined => {
  const shown = moved(
    order.filter(each => peers.has(each)),
    id,
    direction,
  )
  if (shown === undefined) return undefined
  const rest = [...shown]
  return order.map(each => (peers.has(each) ? (rest.shift() ?? each) : each))
}
