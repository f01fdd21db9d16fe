import { defineTexts, type KeyOf, type Translate } from '#ui'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const progressTexts = defineTexts({ nl, en })
export type ProgressT = Translate<KeyOf<typeof progressTexts>>
