import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieces } from './backup-reader.ts'

async function* cut(text: string, sizes: readonly number[]): AsyncGenerator<Buffer> {
  const data = Buffer.from(text)
  for (let from = 0, index = 0; from < data.length; index += 1) {
    const to = from + (sizes[index % sizes.length] ?? 1)
    yield await Promise.resolve(data.subarray(from, to))
    from = to
  }
}

const read = async (text: string, sizes: readonly number[]): Promise<readonly string[]> => {
  const found: string[] = []
  for await (const piece of pieces(cut(text, sizes))) {
    if (piece.kind === 'line') found.push(`line ${piece.text}`)
    else if (found.at(-1)?.startsWith('rows ')) found.push(found.pop() + piece.data.toString('latin1'))
    else found.push(`rows ${piece.data.toString('latin1')}`)
  }
  return found
}

const text = '-- {}\nCOPY a (b) FROM stdin;\none\n\\\\.\ntwo\\.\n\\.\n-- a\nCOPY empty (b) FROM stdin;\n\\.\n-- b\n'
const parts = [
  'line -- {}',
  'line COPY a (b) FROM stdin;',
  'rows one\n\\\\.\ntwo\\.\n',
  'line -- a',
  'line COPY empty (b) FROM stdin;',
  'line -- b',
]

test('given a script in one chunk, then lines and rows come apart, and a table without rows has none', async () => {
  expect(await read(text, [10_000])).toEqual(parts)
})

test('given the same script in any chunks, then the same parts come out', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }), async sizes => {
      expect(await read(text, sizes)).toEqual(parts)
    }),
  ))
