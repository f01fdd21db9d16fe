import type { LifeArea } from '#trajectories'
import { defineTexts, type Lang } from '#ui'
import areasAr from './areas.ar.json' with { type: 'json' }
import areasEn from './areas.en.json' with { type: 'json' }
import areasNl from './areas.nl.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }

export const intakeTexts = defineTexts({ nl, en })
export type IntakeT = ReturnType<typeof intakeTexts>['t']

const areas = defineTexts({ nl: areasNl, en: areasEn, ar: areasAr, name: 'life-areas' })
/** A life area by its name, also for participants. */
export const sayLifeArea = (area: LifeArea, lang: Lang): string => areas(lang).t(area)
