import { type FilledView, type Localised, type Questionnaire, sayIn } from '#instruments'
import type { PageContext } from '#platform'
import { sayDate } from '#ui'
import type { PlaceKind } from './place.ts'
import type { InstrumentT } from './texts.ts'

/** A text of a questionnaire: in the language of the page, or in Dutch and then marked so. */
export const Text = ({ text, lang }: { readonly text: Localised; readonly lang: PageContext['lang'] }) => {
  const { words, lang: other } = sayIn(text, lang)
  return other === undefined ? (
    <>{words}</>
  ) : (
    <span lang={other} dir="auto">
      {words}
    </span>
  )
}
export const sayText = (text: Localised, lang: PageContext['lang']): string => sayIn(text, lang).words

/** What each part of these pages gets. */
export interface Reader {
  readonly kind: PlaceKind
  /** How the person wants to be called. */
  readonly name: string
  readonly context: PageContext
  readonly t: InstrumentT
}

/** Whose view it is, for who reads it. */
export const sayView = ({ view, by }: Pick<FilledView, 'view' | 'by'>, { kind, name, t }: Reader): string => {
  switch (view) {
    case 'participant':
      return kind === 'own' ? t('views.you') : t('views.participant', { name })
    case 'coach':
      return t('views.coach', { name: by })
    case 'together':
      return t('views.together')
  }
}

/** The same in a word or two, for a column or a legend. */
export const sayWho = ({ view, by }: Pick<FilledView, 'view' | 'by'>, { kind, name, t }: Reader): string => {
  switch (view) {
    case 'participant':
      return kind === 'own' ? t('views.shortYou') : name
    case 'coach':
      return by
    case 'together':
      return t('views.shortTogether')
  }
}

export const sayWhen = ({ finishedOn, startedOn }: FilledView, { context }: Reader): string =>
  sayDate(finishedOn ?? startedOn, context.today, context.lang)

/** The name of whatever can be marked or spoken about. */
export const nameOf = (questionnaire: Questionnaire, key: string): Localised | undefined => {
  if (questionnaire.kind === 'ladder') return undefined
  for (const dimension of questionnaire.dimensions) {
    if (dimension.key === key) return dimension.name
    if ('topics' in dimension) {
      const topic = dimension.topics.find(each => each.key === key)
      if (topic !== undefined) return topic.text
    } else {
      const item = dimension.items.find(each => each.key === key)
      if (item !== undefined) return dimension.items.length === 1 ? dimension.name : item.text
    }
  }
  return undefined
}

/** The words of an answer: a grade, yes or no, or the label on the scale. */
export const sayAnswer = (questionnaire: Questionnaire, key: string, value: number | undefined, reader: Reader): string => {
  const { context, t } = reader
  if (value === undefined) return t('answer.none')
  if (questionnaire.kind === 'web') return String(value)
  if (questionnaire.kind === 'ladder') return t(value === 1 ? 'answer.yes' : 'answer.no')
  const item = questionnaire.dimensions.flatMap(dimension => dimension.items).find(each => each.key === key)
  const option = (item?.options ?? questionnaire.scale).find(each => each.value === value)
  return option === undefined ? String(value) : sayText(option.label, context.lang)
}
