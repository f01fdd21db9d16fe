import type { ReferralId } from '#kernel'

export const REFERRAL_TABS = {
  open: 'open',
  accepted: 'aangenomen',
  rejected: 'niet-aangenomen',
  withdrawn: 'ingetrokken',
  all: 'alles',
} as const
export type ReferralTab = keyof typeof REFERRAL_TABS

const ROOT = '/aanmeldingen'

export const referralsPath = (tab: ReferralTab = 'open', page = 1): string => {
  const query = new URLSearchParams()
  if (tab !== 'open') query.set('staat', REFERRAL_TABS[tab])
  if (page > 1) query.set('pagina', String(page))
  return query.size === 0 ? ROOT : `${ROOT}?${query.toString()}`
}
export const newReferralPath = (): string => `${ROOT}/nieuw`
export const referralPath = (referralId: ReferralId): string => `${ROOT}/${referralId}`

export const REFERRAL_POSTS = {
  amend: 'aanpassen',
  withdraw: 'intrekken',
  undoWithdrawal: 'terughalen',
  answerQuestion: 'vraag-beantwoorden',
  askBack: 'vraag-stellen',
  accept: 'aannemen',
  reject: 'niet-aannemen',
  reroute: 'andere-organisatie',
  passOn: 'doorgeven',
} as const
export const referralPostPath = (referralId: ReferralId | ':referralId', post: keyof typeof REFERRAL_POSTS): string =>
  `${ROOT}/${referralId}/${REFERRAL_POSTS[post]}`

/** Where a municipality says what it calls its kinds of trajectory; without one, the first. */
export const typeSettingsPath = (type?: string): string => `/beheer/trajecten${type === undefined ? '' : `?soort=${type}`}`
