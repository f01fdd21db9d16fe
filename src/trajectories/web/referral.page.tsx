import { ageOn, type CalendarDay } from '#kernel'
import { getBsn } from '#people'
import { dossierPath, trajectoryPath } from '#people/paths'
import { page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  Badges,
  Breadcrumbs,
  Card,
  Columns,
  type Definition,
  DefinitionList,
  FreeText,
  Link,
  LinkButton,
  PageHead,
  Quote,
  renderPage,
  sayDate,
  sayDay,
  sayLanguage,
  sayLaw,
  sayList,
  sayRelative,
  sayWeekday,
  Stack,
} from '#ui'
import { getReferral } from '../use-cases/get-referral.ts'
import { listReceivers } from '../use-cases/list-receivers.ts'
import { listTypes } from '../use-cases/list-types.ts'
import { locateReferral } from '../use-cases/locate-referral.ts'
import { referralPath, referralsPath } from './paths.ts'
import type { ReferralData } from './referral-data.ts'
import { ReferralActions } from './referral-actions.tsx'
import { sayWhereabouts } from './referral-route.tsx'
import { ReferralTrace } from './referral-trace.tsx'
import { type T, trajectoryTexts } from './texts.ts'
import { inLang, sayState, toneOf } from './words.ts'

const isDesk = (context: PageContext): boolean => context.actor?.role === 'serviceplein'

/** One sentence: how it stands and what is to be expected. */
const sentence = ({ referral, overdue }: ReferralData, context: PageContext, t: T): string => {
  const { lang, today } = context
  const side = isDesk(context) ? 'desk' : 'organisation'
  const { organisationName: organisation, sentByName: sender, answeredByName: name = '' } = referral
  const answered = referral.answeredOn === undefined ? '' : sayDate(referral.answeredOn, today, lang)
  switch (referral.state) {
    case 'sent':
      // That the question was answered is the news, until the term of that answer has passed.
      if (side === 'organisation' && referral.questionAnswer !== undefined && !overdue)
        return t('page.organisationAnswered', { sender, day: sayDay(referral.answerBy, today, lang) })
      return overdue
        ? t(`page.${side}Late`, { organisation, sender, day: sayRelative(referral.answerBy, today, lang) })
        : t(`page.${side}Sent`, { organisation, sender, day: sayDay(referral.answerBy, today, lang) })
    case 'questioned':
      return t(`page.${side}Questioned`, { organisation, sender })
    case 'accepted':
      return t(`page.${side}Accepted`, { organisation, name, day: answered })
    case 'rejected':
      return t('page.deskRejected', { organisation })
    case 'withdrawn':
      return t('page.deskWithdrawn', { organisation })
  }
}

const bsnLine = ({ bsn, referral }: ReferralData, t: T): Definition => ({
  term: t('field.bsn'),
  value: bsn === undefined ? <Link href={`${referralPath(referral.id)}?bsn=toon`}>{t('page.showBsn')}</Link> : bsn,
})

const line = (term: string, value: string | undefined): readonly Definition[] =>
  value === undefined || value === '' ? [] : [{ term, value }]

