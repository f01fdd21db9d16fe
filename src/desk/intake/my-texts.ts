import { defineTexts } from '#ui'
import ar from './my.ar.json' with { type: 'json' }
import en from './my.en.json' with { type: 'json' }
import nl from './my.nl.json' with { type: 'json' }

export const openTexts = defineTexts({ nl, en, ar, name: 'my-life-areas' })
export type OpenT = ReturnType<typeof openTexts>['t']
