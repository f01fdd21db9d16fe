import { accept, type Decision } from '#kernel'
import { refuseFile } from '../domain/import/read-cells.ts'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

export interface DecodedText {
  readonly encoding: Encoding
  /** Without byte order mark. A NUL is shown as ␀, which no row with it survives (finding `text.unreadable`). */
  readonly text: string
}

/** Largest list that is read; 20,000 rows of the example are about 5 MB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, i) => bytes[i] === byte)

const strict = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const REPLACEMENT = '\uFFFD'

/**
 * Bytes that are not UTF-8: another encoding, or UTF-8 that was damaged? Damaged when sequences of two or more bytes were
 * read well at least as often as they were not; then the line is named, because guessing would garble every accent.
 */
const damagedLine = (bytes: Uint8Array): number | undefined => {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const wrong = lenient.split(REPLACEMENT).length - 1
  const good = lenient.length - lenient.replace(/[^\0-\x7F\uFFFD]/g, '').length
  return good >= wrong ? lenient.slice(0, lenient.indexOf(REPLACEMENT)).split('\n').length : undefined
}

/** UTF-16 without a mark: in western text every second byte is 0. */
const unmarkedUtf16 = (bytes: Uint8Array): Encoding | undefined => {
  const head = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length * 0.3 && even < head.length * 0.05) return 'utf-16le'
  return even > head.length * 0.3 && odd < head.length * 0.05 ? 'utf-16be' : undefined
}

const markedEncoding = (bytes: Uint8Array): Encoding | undefined => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined
}

const decoded = (encoding: Encoding, text: string): Decision<DecodedText> =>
  text.trim() === '' ? refuseFile('empty') : accept({ encoding, text: text.replaceAll('\0', '␀') })

/** Bytes of a file → text. Recognises the encoding; what cannot be read is refused with the reason, never replaced unseen. */
export const decodeText = (bytes: Uint8Array): Decision<DecodedText> => {
  if (bytes.length === 0) return refuseFile('empty')
  if (bytes.length > MAX_FILE_BYTES) return refuseFile('tooLarge', { max: MAX_FILE_BYTES })
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuseFile('spreadsheet')
  const wide = markedEncoding(bytes) ?? unmarkedUtf16(bytes)
  if (wide === 'utf-16le' || wide === 'utf-16be') {
    const text = strict(bytes, wide)
    return text === undefined ? refuseFile('invalidUtf16') : decoded(wide, text)
  }
  const zeros = bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0)
  if (zeros > 16 && zeros > bytes.length / 100) return refuseFile('binary')
  const text = strict(bytes, 'utf-8')
  if (text !== undefined) return decoded('utf-8', text)
  const line = wide === 'utf-8' ? (damagedLine(bytes) ?? 1) : damagedLine(bytes)
  if (line !== undefined) return refuseFile('invalidUtf8', { line })
  return decoded('windows-1252', new TextDecoder('windows-1252').decode(bytes))
}
