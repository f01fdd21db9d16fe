import { defineTexts, type Lang } from '#ui'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import labelsAr from './labels.ar.json' with { type: 'json' }
import labelsEn from './labels.en.json' with { type: 'json' }
import labelsNl from './labels.nl.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const dataTexts = defineTexts({ nl, en, ar, name: 'my-data' })
export type DataT = ReturnType<typeof dataTexts>['t']

const labelTexts = defineTexts({ nl: labelsNl, en: labelsEn, ar: labelsAr, name: 'my-data-labels' })
type LabelKey = Parameters<ReturnType<typeof labelTexts>['t']>[0]
const KNOWN: ReadonlySet<string> = new Set(
  Object.entries(labelsNl).flatMap(([group, words]) => Object.keys(words).map(key => `${group}.${key}`)),
)
const isKnown = (key: string): key is LabelKey => KNOWN.has(key)

export const hasTableLabel = (table: string): boolean => isKnown(`table.${table}`)

/** In plain words; undefined when nobody wrote them yet. */
export const labelOf = (group: 'table' | 'column' | 'value', name: string, lang: Lang): string | undefined => {
  const key = `${group}.${name}`
  return isKnown(key) ? labelTexts(lang).t(key) : undefined
}
