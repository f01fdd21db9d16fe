import { defineTexts } from '#ui'
import findingsEn from '../domain/import/findings.en.json' with { type: 'json' }
import findingsNl from '../domain/import/findings.nl.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const supplyTexts = defineTexts({ nl, en })
export type SupplyT = ReturnType<typeof supplyTexts>['t']

/** A sentence for each thing that an import may notice. */
export const findingTexts = defineTexts({ nl: findingsNl, en: findingsEn })
