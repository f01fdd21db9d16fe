import { accept, type Decision, refuse } from '#kernel'
import type { Referral, ReferralState } from './referral.ts'

export const REFERRAL_ACTIONS = [
  'amend',
  'withdraw',
  'undoWithdrawal',
  'answerQuestion',
  'reroute',
  'askBack',
  'accept',
  'passOn',
  'reject',
] as const
export type ReferralAction = (typeof REFERRAL_ACTIONS)[number]
/** The municipality that sent the referral, or the organisation that was asked. */
export type Side = 'sender' | 'receiver'

interface Rule {
  readonly by: Side
  readonly from: readonly ReferralState[]
}

/** What may be done now: the only table; guard, buttons and tests use it. */
export const RULES: Readonly<Record<ReferralAction, Rule>> = {
  amend: { by: 'sender', from: ['sent', 'questioned', 'accepted'] },
  withdraw: { by: 'sender', from: ['sent', 'questioned'] },
  undoWithdrawal: { by: 'sender', from: ['withdrawn'] },
  answerQuestion: { by: 'sender', from: ['questioned'] },
  reroute: { by: 'sender', from: ['sent', 'questioned', 'rejected'] },
  askBack: { by: 'receiver', from: ['sent'] },
  accept: { by: 'receiver', from: ['sent', 'questioned'] },
  passOn: { by: 'receiver', from: ['sent', 'questioned'] },
  reject: { by: 'receiver', from: ['sent', 'questioned'] },
}

export const may = (action: ReferralAction, side: Side, referral: Pick<Referral, 'state'>): boolean =>
  RULES[action].by === side && RULES[action].from.includes(referral.state)

export const actionsNow = (side: Side, referral: Pick<Referral, 'state'>): readonly ReferralAction[] =>
  REFERRAL_ACTIONS.filter(action => may(action, side, referral))

export const assertMay = (action: ReferralAction, referral: Referral): Decision<Referral> =>
  RULES[action].from.includes(referral.state)
    ? accept(referral)
    : refuse('notPossibleNow', undefined, { state: referral.state, action })
