import { ageOn, type DayPart } from '#kernel'
import { strengthsOf, wishesOf } from '#plans'
import {
  Card,
  Columns,
  DefinitionList,
  Details,
  Heading,
  Paragraph,
  Quote,
  sayDate,
  sayDayPart,
  sayDistance,
  sayLanguage,
  sayLevel,
  sayList,
  sayWeekdayName,
} from '#ui'
import { type DossierPart, isAskedFor } from './part.ts'
import { ContactForm, Invitation } from './person-forms.tsx'

const Said = ({ part: { dossier, t } }: { readonly part: DossierPart }) => {
  if (dossier.plan === undefined) return null
  const groups = [
    { key: 'wishes', title: t('about.wishes'), said: wishesOf(dossier.plan) },
    { key: 'strengths', title: t('about.strengths'), said: strengthsOf(dossier.plan) },
  ]
  return (
    <Card>
      {groups.map(group => (
        <div key={group.key}>
          <Heading level={3} looks={4}>
            {group.title}
          </Heading>
          {group.said.length === 0 ? <Paragraph soft>{t('about.nothingSaid')}</Paragraph> : null}
          {group.said.map(wish => (
            <Quote key={wish.id} lang={wish.language}>
              {wish.words}
            </Quote>
          ))}
        </div>
      ))}
    </Card>
  )
}

type Item = { readonly term: string; readonly value: string }
const item = (term: string, value: string | undefined): readonly Item[] =>
  value === undefined || value === '' ? [] : [{ term, value }]

const practicalItems = ({ dossier, context: { lang }, t }: DossierPart): readonly Item[] => {
  const practical = dossier.plan?.practical
  if (practical === undefined) return []
  const days = practical.dayParts.map(part => {
    const [weekday, half] = part.split('-') as [string, DayPart]
    return `${sayWeekdayName(Number(weekday) as 1, lang)} ${sayDayPart(half, lang)}`
  })
  const { maxDistanceKm: km, travelMode, dutchLevel, energy, needsChildcare, remarks } = practical
  return [
    ...item(t('about.days'), sayList(days, lang)),
    ...item(
      t('about.distance'),
      km === undefined
        ? undefined
        : t('about.upTo', { distance: sayDistance(km, lang), mode: t(`mode.${travelMode ?? 'bike'}`) }),
    ),
    ...item(t('about.dutch'), dutchLevel === undefined ? undefined : sayLevel(dutchLevel, lang)),
    ...item(t('about.energy'), energy === undefined ? undefined : t(`energyLevel.${energy}`)),
    ...item(t('about.childcare'), needsChildcare === undefined ? undefined : t(needsChildcare ? 'about.yes' : 'about.no')),
    ...item(t('about.preferences'), remarks),
  ]
}

const contactItems = ({ dossier, context, t }: DossierPart): readonly Item[] => {
  const { contact, birthDate } = dossier
  const born = t('about.age', { day: sayDate(birthDate, context.today, context.lang), age: ageOn(birthDate, context.today) })
  if (contact === undefined) return [{ term: t('about.born'), value: born }]
  const language = sayLanguage(contact.language as 'nl', context.lang)
  return [
    ...item(t('about.phone'), contact.phone),
    ...item(t('about.email'), contact.email),
    ...item(
      t('about.address'),
      [contact.address, [contact.postcode, contact.place].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    ),
    ...item(t('about.language'), contact.interpreter ? `${language}, ${t('about.interpreter')}` : language),
    ...item(t('about.preferences'), contact.preferences),
    ...item(t('about.born'), born),
  ]
}

/** Forms that are in here; refused, they come back open. */
const FORMS_INSIDE = ['desk.updateContact', 'desk.invite']

/** All that was said, what has to be practical, how to reach the person, the own sign-in. */
export const Everything = ({ part, summary }: { readonly part: DossierPart; readonly summary: string }) => {
  const { context, t } = part
  const practical = practicalItems(part)
  return (
    <Details summary={summary} open={isAskedFor(part, 'over') || FORMS_INSIDE.includes(context.form?.id ?? '')}>
      <Columns kind="thirds">
        <Said part={part} />
        {practical.length === 0 ? null : (
          <Card title={t('about.practical')} level={3}>
            <DefinitionList items={practical} />
          </Card>
        )}
        <Card title={t('about.contact')} level={3}>
          <DefinitionList items={contactItems(part)} />
          <ContactForm part={part} />
        </Card>
        <Invitation part={part} />
      </Columns>
    </Details>
  )
}
