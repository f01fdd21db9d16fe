import { defineTexts } from '#ui'
import type { KeyOf } from '#ui'
import ar from './wheel.ar.json'
import en from './wheel.en.json'
import nl from './wheel.nl.json'

export const wheelTexts = defineTexts({ nl, en, ar, name: 'wheel' })
export type WheelTexts = ReturnType<typeof wheelTexts>
export type WheelTextKey = KeyOf<typeof wheelTexts>
