import { defineTexts } from '#ui'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const regimeTexts = defineTexts({ nl, en })
export type RegimeT = ReturnType<typeof regimeTexts>['t']
