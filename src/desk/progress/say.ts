import { CalendarDay, Law } from '#kernel'
import type { HistoryEntry, TypeView } from '#trajectories'
import { type Lang, sayDate, sayLaw } from '#ui'
import type { ProgressPart } from './part.ts'

export const inLang = (named: { readonly nl: string; readonly en: string }, lang: Lang): string =>
  lang === 'en' ? named.en : named.nl

type Change = HistoryEntry['changes'][number]
type Value = Change['was']

/** The name of a phase, also of a kind that it was before. */
export const sayPhase = (key: string, types: readonly TypeView[], lang: Lang): string => {
  const phase = types.flatMap(type => type.phases).find(each => each.key === key)
  return phase === undefined ? key : inLang(phase, lang)
}

/** What stood in a field, as somebody reads it. */
export const sayValue = (field: Change['field'], value: Value, part: ProgressPart): string => {
  const { t, data, context } = part
  const { lang, today } = context
  if (value === null || value === '') return t('history.nothing')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  switch (field) {
    case 'state':
    case 'resumesTo':
      return t(`state.${value as 'intake'}`)
    case 'type': {
      const type = data.types.find(each => each.type === value)
      return type === undefined ? value : inLang(type.label, lang)
    }
    case 'law':
      return sayLaw(Law.parse(value), lang)
    case 'phase':
      return sayPhase(value, [part.trajectory.kind, ...data.types], lang)
    case 'pauseReason':
      return t(`pauseReason.${value as 'health'}`)
    case 'endReason':
      return t(`endReason.${value as 'toWork'}`)
    case 'phaseSince':
    case 'startedOn':
    case 'plannedEndOn':
    case 'extendedFrom':
    case 'pausedOn':
    case 'returnOn':
    case 'endedOn':
      return sayDate(CalendarDay.parse(value), today, lang)
    default:
      return value
  }
}
