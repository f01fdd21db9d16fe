import { defineTexts, type KeyOf, type Translate } from '#ui'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const trajectoryTexts = defineTexts({ nl, en })
export type T = Translate<KeyOf<typeof trajectoryTexts>>
