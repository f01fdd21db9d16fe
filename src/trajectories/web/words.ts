import type { Law } from '#kernel'
import { type Lang, type Option, sayLaw, type Tone } from '#ui'
import { REFERRAL_LAWS } from '../domain/laws.ts'
import type { ReferralState } from '../domain/referral.ts'
import type { TypeView } from '../use-cases/list-types.ts'
import type { T } from './texts.ts'

/** Staff pages are Dutch or English. */
export const inLang = (named: { readonly nl: string; readonly en: string }, lang: Lang): string =>
  lang === 'en' ? named.en : named.nl

/** The kinds of trajectory as they are called here, today. */
export const sayType = (type: string, types: readonly TypeView[], lang: Lang): string => {
  const known = types.find(each => each.type === type)
  return known === undefined ? type : inLang(known.label, lang)
}
export const typeOptions = (types: readonly TypeView[], lang: Lang): readonly Option[] =>
  types.map(({ type, label }) => ({ value: type, label: inLang(label, lang) }))

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

interface Stands {
  readonly state: ReferralState
  readonly questionAnswer?: string | undefined
}

/** To whom "sent" is new, or the answer to their question is. */
export const sayState = ({ state, questionAnswer }: Stands, desk: boolean, t: T): string =>
  t(state !== 'sent' || desk ? `state.${state}` : questionAnswer === undefined ? 'state.new' : 'state.answered')
