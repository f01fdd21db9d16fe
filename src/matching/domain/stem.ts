import snowball from 'snowball-stemmers'

const dutch = snowball.newStemmer('dutch')
const MAX_ROUNDS = 3

/**
 * The stem of a folded Dutch word. Snowball alone leaves forms of one word apart (fiets → "fiet" but fietsen →
 * "fiets", huis/huizen, bos/bossen), so it is repeated until nothing changes and the ending is made the same:
 * no double consonant, no final z or v (in short stems these stay: lezen is not les).
 */
export const stemDutch = (word: string): string => {
  let stem = withoutPlural(word)
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = settleEnding(dutch.stem(stem))
    if (next === stem || next.length < 2) break
    stem = next
  }
  return stem
}

/** Plurals in -s after a vowel (machines, collegas, recepties), which Snowball leaves. */
const withoutPlural = (word: string): string =>
  word.length >= 7 && /(?:[^aeioul][aeo]|ie)s$/.test(word) ? word.slice(0, -1) : word

const settleEnding = (stem: string): string => {
  const last = stem.at(-1)
  const single = stem.length > 3 && last === stem.at(-2) && !/[aeiou]/.test(last ?? '') ? stem.slice(0, -1) : stem
  if (single.length < 4) return single
  return single.replace(/z$/, 's').replace(/v$/, 'f')
}
