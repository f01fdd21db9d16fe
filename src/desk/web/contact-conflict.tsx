import { LANGUAGES } from '#kernel'
import type { PageContext } from '#platform'
import { type Lang, sayLanguage } from '#ui'
import { BothTexts } from './both-texts.tsx'

const WRITTEN = ['phone', 'email', 'address', 'postcode', 'place', 'preferences'] as const
type Said = (typeof WRITTEN)[number] | 'language' | 'interpreter'

/** As the pages have it: read back, it holds a known language only. */
type Reached = { readonly [Field in (typeof WRITTEN)[number]]?: string | undefined } & {
  readonly language: string
  readonly interpreter: boolean
}

export interface ContactWords {
  readonly label: (field: Said) => string
  readonly yes: string
  readonly no: string
  readonly nothing: string
}

const languageIn = (code: string, lang: Lang): string => {
  const known = LANGUAGES.find(language => language === code)
  return known === undefined ? code : sayLanguage(known, lang)
}

/** How somebody is reached was changed by two at once, often by the person and the coach. */
export const ContactConflict = ({
  context,
  formId,
  contact,
  words,
  leave,
}: {
  readonly context: PageContext
  readonly formId: string
  readonly contact: Reached
  readonly words: ContactWords
  readonly leave: { readonly href: string; readonly label: string }
}) => (
  <BothTexts
    context={context}
    formId={formId}
    leave={leave}
    empty={words.nothing}
    fields={typed => [
      ...WRITTEN.map(field => ({ label: words.label(field), theirs: contact[field], yours: typed(field) })),
      {
        label: words.label('language'),
        theirs: languageIn(contact.language, context.lang),
        yours: languageIn(typed('language'), context.lang),
      },
      {
        label: words.label('interpreter'),
        theirs: contact.interpreter ? words.yes : words.no,
        yours: typed('interpreter') === '' ? words.no : words.yes,
      },
    ]}
  />
)
