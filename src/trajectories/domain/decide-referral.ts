import {
  accept,
  type CalendarDay,
  type Decision,
  type MembershipId,
  type OrganisationId,
  refuse,
  type TrajectoryId,
} from '#kernel'
import type { Referral, ReferralContent } from './referral.ts'
import { assertMay } from './referral-actions.ts'

interface Answerer {
  readonly by: MembershipId
  readonly at: Date
}

const CONTENT = ['trajectoryType', 'law', 'reason', 'wish', 'wishLanguage', 'voluntary'] as const
/** Of an accepted referral the words can still be put right; its trajectory runs under this type and law. */
const FIXED_ONCE_ACCEPTED = ['trajectoryType', 'law'] as const

export const amend = (referral: Referral, content: ReferralContent): Decision<Referral> => {
  const allowed = assertMay('amend', referral)
  if (!allowed.ok) return allowed
  const fixed = FIXED_ONCE_ACCEPTED.find(field => content[field] !== referral[field])
  if (referral.state === 'accepted' && fixed !== undefined) return refuse('notPossibleNow', fixed, { state: referral.state })
  if (CONTENT.every(field => content[field] === referral[field]))
    return refuse('invalidInput', 'amendmentReason', { reason: 'nothingChanged' })
  return accept({ ...referral, ...content })
}

export const withdraw = (referral: Referral): Decision<Referral> => {
  const allowed = assertMay('withdraw', referral)
  return allowed.ok ? accept({ ...referral, state: 'withdrawn' }) : allowed
}

/** Back to where it stood: an unanswered question still stands. */
export const undoWithdrawal = (referral: Referral): Decision<Referral> => {
  const allowed = assertMay('undoWithdrawal', referral)
  if (!allowed.ok) return allowed
  const waits = referral.question !== undefined && referral.questionAnswer === undefined
  return accept({ ...referral, state: waits ? 'questioned' : 'sent' })
}

/** Earlier question and answer stay in the trace. */
export const askBack = (referral: Referral, question: string): Decision<Referral> => {
  const allowed = assertMay('askBack', referral)
  return allowed.ok ? accept({ ...referral, state: 'questioned', question, questionAnswer: undefined }) : allowed
}

/** The organisation's time for an answer starts again. */
export const answerQuestion = (referral: Referral, questionAnswer: string, answerBy: CalendarDay): Decision<Referral> => {
  const allowed = assertMay('answerQuestion', referral)
  return allowed.ok ? accept({ ...referral, state: 'sent', questionAnswer, answerBy }) : allowed
}

export const acceptReferral = (referral: Referral, { by, at }: Answerer, trajectoryId: TrajectoryId): Decision<Referral> => {
  const allowed = assertMay('accept', referral)
  return allowed.ok ? accept({ ...referral, state: 'accepted', answeredBy: by, answeredAt: at, trajectoryId }) : allowed
}

export const rejectReferral = (referral: Referral, { by, at }: Answerer, rejectionReason: string): Decision<Referral> => {
  const allowed = assertMay('reject', referral)
  return allowed.ok ? accept({ ...referral, state: 'rejected', answeredBy: by, answeredAt: at, rejectionReason }) : allowed
}

interface Route {
  readonly to: OrganisationId
  readonly at: Date
  readonly answerBy: CalendarDay
}

/** As if it had just been sent there: question, answer and refusal of the one before stay in the trace. */
const sentTo = (referral: Referral, { to, at, answerBy }: Route): Referral => ({
  ...referral,
  ...{ state: 'sent', organisationId: to, withSince: at, answerBy },
  ...{ question: undefined, questionAnswer: undefined, rejectionReason: undefined },
  ...{ answeredAt: undefined, answeredBy: undefined, remindedFor: undefined },
})

/** The municipality sends it to another organisation, also after a refusal. */
export const reroute = (referral: Referral, route: Route): Decision<Referral> => {
  const allowed = assertMay('reroute', referral)
  if (!allowed.ok) return allowed
  if (route.to === referral.organisationId) return refuse('invalidInput', 'organisationId', { reason: 'sameOrganisation' })
  return accept({ ...sentTo(referral, route), viaOrganisationId: undefined })
}

/** The organisation that did the intake passes it on to the one that will guide. */
export const passOn = (referral: Referral, route: Route): Decision<Referral> => {
  const allowed = assertMay('passOn', referral)
  if (!allowed.ok) return allowed
  if (route.to === referral.organisationId) return refuse('invalidInput', 'organisationId', { reason: 'sameOrganisation' })
  return accept({ ...sentTo(referral, route), viaOrganisationId: referral.organisationId })
}
