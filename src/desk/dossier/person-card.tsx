import { ageOn } from '#kernel'
import { wishesOf } from '#plans'
import { Heading, Link, Paragraph, Quote, sayLanguage, Soft } from '#ui'
import { Everything } from './about.tsx'
import { type DossierPart, firstOf } from './part.ts'
import { ReferralLink, SaidAtReferral } from './said-at-referral.tsx'

/** Wishes on top; more than these stand below with everything else. */
const WISHES = 2

const Said = ({ part }: { readonly part: DossierPart }) => {
  const { dossier, t } = part
  if (dossier.plan === undefined) return null
  const wishes = wishesOf(dossier.plan)
  const [first] = firstOf(wishes, WISHES)
  return (
    <div className="op-person__said">
      <Heading level={2} looks={3}>
        {t('about.wants', { name: dossier.callName })}
      </Heading>
      {first.map(wish => (
        <Quote key={wish.id} lang={wish.language}>
          {wish.words}
        </Quote>
      ))}
      {wishes.length === 0 ? <SaidAtReferral part={part} /> : null}
    </div>
  )
}

const Reach = ({ part }: { readonly part: DossierPart }) => {
  const { dossier, context, t } = part
  const { contact, birthDate } = dossier
  const years = t('about.years', { age: ageOn(birthDate, context.today) })
  if (contact === undefined) return <Soft>{years}</Soft>
  const language = sayLanguage(contact.language as 'nl', context.lang)
  return (
    <div className="op-person__reach">
      <ul className="op-facts" aria-label={t('about.contact')}>
        {contact.phone === undefined || contact.phone === '' ? null : (
          <li>
            <Link href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</Link>
          </li>
        )}
        {dossier.referral?.own === true ? (
          <li>
            <ReferralLink part={part} />
          </li>
        ) : null}
      </ul>
      <Paragraph>{[contact.interpreter ? `${language}, ${t('about.interpreter')}` : language, years].join(' · ')}</Paragraph>
      {contact.preferences === undefined || contact.preferences === '' ? null : (
        <Paragraph soft>
          <bdi>{contact.preferences}</bdi>
        </Paragraph>
      )}
    </div>
  )
}

const summaryOf = ({ dossier, t }: DossierPart): string => {
  const more = dossier.plan === undefined ? 0 : wishesOf(dossier.plan).length - WISHES
  return t(more > 0 ? 'about.allAndWishes' : 'about.all', { name: dossier.callName, count: more })
}

/** Who it is: what was said and how to reach them; everything else about the person is folded below. */
export const PersonCard = ({ part }: { readonly part: DossierPart }) => (
  <section className="op-card op-person" id="over">
    <Said part={part} />
    <Reach part={part} />
    <Everything part={part} summary={summaryOf(part)} />
  </section>
)
