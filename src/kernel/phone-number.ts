import { z } from 'zod'

/** A telephone number as E.164 writes it: `+31612345678`. */
export const PhoneNumber = z
  .string()
  .regex(/^\+[1-9]\d{7,14}$/)
  .brand<'PhoneNumber'>()
export type PhoneNumber = z.infer<typeof PhoneNumber>

const DUTCH = '31'
/** Significant digits after +31 (Nummerplan telefoon- en ISDN-diensten). */
const DUTCH_DIGITS = 9

const withCountry = (digits: string): string | undefined => {
  if (digits.startsWith('+')) return digits
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  return digits.startsWith('0') ? `+${DUTCH}${digits.slice(1)}` : undefined
}

/**
 * A number as people write it ("06 12 34 56 78", "0031 (0)6-1234 5678", "+963 11 …"), as E.164. Without a country it is Dutch.
 * undefined: no such number.
 */
export const phoneNumberOf = (typed: string): PhoneNumber | undefined => {
  const bare = typed.replace(/\(0\)/g, '').replace(/[\s().\-/\u2010-\u2015\u200e\u200f]/g, '')
  if (!/^\+?\d+$/.test(bare)) return undefined
  const number = withCountry(bare)
  if (number === undefined) return undefined
  if (number.startsWith(`+${DUTCH}`) && number.length !== 1 + DUTCH.length + DUTCH_DIGITS) return undefined
  const parsed = PhoneNumber.safeParse(number)
  return parsed.success ? parsed.data : undefined
}

/** Whether a text message reaches it, as far as is known: of Dutch numbers only mobile ones (06, 097). */
export const canGetTexts = (number: PhoneNumber): boolean => !number.startsWith(`+${DUTCH}`) || /^\+31(6|97)/.test(number)
