import { defineTexts } from '#ui'
import ar from './figure.ar.json' with { type: 'json' }
import en from './figure.en.json' with { type: 'json' }
import nl from './figure.nl.json' with { type: 'json' }

export const figureTexts = defineTexts({ nl, en, ar, name: 'instrument-figures' })
