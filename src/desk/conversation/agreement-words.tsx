import { type Agreement, type AgreementGround, groundOf, type Said } from '#plans'
import { Badge, FreeText, type Lang, Paragraph, Quote, sayDate, Soft } from '#ui'
import type { CalendarDay } from '#kernel'
import type { P } from './plan-texts.ts'

interface Reader {
  readonly callName: string
  readonly lang: Lang
  readonly today: CalendarDay
  readonly p: P
}

/** "Participatiewet, artikel 9 lid 1 onder b: gebruikmaken van …". */
export const groundWords = (ground: AgreementGround, lang: Lang, p: P): string => {
  const language = lang === 'nl' ? 'nl' : 'en'
  return p('agreement.tiedTo', { article: ground.article[language], about: ground.about[language] })
}

/** Tied to the benefit, with the article; nothing when it is voluntary. */
export const TieBadge = ({ agreement, lang }: { readonly agreement: Agreement; readonly lang: Lang }) => {
  const ground = groundOf(agreement.tiedTo)
  return ground === undefined ? null : <Badge>{ground.article[lang === 'nl' ? 'nl' : 'en']}</Badge>
}

export const Terms = ({ agreement, p }: { readonly agreement: Agreement; readonly p: P }) =>
  agreement.terms === '' ? null : <Soft>{p('agreement.termsOf', { terms: agreement.terms })}</Soft>

const saidWords = (said: Said, { callName, lang, today, p }: Reader): string => {
  const who = said.side === 'guide' ? p('agreement.saysGuide') : p('agreement.saysParticipant', { name: callName })
  return p('agreement.saidOn', { who, day: sayDate(said.saidOn, today, lang), outcome: p(`agreement.outcome.${said.outcome}`) })
}

/** What each side says of it, beside each other when they differ. */
export const WhatWasSaid = ({ agreement, ...reader }: Reader & { readonly agreement: Agreement }) => {
  const differ = new Set(agreement.said.map(said => said.outcome)).size > 1
  return (
    <>
      {agreement.said.map(said => (
        <div key={said.side}>
          <Soft>{saidWords(said, reader)}</Soft>
          {said.words === '' ? null : <Quote>{said.words}</Quote>}
        </div>
      ))}
      {differ ? <Paragraph soft>{reader.p('agreement.differ')}</Paragraph> : null}
    </>
  )
}

/** The words of an agreement with what goes with them. */
export const AgreementText = ({ agreement, p }: { readonly agreement: Agreement; readonly p: P }) => (
  <>
    <FreeText>{agreement.words}</FreeText>
    <Terms agreement={agreement} p={p} />
  </>
)
