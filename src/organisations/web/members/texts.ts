import { defineTexts } from '#ui'
import en from './en.json'
import nl from './nl.json'

export const memberTexts = defineTexts({ nl, en })
export type MemberTexts = ReturnType<typeof memberTexts>['t']
