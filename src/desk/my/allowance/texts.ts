import { defineTexts } from '#ui'
import ar from './ar.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const allowanceTexts = defineTexts({ nl, en, ar, name: 'my-allowance' })
export type AllowanceT = ReturnType<typeof allowanceTexts>['t']
