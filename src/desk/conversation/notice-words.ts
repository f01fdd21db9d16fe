import { readDayAsSaid } from '#kernel'
import type { FormFields, PageRequest } from '#platform'
import { type PlainHint, plainHints } from '#plans'
import { sayDay } from '#ui'
import { type P, planTexts } from './plan-texts.ts'

type Done = PageRequest & { readonly fields: FormFields }

/** What was understood of a day that was said, so that a mistake is seen at once. */
const understood = (request: Done, names: readonly string[]): readonly string[] => {
  const { t } = planTexts(request.lang)
  return names.flatMap(name => {
    const words = request.fields.text(name).trim()
    const day = words === '' ? undefined : readDayAsSaid(words, request.today)
    return day === undefined ? [] : [t('day.understood', { words, day: sayDay(day, request.today, request.lang) })]
  })
}

export const hintWords = (hint: PlainHint, t: P): string => {
  switch (hint.kind) {
    case 'longSentence':
      return t('tip.longSentence')
    case 'longWord':
    case 'passive':
      return t(`tip.${hint.kind}`, { word: hint.word })
    case 'jargon':
      return t('tip.jargon', { word: hint.word, instead: hint.instead })
  }
}

/** One tip is enough, and only for what was written in Dutch; what was written stays as it is. */
const tip = (request: Done, names: readonly string[]): readonly string[] => {
  const { t } = planTexts(request.lang)
  if ((request.fields.optional('language') ?? 'nl') !== 'nl') return []
  const [hint] = names.flatMap(name => plainHints(request.fields.text(name)))
  return hint === undefined ? [] : [`${t('tip.start')} ${hintWords(hint, t)}`]
}

/** What was saved, which day that is, and at most one tip. */
export const savedWords = (
  request: Done,
  saved: string,
  fields: { readonly days: readonly string[]; readonly sentences: readonly string[] },
): string => [saved, ...understood(request, fields.days), ...tip(request, fields.sentences)].join(' ')
