import { z } from 'zod'

/**
 * As typed, normalised to NFC, line ends to \n, outer white space trimmed. NUL and lone surrogates are refused, not silently
 * removed: PostgreSQL cannot hold them and nothing may be altered unseen. Checks in a row, no pipes: these are parsed most.
 */
const typed = () =>
  z
    .string()
    .refine(text => !text.includes('\0') && text.isWellFormed(), { error: 'characters', abort: true })
    .overwrite(text => text.normalize('NFC').replace(/\r\n?/g, '\n').trim())

export const freeText = (max: number, min = 0) => typed().min(min).max(max)

/** One line of text: line breaks become spaces. */
export const lineText = (max: number, min = 1) =>
  typed()
    .overwrite(text => text.replace(/\s+/g, ' '))
    .min(min)
    .max(max)

/** Lower case without accents or punctuation: for comparing names, never for showing. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
