import { createHmac, hkdfSync } from 'node:crypto'

/** Letters and digits that nobody takes for another one: no 0 O 1 I L U V. */
const SIGNS = 'ABCDEFGHJKMNPQRSTWXYZ23456789'
const LENGTH = 10
const GROUP = 5

export interface PaperCodes {
  /** The code on the letter of this invitation: 10 signs (48 bits), told again as long as the letter may be printed. */
  readonly codeOf: (invitationId: string) => string
  /** What the database keeps: without the installation's secret no code can be tried against it. */
  readonly hashOf: (code: string) => Buffer
}

const keyFor = (secret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))

/** Every sign is as likely as every other: bytes beyond the last whole round are left out. */
const signsOf = (bytes: Buffer): string => {
  const fair = 256 - (256 % SIGNS.length)
  return [...bytes]
    .filter(byte => byte < fair)
    .map(byte => SIGNS[byte % SIGNS.length])
    .join('')
    .slice(0, LENGTH)
}

export const createPaperCodes = (secret: string): PaperCodes => {
  const making = keyFor(secret, 'opstap paper invitation 1')
  const hashing = keyFor(secret, 'opstap paper look-up 1')
  return {
    codeOf: id => signsOf(createHmac('sha512', making).update(id).digest()),
    hashOf: code => createHmac('sha256', hashing).update(code).digest(),
  }
}

/** As somebody types it over: small letters, spaces and dashes do not matter. */
export const typedPaperCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/g, '')
    .slice(0, 40)

/** In two groups, as on the letter: `ABCDE-23456`. */
export const groupedPaperCode = (code: string): string => `${code.slice(0, GROUP)}-${code.slice(GROUP)}`

let codes: PaperCodes | undefined
/** Called once at start with the installation's secret. */
export const configurePaperCodes = (secret: string): void => {
  codes = createPaperCodes(secret)
}
export const paperCodes = (): PaperCodes => {
  if (codes === undefined) throw new Error('configurePaperCodes was not called at start')
  return codes
}
