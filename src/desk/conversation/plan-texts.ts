import { defineTexts } from '#ui'
import en from './plan.en.json' with { type: 'json' }
import nl from './plan.nl.json' with { type: 'json' }

/** Words about goals, steps, recognition and agreements beside those of the conversation's own frame. */
export const planTexts = defineTexts({ nl, en })
export type P = ReturnType<typeof planTexts>['t']
