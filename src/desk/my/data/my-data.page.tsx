import { dayIn } from '#kernel'
import { paths as signIn } from '#organisations/paths'
import type { Correction } from '#people'
import { page, type PageContext } from '#platform'
import {
  Actions,
  AppPage,
  Breadcrumbs,
  Button,
  Card,
  DefinitionList,
  Form,
  FreeText,
  LanguageChoice,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDate,
  sayLanguage,
  Section,
} from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { myPaths } from '../my-paths.ts'
import { OwnWords } from '../step-card.tsx'
import type { MyProfile } from './get-my-profile.ts'
import { type DataPart, loadProfile } from './own-page.tsx'
import { dataTexts } from './texts.ts'

const dayOf = (at: string, { today, lang }: PageContext): string => sayDate(dayIn(new Date(at)), today, lang)

const Who = ({ part: { profile, context, t } }: { readonly part: DataPart }) => (
  <Card title={t('who')}>
    <DefinitionList
      items={[
        { term: t('name'), value: <bdi>{profile.person.callName}</bdi> },
        { term: t('surname'), value: <bdi>{profile.person.surname}</bdi> },
        { term: t('born'), value: sayDate(profile.person.birthDate, context.today, context.lang) },
      ]}
    />
    <LinkButton look="secondary" href={myPaths.setName()} label={`${t('change')}: ${t('name')}`}>
      {t('change')}
    </LinkButton>
  </Card>
)

const Reach = ({ part: { profile, context, t } }: { readonly part: DataPart }) => {
  const { contact } = profile
  const place = [contact?.postcode, contact?.place].filter(words => words !== undefined).join(' ')
  const address = [contact?.address, place].filter(words => words !== undefined && words !== '').join(', ')
  const shown = [
    { term: t('phone'), value: contact?.phone, dir: 'ltr' },
    { term: t('email'), value: contact?.email, dir: 'ltr' },
    { term: t('address'), value: address, dir: 'auto' },
    { term: t('preferences'), value: contact?.preferences, dir: 'auto' },
  ].map(({ term, value, dir }) => ({
    term,
    value: value === undefined || value === '' ? t('nothing') : <bdi dir={dir}>{value}</bdi>,
  }))
  return (
    <Card title={t('reach')}>
      <DefinitionList
        items={[
          ...shown,
          { term: t('language'), value: sayLanguage(contact?.language ?? 'nl', context.lang) },
          { term: t('interpreter'), value: contact?.interpreter === true ? t('yes') : t('no') },
        ]}
      />
      <LinkButton look="secondary" href={myPaths.contact()} label={`${t('change')}: ${t('reach')}`}>
        {t('change')}
      </LinkButton>
    </Card>
  )
}

const MyStory = ({ part: { profile, context, t } }: { readonly part: DataPart }) => {
  const { story } = profile
  const isEmpty = story === undefined || story.words === ''
  return (
    <Card title={t('story')} tint="orange" id="verhaal">
      {isEmpty ? (
        <Paragraph>{t('storyEmpty')}</Paragraph>
      ) : (
        <>
          <FreeText lang={story.language}>{story.words}</FreeText>
          <Paragraph soft>{t('storyTold', { day: dayOf(story.toldAt, context) })}</Paragraph>
        </>
      )}
      <LinkButton look="secondary" href={myPaths.story()}>
        {isEmpty ? t('storyWrite') : t('change')}
      </LinkButton>
    </Card>
  )
}

const answerOf = (correction: Correction, { t, context }: DataPart) => {
  if (correction.state === 'asked') return t('askedOn', { day: dayOf(correction.askedAt, context) })
  return correction.state === 'withdrawn' ? t('withdrawn') : t(`outcome.${correction.outcome}`)
}

const Asked = ({ correction, part }: { readonly correction: Correction; readonly part: DataPart }) => (
  <Row
    title={<OwnWords words={correction.words} lang={correction.language} />}
    detail={
      <>
        <span className="op-line">{answerOf(correction, part)}</span>{' '}
        {correction.state === 'answered' && correction.answer !== '' ? (
          <span className="op-line">
            <OwnWords words={correction.answer} />
          </span>
        ) : null}
      </>
    }
    end={
      correction.state === 'asked' ? (
        <Form
          id="desk.withdrawMyCorrection"
          idPrefix={`c${correction.id}-`}
          action={myPaths.withdrawCorrection(correction.id)}
          version={correction.version}
          hidden={{ participantId: part.profile.participantId }}
          inline
          label={correction.words}
        >
          <Button look="quiet">{part.t('takeBack')}</Button>
        </Form>
      ) : undefined
    }
  />
)

const Corrections = ({ part }: { readonly part: DataPart }) => {
  const { t, profile } = part
  return (
    <Section title={t('correct')} id="verbeteren">
      <Paragraph>{t('correctWords')}</Paragraph>
      <Actions>
        <LinkButton look="secondary" href={myPaths.correct()}>
          {t('correctAsk')}
        </LinkButton>
      </Actions>
      {profile.corrections.length === 0 ? null : (
        <Rows label={t('mine')}>
          {profile.corrections.map(correction => (
            <Asked key={correction.id} correction={correction} part={part} />
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** What is known, in readable form; change it, ask for it, add to it, take it along. */
export const viewMyData = (profile: MyProfile, context: PageContext): string => {
  const { t } = dataTexts(context.lang)
  const part: DataPart = { profile, context, t }
  return renderPage(
    <AppPage context={context} title={t('title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('back') }]} />
      <PageHead title={t('title')} lead={t('lead')} />
      <MyStory part={part} />
      <Who part={part} />
      <Reach part={part} />
      <Corrections part={part} />
      <Section title={t('take')} id="alles">
        <Paragraph>{t('takeWords')}</Paragraph>
        <Actions>
          <LinkButton look="secondary" href={myPaths.all()}>
            {t('takeRead')}
          </LinkButton>
          <LinkButton look="quiet" href={myPaths.allAsFile()} download>
            {t('takeFile')}
          </LinkButton>
        </Actions>
      </Section>
      <Section title={t('signIn')}>
        <Paragraph>{t('signInWords')}</Paragraph>
        <Actions>
          <LinkButton look="secondary" href={signIn.ownAddress}>
            {t('signInChange')}
          </LinkButton>
        </Actions>
      </Section>
      <Section title={t('languages')}>
        <LanguageChoice lang={context.lang} returnPath={context.path} />
      </Section>
    </AppPage>,
  )
}

export const myDataPage = page<MyProfile>({
  id: 'desk.myData',
  path: deskPaths.myData(),
  who: ['participant'],
  load: loadProfile,
  view: viewMyData,
})
