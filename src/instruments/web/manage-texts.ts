import { defineTexts } from '#ui'
import en from './manage.en.json' with { type: 'json' }
import nl from './manage.nl.json' with { type: 'json' }

export const manageTexts = defineTexts({ nl, en })
export type ManageT = ReturnType<typeof manageTexts>['t']
