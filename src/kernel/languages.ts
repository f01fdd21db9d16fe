/** Languages that the product itself speaks everywhere it has pages for people: Dutch leads, English is complete, Arabic for participants. */
export const PAGE_LANGUAGES = ['nl', 'en', 'ar'] as const

/** A language that came as files beside the product: for participants and visitors, Dutch where a word is missing. */
export type FurtherLanguage = string & { readonly furtherLanguage: true }
export type PageLanguage = (typeof PAGE_LANGUAGES)[number] | FurtherLanguage

/** What its code may look like: ISO 639-1 or 639-3, in lower case. */
const CODE = /^[a-z]{2,3}$/
export const asFurtherLanguage = (code: string): FurtherLanguage | undefined =>
  CODE.test(code) && !PAGE_LANGUAGES.some(known => known === code) ? (code as FurtherLanguage) : undefined