const personLines = (data: ReferralData, context: PageContext, t: T): readonly Definition[] => {
  const { person, contact } = data
  const { lang, today } = context
  const born = (day: CalendarDay): string => `${sayDate(day, today, lang)} (${t('page.age', { years: ageOn(day, today) })})`
  const address = [contact?.address, [contact?.postcode, contact?.place].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return [
    { term: t('field.birthDate'), value: born(person.birthDate) },
    ...(isDesk(context) ? [bsnLine(data, t)] : []),
    ...line(t('field.phone'), contact?.phone),
    ...line(t('field.email'), contact?.email),
    ...line(t('field.wholeAddress'), address),
    ...(contact === undefined ? [] : line(t('field.language'), sayLanguage(contact.language, lang))),
    ...(contact?.interpreter === true ? [{ term: t('field.interpreter'), value: t('yes') }] : []),
    ...line(t('field.channels'), sayList(contact?.channels.map(channel => t(`channel.${channel}`)) ?? [], lang)),
    ...line(t('field.preferences'), contact?.preferences),
  ]
}

const requestLines = ({ referral }: ReferralData, { lang, today }: PageContext, t: T): readonly Definition[] => [
  { term: t('field.trajectoryType'), value: inLang(referral.label, lang) },
  { term: t('page.basis'), value: sayLaw(referral.law, lang) },
  { term: t('field.voluntary'), value: t(referral.voluntary ? 'yes' : 'new.voluntaryNo') },
  { term: t('page.sender'), value: referral.sentByName },
  { term: t('page.organisation'), value: referral.organisationName },
  // After a question a new term begins with the answer.
  ...(referral.state === 'sent' ? [{ term: t('page.answerBy'), value: sayDay(referral.answerBy, today, lang) }] : []),
]

const Words = ({ data, t }: { readonly data: ReferralData; readonly t: T }) => {
  const { referral, person, handover } = data
  const { question, questionAnswer, rejectionReason } = referral
  return (
    <>
      <Card title={t('page.wish', { name: person.callName })} tint="orange">
        <Quote lang={referral.wishLanguage}>{referral.wish}</Quote>
      </Card>
      <Card title={t('page.reason')}>
        <FreeText>{referral.reason}</FreeText>
      </Card>
      {handover === undefined ? null : (
        <Card title={t(handover.passedOn ? 'route.passedOnBy' : 'route.reroutedBy', { organisation: handover.fromName })}>
          <FreeText>{handover.words}</FreeText>
        </Card>
      )}
      {question === undefined ? null : (
        <Card title={t('page.question', { organisation: referral.organisationName })}>
          <FreeText>{question}</FreeText>
          {questionAnswer === undefined ? null : (
            <>
              <p className="op-soft">{t('page.answered')}</p>
              <FreeText>{questionAnswer}</FreeText>
            </>
          )}
        </Card>
      )}
      {rejectionReason === undefined ? null : (
        <Card title={t('page.rejection')}>
          <FreeText>{rejectionReason}</FreeText>
        </Card>
      )}
    </>
  )
}

const viewReferral = (data: ReferralData, context: PageContext): string => {
  const { lang, today } = context
  const { t } = trajectoryTexts(lang)
  const { referral, person } = data
  const name = `${person.callName} ${person.surname}`
  return renderPage(
    <AppPage context={context} title={name}>
      <Breadcrumbs items={[{ href: referralsPath(), label: t('list.title') }]} />
      <PageHead
        above={t('page.above', { day: sayWeekday(referral.sentOn, today, lang) })}
        title={name}
        lead={[sentence(data, context, t), ...(isDesk(context) ? sayWhereabouts(data, context, t) : [])].join(' ')}
        actions={
          referral.state === 'accepted' ? (
            isDesk(context) ? (
              <LinkButton href={trajectoryPath(referral.participantId)}>{t('page.toTrajectory')}</LinkButton>
            ) : (
              <LinkButton href={dossierPath(referral.participantId)}>{t('page.toDossier')}</LinkButton>
            )
          ) : undefined
        }
      />
      <Badges>
        <Badge tone={toneOf(referral.state)}>{sayState(referral, isDesk(context), t)}</Badge>
      </Badges>
      <Columns kind="wide-first">
        <Stack>
          <Words data={data} t={t} />
          <ReferralActions data={data} context={context} t={t} />
        </Stack>
        <Stack>
          <Card title={t('page.person', { name: person.callName })}>
            <DefinitionList items={personLines(data, context, t)} />
          </Card>
          <Card title={t('page.request')}>
            <DefinitionList items={requestLines(data, context, t)} />
          </Card>
          <ReferralTrace trace={data.trace} types={data.types} context={context} t={t} />
        </Stack>
      </Columns>
    </AppPage>,
  )
}

export const referralPage = page<ReferralData>({
  id: 'trajectories.referral',
  path: '/aanmeldingen/:referralId',
  who: ['serviceplein', 'coach', 'workcoach'],
  load: async request => {
    const referralId = request.params['referralId']
    const located = await request.run(locateReferral, { referralId })
    // An address that is no id at all is as unknown as any other.
    if (!located.ok) return located.code === 'invalidInput' ? { ok: false, code: 'notFound' } : located
    const { participantId } = located.value
    const [read, kinds, receivers] = await Promise.all([
      request.run(getReferral, { participantId, referralId }),
      request.run(listTypes, {}),
      request.run(listReceivers, {}),
    ])
    if (!read.ok) return read
    if (!kinds.ok) return kinds
    if (!receivers.ok) return receivers
    const asked = isDesk(request) && request.query['bsn'] === 'toon'
    const number = asked ? await request.run(getBsn, { participantId }) : undefined
    const bsn = number === undefined ? undefined : number.ok ? number.value.bsn : trajectoryTexts(request.lang).t('page.noBsn')
    return { ok: true, value: { ...read.value, bsn, types: kinds.value.types, receivers: receivers.value.organisations } }
  },
  view: viewReferral,
})
