import type { PageContext } from '#platform'
import { Card, type Definition, DefinitionList, FreeText, Link, Paragraph, Soft } from '#ui'
import { isBlank } from '../domain/import/parse-numbers.ts'
import type { Offer } from '../domain/offer.ts'
import { Times } from './offer-parts.tsx'
import { sayCost, sayLaws, sayLimits, sayOfferLanguages, sayWhere } from './say.ts'
import type { SupplyT } from './texts.ts'

export interface OfferPart {
  readonly offer: Offer
  readonly t: SupplyT
  readonly context: PageContext
}

/** What was understood, and the words of the list where they are not the same. */
const Beside = ({ said, words, t }: { readonly said: string | undefined; readonly words: string; readonly t: SupplyT }) => {
  if (said === undefined || said === '')
    return isBlank(words) ? <Soft>{t('offer.unknown')}</Soft> : <span dir="auto">“{words}”</span>
  if (isBlank(words) || words.toLowerCase() === said.toLowerCase()) return <>{said}</>
  return (
    <>
      {said}
      <br />
      <Soft>{t('offer.inList', { text: words })}</Soft>
    </>
  )
}

const contactOf = (offer: Offer) => {
  const { contactName, phone, email, website } = offer
  if (contactName === '' && phone === '' && email === undefined && website === undefined) return undefined
  return (
    <>
      {contactName === '' ? null : <div>{contactName}</div>}
      {phone === '' ? null : (
        <div>{/\d/.test(phone) ? <Link href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Link> : phone}</div>
      )}
      {email === undefined ? null : (
        <div>
          <Link href={`mailto:${email}`}>{email}</Link>
        </div>
      )}
      {website === undefined ? null : (
        <div>
          <Link href={website}>{website.replace(/^https?:\/\//, '')}</Link>
        </div>
      )}
    </>
  )
}

const linesOf = ({ offer, t, context }: OfferPart): readonly Definition[] => {
  const { lang } = context
  const limits = sayLimits(offer, lang)
  const contact = contactOf(offer)
  const unless = (words: string, term: string): Definition[] =>
    words === '' ? [] : [{ term, value: <FreeText>{words}</FreeText> }]
  return [
    {
      term: t('offer.when'),
      value: (
        <>
          <Times times={{ ...offer.times, complete: true }} lang={lang} />
          {offer.times.complete || offer.times.text === '' ? null : (
            <>
              <br />
              <Soft>{t('offer.notAll', { text: offer.times.text })}</Soft>
            </>
          )}
        </>
      ),
    },
    ...unless(offer.startMoments, t('offer.starts')),
    {
      term: t('offer.where'),
      value: sayWhere(offer) || (offer.features.includes('atHome') ? t('offer.atHome') : <Soft>{t('offer.unknown')}</Soft>),
    },
    { term: t('offer.cost'), value: <Beside said={sayCost(offer, lang)} words={offer.cost.text} t={t} /> },
    { term: t('offer.language'), value: <Beside said={sayOfferLanguages(offer, lang)} words={offer.languageText} t={t} /> },
    { term: t('offer.forWhom'), value: <FreeText>{offer.targetGroupText || t('offer.everybody')}</FreeText> },
    { term: t('offer.limits'), value: limits.length === 0 ? t('limits.none') : limits.join(', ') },
    { term: t('offer.law'), value: <Beside said={sayLaws(offer, lang)} words={offer.lawText} t={t} /> },
    ...(offer.features.length === 0
      ? []
      : [{ term: t('offer.good'), value: offer.features.map(feature => t(`features.${feature}`)).join(', ') }]),
    ...(contact === undefined ? [] : [{ term: t('offer.contact'), value: contact }]),
    ...unless(offer.remarks, t('offer.remarks')),
  ]
}

/** What an offer is, for whom, when and where: what was understood, with the words of its organisation. */
export const OfferAbout = (part: OfferPart) => (
  <Card>
    {part.offer.description === '' ? (
      <Paragraph soft>{part.t('offer.noDescription')}</Paragraph>
    ) : (
      <FreeText>{part.offer.description}</FreeText>
    )}
    <DefinitionList items={linesOf(part)} />
  </Card>
)
