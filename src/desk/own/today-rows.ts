import type { PageContext } from '#platform'
import { sayWeekday } from '#ui'
import type { Today } from '../today/get-today.ts'
import { type Signal, urgencyOf } from '../today/signal.ts'
import { deskPaths } from '../web/paths.ts'
import { ownTexts } from './texts.ts'

/** For Today: what people asked to correct and waits for an answer, until it has one. */
export const correctionSignals = (corrections: Today['corrections'], { lang, today }: PageContext): readonly Signal[] => {
  const { t } = ownTexts(lang)
  return corrections.map(({ correctionId, participantId, name, about, answerBy, goalsByArea }) => ({
    key: `correction-${correctionId}`,
    urgency: urgencyOf(answerBy, today),
    day: answerBy,
    title: t('today.title', { name, about: t(`about.${about}`) }),
    why: t('today.detail', { day: sayWeekday(answerBy, today, lang) }),
    action: t('today.action'),
    href: `${deskPaths.own(participantId)}#vraag-${correctionId}`,
    goalsByArea,
  }))
}
