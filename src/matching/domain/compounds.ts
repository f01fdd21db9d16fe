const SHORTEST_PART = 3
const MOST_PARTS = 4
/** Letters that Dutch puts between the parts of a compound, longest first. */
const LINKS = ['en', 'e', 's', 'n', '']

/**
 * Splits a folded compound into known parts ("taalwandelgroep" → taal, wandel, groep); undefined when it does not
 * fall apart completely. The longest first part wins, so the result does not depend on the order of the lexicon.
 */
export const splitCompound = (word: string, isPart: (part: string) => boolean): readonly string[] | undefined =>
  word.length < 2 * SHORTEST_PART ? undefined : split(word, isPart, MOST_PARTS)

const split = (rest: string, isPart: (part: string) => boolean, partsLeft: number): readonly string[] | undefined => {
  if (partsLeft === 1) return undefined
  for (let length = rest.length - SHORTEST_PART; length >= SHORTEST_PART; length -= 1) {
    const head = rest.slice(0, length)
    if (!isPart(head)) continue
    const tail = rest.slice(length)
    for (const link of LINKS) {
      if (!tail.startsWith(link)) continue
      const last = tail.slice(link.length)
      if (last.length < SHORTEST_PART) continue
      if (isPart(last)) return [head, last]
      const more = split(last, isPart, partsLeft - 1)
      if (more !== undefined) return [head, ...more]
    }
  }
  return undefined
}
