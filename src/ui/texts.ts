import ar from './ar.json'
import en from './en.json'
import { defineTexts } from './i18n.ts'
import nl from './nl.json'

/** Words of the kit itself. */
export const uiTexts = defineTexts({ nl, en, ar, name: 'ui' })
