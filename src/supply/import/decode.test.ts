import { describe, expect, it } from 'vitest'
import { decodeText, MAX_FILE_BYTES } from './decode.ts'

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? [...Buffer.from(part, 'utf8')] : part)))
const reasonOf = (input: Uint8Array) => {
  const read = decodeText(input)
  return read.ok ? 'read' : read.details
}

describe('given a list in some encoding, when it is decoded', () => {
  it.each([
    ['utf-8 without mark', bytes('Naam;Café €'), 'utf-8'],
    ['utf-8 with mark', bytes([0xef, 0xbb, 0xbf], 'Naam;Café €'), 'utf-8'],
    ['windows-1252', bytes('Naam;Caf', [0xe9], ' ', [0x80]), 'windows-1252'],
    ['utf-16 with mark', new Uint8Array([0xff, 0xfe, ...Buffer.from('Naam;Café €', 'utf16le')]), 'utf-16le'],
    ['utf-16 big endian with mark', new Uint8Array([0xfe, 0xff, ...Buffer.from('Naam;Café €', 'utf16le').swap16()]), 'utf-16be'],
    ['utf-16 without mark', new Uint8Array(Buffer.from('Naam;Café €', 'utf16le')), 'utf-16le'],
  ])('then %s gives the same text', (_name, input, encoding) => {
    expect(decodeText(input)).toEqual({ ok: true, value: { encoding, text: 'Naam;Café €' } })
  })

  it('then UTF-8 that was damaged is refused with its line instead of garbling every accent', () => {
    expect(reasonOf(bytes('Naam\nCafé één\nkapot ', [0xe2, 0x82], '\n'))).toEqual({ reason: 'invalidUtf8', line: 3 })
  })
  it('then a spreadsheet is refused as a spreadsheet', () => {
    expect(reasonOf(bytes('PK', [3, 4], 'xl/workbook.xml'))).toEqual({ reason: 'spreadsheet' })
  })
  it('then a picture is refused as no text', () => {
    expect(
      reasonOf(
        bytes(
          [0x89, 0x50],
          Array.from({ length: 300 }, (_, i) => (i % 3 ? 0 : i % 256)),
        ),
      ),
    ).toEqual({ reason: 'binary' })
  })
  it('then a single NUL stays visible', () => {
    expect(decodeText(bytes('Naam\nA', [0], 'B'))).toMatchObject({ value: { text: 'Naam\nA␀B' } })
  })
  it.each([
    ['no bytes', new Uint8Array(), 'empty'],
    ['only blanks', bytes(' \r\n '), 'empty'],
    ['too many bytes', new Uint8Array(MAX_FILE_BYTES + 1), 'tooLarge'],
    ['half a character of UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0, 0, 0xd8]), 'invalidUtf16'],
  ])('then %s is refused', (_name, input, reason) => {
    expect(reasonOf(input)).toMatchObject({ reason })
  })
})
