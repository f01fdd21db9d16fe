import type { Recognition } from '#plans'
import type { PageContext } from '#platform'
import { isolate } from '../say.ts'
import { myTexts } from '../texts.ts'
import { recognitionTexts } from './texts.ts'

/** The words that people chose for it, else what kind it is. */
export const whatIs = ({ kind, words }: Recognition, lang: PageContext['lang']): string => {
  if (words !== '') return isolate(words, lang)
  return kind === 'none' ? recognitionTexts(lang).t('choose.nothing') : myTexts(lang).t(`thanks.kind.${kind}`)
}
