import { clockTimeIn } from '#kernel'
import type { PageContext } from '#platform'
import { defineTexts, sayDay, sayTime } from '#ui'
import en from './en.json' with { type: 'json' }
import measuredEn from './measured.en.json' with { type: 'json' }
import measuredNl from './measured.nl.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }
import { dayOfInstant, type ReviewLine } from './read-reviews.ts'

export const reviewTexts = defineTexts({ nl, en })
/** What was filled in, laid beside each other. */
export const measuredTexts = defineTexts({ nl: measuredNl, en: measuredEn, name: 'review-measured' })
export type ReviewT = ReturnType<typeof reviewTexts>['t']

/** The day that counts for how it stands, with the time when one was made. */
export const sayWhen = (review: ReviewLine, { lang, today }: PageContext, t: ReviewT): string => {
  const { standing, startsAt, heldOn, holdUntil, plannedOn } = review
  const planned = startsAt === undefined ? plannedOn : dayOfInstant(startsAt)
  const day = standing === 'held' ? (heldOn ?? planned) : standing === 'onHold' ? (holdUntil ?? planned) : planned
  const words = t(`when.${standing}`, { day: sayDay(day, today, lang) })
  if (startsAt === undefined || standing === 'onHold') return words
  return `${words}, ${t('at', { time: sayTime(clockTimeIn(new Date(startsAt)), lang) })}`
}

export const toneOf = (standing: ReviewLine['standing']): 'orange' | 'green' | 'stone' =>
  standing === 'overdue' ? 'orange' : standing === 'held' ? 'green' : 'stone'
