import { z } from 'zod'

/**
 * Free text as typed: normalised to NFC, line ends to \n, outer white space trimmed. NUL and lone surrogates are
 * refused, not silently removed: PostgreSQL cannot hold them and nothing may be altered unseen.
 */
export const freeText = (max: number, min = 0) =>
  z
    .string()
    .refine(text => !text.includes('\0') && text.isWellFormed(), { error: 'characters' })
    .transform(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(min).max(max))

/** One line of text: line breaks become spaces. */
export const lineText = (max: number, min = 1) =>
  freeText(max * 2)
    .transform(text => text.replace(/\s+/g, ' '))
    .pipe(z.string().min(min).max(max))

/** Lower case without accents or punctuation: for comparing names, never for showing. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
