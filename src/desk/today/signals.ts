import type { PageContext } from '#platform'
import { sayDate, sayRelative, saySpan, sayWeekday } from '#ui'
import { referralPath } from '../links.ts'
import { correctionSignals } from '../own/today-rows.ts'
import { workSignals } from '../work/today-rows.ts'
import { deskPaths } from '../web/paths.ts'
import type { Today } from './get-today.ts'
import { type Signal, urgencyOf } from './signal.ts'
import { todayTexts } from './texts.ts'

type Of<Key extends keyof Today> = (items: Today[Key], context: PageContext) => readonly Signal[]

const referrals: Of<'referrals'> = (items, { lang, today }) => {
  const { t } = todayTexts(lang)
  return items.map(({ referralId, name, state, answerBy, questionAnswered }) => {
    const asked = state === 'questioned'
    const why = asked ? 'questioned' : questionAnswered ? 'questionAnswered' : 'answerBy'
    return {
      key: referralId,
      // Somebody new waits for a first answer; after a question it is the other's turn until the term comes near.
      urgency: asked ? urgencyOf(answerBy, today) : 'now',
      isNew: !asked,
      day: answerBy,
      title: t('attention.referral', { name }),
      why: t(`attention.${why}`, { day: sayWeekday(answerBy, today, lang) }),
      action: t(asked ? 'action.look' : 'action.answer'),
      href: referralPath(referralId),
      goalsByArea: {},
    }
  })
}

const reviews: Of<'reviews'> = (items, { lang, today }) => {
  const { t } = todayTexts(lang)
  return items.map(({ reviewId, participantId, name, standing, plannedOn, holdUntil, hasOwnWord, goalsByArea }) => {
    const waits = standing === 'onHold'
    const day = waits ? (holdUntil ?? plannedOn) : plannedOn
    const words = { day: sayWeekday(day, today, lang), when: sayRelative(day, today, lang) }
    const when = waits
      ? t('attention.reviewOnHold', words)
      : t(standing === 'overdue' ? 'attention.reviewOverdue' : 'attention.reviewDue', words)
    return {
      key: reviewId,
      urgency: urgencyOf(day, today),
      day,
      title: t('attention.reviewOf', { name }),
      why: hasOwnWord ? `${when} · ${t('attention.reviewSpoken', { name })}` : when,
      action: t('action.prepare'),
      href: deskPaths.review(participantId, reviewId),
      goalsByArea,
    }
  })
}

const lookAgain: Of<'lookAgain'> = (items, { lang, today }) => {
  const { t } = todayTexts(lang)
  return items.map(({ participantId, name, lookAgainOn, goalsByArea }) => ({
    key: `again-${participantId}`,
    urgency: urgencyOf(lookAgainOn, today),
    day: lookAgainOn,
    title: t('attention.lookAgainOf', { name }),
    why: t('attention.lookAgainOn', { when: sayRelative(lookAgainOn, today, lang) }),
    action: t('action.lookAgain'),
    href: deskPaths.intake(participantId),
    goalsByArea,
  }))
}

/** Somebody who objects waits for an answer from the first day. */
const objections: Of<'objections'> = (items, { lang, today }) => {
  const { t } = todayTexts(lang)
  return items.map(({ participantId, name, objectedOn, goalsByArea }) => ({
    key: `objection-${participantId}`,
    urgency: 'now',
    day: objectedOn,
    title: t('attention.objectionOf', { name }),
    why: t('attention.objectionOn', { when: sayRelative(objectedOn, today, lang) }),
    action: t('action.answer'),
    href: deskPaths.intake(participantId),
    goalsByArea,
  }))
}

const back: Of<'back'> = (items, { lang, today }) => {
  const { t } = todayTexts(lang)
  return items.map(({ participantId, name, returnOn, goalsByArea }) => ({
    key: `back-${participantId}`,
    urgency: urgencyOf(returnOn, today),
    day: returnOn,
    title: t('attention.backOf', { name }),
    why: t('attention.backOn', { when: sayRelative(returnOn, today, lang) }),
    action: t('action.takeUp'),
    href: deskPaths.progress(participantId),
    goalsByArea,
  }))
}

const advices: Of<'advices'> = (items, { lang, today }) => {
  const { t } = todayTexts(lang)
  return items.map(({ participantId, name, decision, on, goalsByArea }) => ({
    key: `advice-${participantId}`,
    urgency: decision === 'agreed' ? 'week' : 'now',
    day: on,
    title: t(decision === 'agreed' ? 'attention.adviceAgreed' : 'attention.adviceOtherwise', { name }),
    why: t('attention.adviceOn', { day: sayDate(on, today, lang) }),
    action: t('action.goOn'),
    href: deskPaths.advice(participantId),
    goalsByArea,
  }))
}

/** Who has been silent is called this week; who was silent the longest comes first. */
const silent: Of<'silent'> = (items, { lang, today }) => {
  const { t } = todayTexts(lang)
  return items.map(({ participantId, name, days, lastContactOn, goalsByArea }) => ({
    key: `silent-${participantId}`,
    urgency: 'week',
    day: lastContactOn,
    title: t('attention.silentOf', { name, span: saySpan(days, lang) }),
    why: t('attention.silentSince', { day: sayDate(lastContactOn, today, lang) }),
    action: t('action.call'),
    href: deskPaths.dossier(participantId),
    goalsByArea,
  }))
}

const withoutStep: Of<'withoutStep'> = (items, { lang }) => {
  const { t } = todayTexts(lang)
  return items.map(({ participantId, name, goalsByArea }) => ({
    key: `step-${participantId}`,
    urgency: 'later',
    title: t('attention.noStepOf', { name }),
    why: t('attention.noStepWhy'),
    action: t('action.chooseStep'),
    href: deskPaths.conversation(participantId),
    goalsByArea,
  }))
}

/** Everything that asks for attention today, from all modules. */
export const signalsOf = (today: Today, context: PageContext): readonly Signal[] => [
  ...referrals(today.referrals, context),
  ...reviews(today.reviews, context),
  ...lookAgain(today.lookAgain, context),
  ...objections(today.objections, context),
  ...correctionSignals(today.corrections, context),
  ...workSignals(today.work, context),
  ...back(today.back, context),
  ...advices(today.advices, context),
  ...silent(today.silent, context),
  ...withoutStep(today.withoutStep, context),
]
