/** Known words by length, so that only words of about the same length are compared. */
export type WordsByLength = ReadonlyMap<number, readonly string[]>

export const byLength = (words: Iterable<string>): WordsByLength => {
  const groups = new Map<number, string[]>()
  for (const word of [...new Set(words)].sort()) {
    const group = groups.get(word.length)
    if (group === undefined) groups.set(word.length, [word])
    else group.push(word)
  }
  return groups
}

const SHORTEST_CORRECTED = 4
const LONG_WORD = 8

/** In a shorter word one other letter makes another word (sterk, steek); only a swap or a double letter is a slip there. */
const SURE_WORD = 6

const lettersOf = (word: string): string => [...new Set(word.split(''))].sort().join('')
const hasSameLetters = (a: string, b: string): boolean => lettersOf(a) === lettersOf(b)

/** The nearest known word with the same first letter: one slip away, or two in a long word. Undefined when there is none. */
export const correctSpelling = (word: string, known: WordsByLength): string | undefined => {
  if (word.length < SHORTEST_CORRECTED) return undefined
  const allowed = word.length >= LONG_WORD ? 2 : 1
  let best: string | undefined
  let fewest = allowed + 1
  for (let length = word.length - allowed; length <= word.length + allowed; length += 1)
    for (const candidate of known.get(length) ?? []) {
      if (candidate[0] !== word[0] || (word.length < SURE_WORD && !hasSameLetters(word, candidate))) continue
      const slips = slipsBetween(word, candidate, fewest - 1)
      if (slips < fewest) [best, fewest] = [candidate, slips]
    }
  return best
}

/** Optimal string alignment: a missing, extra, wrong or swapped letter is one slip. Stops counting above `most`. */
export const slipsBetween = (a: string, b: string, most: number): number => {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let lowest = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let slips = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (beforePrevious[j - 2] ?? 0) + 1)
      row.push(slips)
      lowest = Math.min(lowest, slips)
    }
    if (lowest > most) return most + 1
    beforePrevious = previous
    previous = row
  }
  return previous[b.length] ?? most + 1
}
