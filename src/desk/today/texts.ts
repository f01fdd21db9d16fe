import { defineTexts } from '#ui'
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const todayTexts = defineTexts({ nl, en })
export type TodayT = ReturnType<typeof todayTexts>['t']
