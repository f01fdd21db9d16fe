/** Width of a letter as a share of the font size: a little above the average of the font, so that words fit. */
const LETTER = 0.52
const WIDE = /[\u0600-\u06ff]/

/** An estimate: the server cannot measure. Arabic letters run closer together. */
export const textWidth = (text: string, size: number): number => text.length * size * (WIDE.test(text) ? 0.46 : LETTER)

const letters = (width: number, size: number): number => Math.max(3, Math.floor(width / (size * LETTER)))

/** Cut at the last whole word where that leaves enough, with an ellipsis. */
export const shorten = (text: string, max: number): string => {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > max * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** One line within `width`. */
export const fitLine = (text: string, width: number, size: number): string => shorten(text, letters(width, size))

/** At most `lines` lines within `width`; the last is shortened when the text is longer. */
export const wrapText = (text: string, width: number, size: number, lines: number): readonly string[] => {
  const max = letters(width, size)
  const wrapped: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = wrapped.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= max) wrapped[wrapped.length - 1] = `${last} ${word}`
    else wrapped.push(word)
  }
  if (wrapped.length <= lines) return wrapped.map(line => shorten(line, max))
  const kept = wrapped.slice(0, lines).map(line => shorten(line, max))
  const last = kept[lines - 1] ?? ''
  kept[lines - 1] = last.endsWith('…') ? last : `${last.length >= max ? last.slice(0, max - 1).trimEnd() : last}…`
  return kept
}
