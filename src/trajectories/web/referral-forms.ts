import type { REFERRAL_POSTS } from './paths.ts'

/** Ids of the forms on the page of a referral. */
export const REFERRAL_FORMS: Readonly<Record<keyof typeof REFERRAL_POSTS, string>> = {
  amend: 'trajectories.amendReferral',
  withdraw: 'trajectories.withdrawReferral',
  undoWithdrawal: 'trajectories.undoWithdrawal',
  answerQuestion: 'trajectories.answerQuestion',
  askBack: 'trajectories.askBack',
  accept: 'trajectories.acceptReferral',
  reject: 'trajectories.rejectReferral',
  reroute: 'trajectories.rerouteReferral',
  passOn: 'trajectories.passOnReferral',
}
