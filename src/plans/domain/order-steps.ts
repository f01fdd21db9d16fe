/** The order after one moves up or down; undefined when it is already at that end, or not in the list. */
export const moved = <Id extends string>(order: readonly Id[], id: Id, direction: 'up' | 'down'): readonly Id[] | undefined => {
  const from = order.indexOf(id)
  const to = direction === 'up' ? from - 1 : from + 1
  const other = order[to]
  if (from < 0 || other === undefined) return undefined
  return order.map((each, index) => (index === from ? other : index === to ? id : each))
}
