import { z } from 'zod'

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const

/** The 11-test for a Dutch citizen service number: weights 9..2 and -1, sum divisible by 11, not all zeros. */
export const isBsn = (digits: string): boolean => {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false
  return WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11 === 0
}

/** Accepts spaces and dots as people write them; a number of eight digits gets its leading zero back. */
export const Bsn = z
  .string()
  .transform(text => text.replace(/[\s.]/g, ''))
  .transform(text => (/^\d{8}$/.test(text) ? `0${text}` : text))
  .refine(isBsn, { error: 'bsn' })
  .brand<'Bsn'>()
export type Bsn = z.infer<typeof Bsn>
