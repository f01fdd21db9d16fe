import type { CalendarDay, Law } from '#kernel'
import { type Lang, type Option, sayLaw, type Tone } from '#ui'
import { REFERRAL_LAWS } from '../domain/laws.ts'
import type { ReferralState } from '../domain/referral.ts'
import type { T } from './texts.ts'
import { TRAJECTORY_TYPES, type TrajectoryType } from '../domain/trajectory-types.ts'
import { trajectoryLabel } from '../domain/type-settings.ts'

/** Staff pages are Dutch or English. */
export const inLang = (named: { readonly nl: string; readonly en: string }, lang: Lang): string =>
  lang === 'en' ? named.en : named.nl

export const sayType = (type: TrajectoryType, day: CalendarDay, lang: Lang): string => inLang(trajectoryLabel(type, day), lang)
export const typeOptions = (day: CalendarDay, lang: Lang): readonly Option[] =>
  TRAJECTORY_TYPES.map(type => ({ value: type, label: sayType(type, day, lang) }))

/** A law that is no longer offered stays in the list of a referral that has it. */
export const lawOptions = (lang: Lang, now?: Law): readonly Option[] =>
  [...new Set([...REFERRAL_LAWS, ...(now === undefined ? [] : [now])])].map(law => ({ value: law, label: sayLaw(law, lang) }))

const TONES: Readonly<Record<ReferralState, Tone>> = {
  sent: 'orange',
  questioned: 'orange',
  accepted: 'green',
  rejected: 'stone',
  withdrawn: 'stone',
}
export const toneOf = (state: ReferralState): Tone => TONES[state]

/** To whom "sent" is new. */
export const sayState = (state: ReferralState, desk: boolean, t: T): string =>
  t(state === 'sent' && !desk ? 'state.new' : `state.${state}`)
