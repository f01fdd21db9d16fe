import { defineTexts } from '#ui'
import en from './en.json' with { type: 'json' }
import letterAr from './letter.ar.json' with { type: 'json' }
import letterEn from './letter.en.json' with { type: 'json' }
import letterNl from './letter.nl.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const inviteTexts = defineTexts({ nl, en })
/** In the language of whoever gets the letter. */
export const letterTexts = defineTexts({ nl: letterNl, en: letterEn, ar: letterAr, name: 'letter' })
