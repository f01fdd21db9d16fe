import type { PageContext } from '#platform'
import { Badge, Row, sayDate, sayDay } from '#ui'
import type { Today } from '../today/get-today.ts'
import { deskPaths } from '../web/paths.ts'
import { ownTexts } from './texts.ts'

/** For Today: what people asked to correct and waits for an answer, until it has one. */
export const correctionRows = (corrections: Today['corrections'], { lang, today }: PageContext) => {
  const { t } = ownTexts(lang)
  return corrections.map(({ correctionId, participantId, name, about, askedOn, answerBy }) => (
    <Row
      key={`correction-${correctionId}`}
      start={<Badge tone="orange">{t('today.badge')}</Badge>}
      title={t('today.title', { name, about: t(`about.${about}`) })}
      href={`${deskPaths.own(participantId)}#vraag-${correctionId}`}
      detail={t('today.detail', { asked: sayDate(askedOn, today, lang), day: sayDay(answerBy, today, lang) })}
    />
  ))
}
