/** A line of the script, or a piece of the rows between `COPY … FROM stdin;` and `\.`. */
export type Piece = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'rows'; readonly data: Buffer }

const newline = 10
/** A row of COPY's text form never holds a bare backslash and dot, so this ends the rows and nothing else. */
const terminator = Buffer.from('\n\\.\n')

/** Takes a backup apart as it streams by; holds no more than one chunk. */
export async function* pieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Piece> {
  let rest: Buffer = Buffer.alloc(0)
  let inRows = false
  for await (const chunk of chunks) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    for (;;) {
      if (inRows) {
        const end = rest.indexOf(terminator)
        // The line break before the rows is kept in `rest`, so that no rows at all are found too.
        const upTo = end === -1 ? rest.length - terminator.length : end
        if (upTo > 0) yield { kind: 'rows', data: rest.subarray(1, upTo + 1) }
        if (upTo > 0) rest = rest.subarray(upTo)
        if (end === -1) break
        rest = rest.subarray(terminator.length)
        inRows = false
      } else {
        const end = rest.indexOf(newline)
        if (end === -1) break
        const text = rest.toString('utf8', 0, end)
        inRows = text.startsWith('COPY ')
        rest = rest.subarray(inRows ? end : end + 1)
        yield { kind: 'line', text }
      }
    }
  }
}
