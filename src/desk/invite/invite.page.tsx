import { ParticipantId, refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  Actions,
  AppPage,
  Badge,
  Breadcrumbs,
  Button,
  Card,
  Columns,
  Form,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDate,
  sayLanguage,
  Section,
  Select,
  TextField,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { getInvitations, type Invitations } from './get-invitations.ts'
import { inviteTexts } from './texts.ts'

interface Part {
  readonly data: Invitations
  readonly context: PageContext
  readonly t: ReturnType<typeof inviteTexts>['t']
}
type Letter = Invitations['letters'][number]

const LETTER_LANGUAGES = ['nl', 'en', 'ar'] as const
/** The person's own language when there is a letter in it. */
const languageFor = ({ language }: Invitations): string => LETTER_LANGUAGES.find(known => known === language) ?? 'nl'

const LanguageField = ({ of, part: { context, t } }: { readonly of: 'letter' | 'mail' | 'sms'; readonly part: Part }) => (
  <Select
    name="language"
    label={t(`languageOf.${of}`)}
    empty={false}
    options={LETTER_LANGUAGES.map(value => ({ value, label: sayLanguage(value, context.lang) }))}
  />
)

const stateWords = (letter: Letter, { t, context }: Part): string => {
  const day = { open: letter.expiresOn, used: letter.usedOn, withdrawn: letter.withdrawnOn, expired: letter.expiresOn }
  const on = letter.state === 'blocked' ? undefined : day[letter.state]
  return t(`state.${letter.state}`, on === undefined ? {} : { day: sayDate(on, context.today, context.lang) })
}

const LetterRow = ({ letter, part }: { readonly letter: Letter; readonly part: Part }) => {
  const { t, context, data } = part
  const open = letter.state === 'open'
  return (
    <Row
      title={`${t('letterOf', { day: sayDate(letter.madeOn, context.today, context.lang) })}, ${sayLanguage(letter.language, context.lang)}`}
      detail={[stateWords(letter, part), ...(letter.tries > 0 ? [t('tries', { count: letter.tries })] : [])].join(' · ')}
      end={
        open ? (
          <Actions>
            <LinkButton look="secondary" href={deskPaths.paperLetter(data.participantId, letter.id)}>
              {t('print')}
            </LinkButton>
            <Form
              id="desk.withdrawPaper"
              idPrefix={`w${letter.id}-`}
              action={deskPaths.withdrawPaper(data.participantId, letter.id)}
              inline
              label={t('withdraw')}
            >
              <Button look="quiet">{t('withdraw')}</Button>
            </Form>
          </Actions>
        ) : (
          <Badge tone={letter.state === 'used' ? 'green' : 'stone'}>{sayLanguage(letter.language, context.lang)}</Badge>
        )
      }
    />
  )
}

const Paper = ({ part }: { readonly part: Part }) => {
  const { t, data, context } = part
  const hasOpen = data.letters.some(letter => letter.state === 'open')
  return (
    <Card title={t('paper')} tint="orange">
      <Paragraph>{t('paperWords')}</Paragraph>
      <Form
        id="desk.invitePaper"
        idPrefix="paper-"
        action={deskPaths.invitePaper(data.participantId)}
        refused={context.form}
        values={{ language: languageFor(data) }}
        words={{ notPossibleNow: t('opensMore', { name: data.callName }) }}
      >
        <LanguageField of="letter" part={part} />
        {hasOpen ? <Paragraph soft>{t('replaces')}</Paragraph> : null}
        <Actions>
          <Button>{hasOpen ? t('makeNew') : t('make')}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

const Message = ({ by, part }: { readonly by: 'mail' | 'sms'; readonly part: Part }) => {
  const { t, data, context } = part
  const name = data.callName
  const refused = context.form?.fields.text('by') === by ? context.form : undefined
  const taken = { alreadyDone: t('alreadyDone', { name }), duplicate: t('duplicate'), noTexts: t('phoneWrong') }
  return (
    <Card title={t(by)}>
      <Paragraph>{t(`${by}Words`, { name })}</Paragraph>
      <Form
        id="desk.inviteBy"
        idPrefix={`${by}-`}
        action={deskPaths.inviteBy(data.participantId)}
        refused={refused}
        hidden={{ by }}
        values={{ email: data.email, phone: data.phone, language: languageFor(data) }}
        words={taken}
      >
        {by === 'mail' ? (
          <TextField name="email" type="email" label={t('email', { name })} maxLength={200} />
        ) : (
          <TextField name="phone" type="tel" label={t('phone', { name })} maxLength={40} />
        )}
        <LanguageField of={by} part={part} />
        <Actions>
          <Button look="secondary">{t('send')}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

export const viewInvite = (data: Invitations, context: PageContext): string => {
  const { t } = inviteTexts(context.lang)
  const part: Part = { data, context, t }
  const name = data.callName
  return renderPage(
    <AppPage context={context} title={t('title', { name })}>
      <Breadcrumbs items={[{ href: deskPaths.dossier(data.participantId), label: name }]} />
      <PageHead title={t('title', { name })} lead={t('lead', { name })} />
      <Paragraph>{data.hasOwnSignIn ? t('has', { name }) : t('hasNot', { name })}</Paragraph>
      {data.letters.length === 0 ? null : (
        <Section title={t('letters')}>
          <Rows label={t('letters')}>
            {data.letters.map(letter => (
              <LetterRow key={letter.id} letter={letter} part={part} />
            ))}
          </Rows>
        </Section>
      )}
      <Columns kind={data.hasOwnSignIn ? 'halves' : 'thirds'}>
        <Paper part={part} />
        {data.hasOwnSignIn ? null : (
          <>
            <Message by="sms" part={part} />
            <Message by="mail" part={part} />
          </>
        )}
      </Columns>
    </AppPage>,
  )
}

export const invitePage = page<Invitations>({
  id: 'desk.invitations',
  path: deskPaths.invite(':participantId'),
  who: ['coach', 'workcoach'],
  load: request => {
    const participantId = ParticipantId.safeParse(request.params['participantId'])
    return participantId.success
      ? request.run(getInvitations, { participantId: participantId.data })
      : Promise.resolve(refuse('notFound'))
  },
  view: viewInvite,
})
