import { defineTexts } from '#ui'
import en from './en.json' with { type: 'json' }
import myAr from './my.ar.json' with { type: 'json' }
import myEn from './my.en.json' with { type: 'json' }
import myNl from './my.nl.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }
import paperAr from './paper.ar.json' with { type: 'json' }
import paperEn from './paper.en.json' with { type: 'json' }
import paperNl from './paper.nl.json' with { type: 'json' }

/** For whoever writes and whoever decides. */
export const adviceTexts = defineTexts({ nl, en })
export type AdviceT = ReturnType<typeof adviceTexts>['t']
/** What stands in the advice itself, for everybody who reads it. */
export const paperTexts = defineTexts({ nl: paperNl, en: paperEn, ar: paperAr, name: 'advice-paper' })
export type PaperT = ReturnType<typeof paperTexts>['t']
export const myAdviceTexts = defineTexts({ nl: myNl, en: myEn, ar: myAr, name: 'my-advice' })
