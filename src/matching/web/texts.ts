import { defineTexts } from '#ui'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const matchingTexts = defineTexts({ nl, en })
export type T = ReturnType<typeof matchingTexts>['t']
