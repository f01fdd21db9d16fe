import { defineTexts, type KeyOf } from '#ui'
import ar from './ar.json'
import en from './en.json'
import nl from './nl.json'

export const signInTexts = defineTexts({ nl, en, ar, name: 'sign-in' })
export type SignInKey = KeyOf<typeof signInTexts>
