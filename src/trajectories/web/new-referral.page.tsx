import { accept, type OrganisationId } from '#kernel'
import { CHANNELS } from '#people'
import { page, type PageContext } from '#platform'
import {
  Actions,
  AppPage,
  Breadcrumbs,
  Button,
  Callout,
  Card,
  Checkbox,
  CheckboxGroup,
  Columns,
  DateField,
  Details,
  EmptyState,
  Form,
  LinkButton,
  PageHead,
  Paragraph,
  RadioGroup,
  renderPage,
  sayDate,
  Select,
  Stack,
  TextField,
} from '#ui'
import { listTypes, type TypeView } from '../use-cases/list-types.ts'
import { listReceivers } from '../use-cases/list-receivers.ts'
import { Duplicates } from './duplicates.tsx'
import { newReferralPath, referralsPath } from './paths.ts'
import { fieldLabels, languageOptions, RequestFields, WordFields } from './referral-fields.tsx'
import { type T, trajectoryTexts } from './texts.ts'
import { inLang } from './words.ts'

export const SEND_FORM = 'trajectories.sendReferral'

interface NewReferral {
  readonly types: readonly TypeView[]
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[]
}

const errorWords = (t: T): Readonly<Record<string, string>> => ({
  'birthDate.birthDate': t('error.birthDate'),
  'postcode.postcode': t('error.postcode'),
  'phone.phone': t('error.phone'),
  'bsn.bsn': t('error.bsn'),
  'bsn.duplicate': t('duplicate.bsnError'),
  duplicate: t('duplicate.error'),
  alreadyDone: t('error.alreadySent'),
})

const Who = ({ t, today }: { readonly t: T; readonly today: string }) => (
  <Card title={t('new.who')}>
    <div className="op-side">
      <TextField name="callName" label={t('field.callName')} autoComplete="off" />
      <TextField name="surname" label={t('field.surname')} autoComplete="off" />
    </div>
    <div className="op-side">
      <DateField name="birthDate" label={t('field.birthDate')} min="1900-01-01" max={today} />
      <TextField
        name="bsn"
        label={t('field.bsn')}
        hint={t('new.bsnHint')}
        inputMode="numeric"
        autoComplete="off"
        narrow
        optional
      />
    </div>
  </Card>
)

const ADDRESS = ['address', 'postcode', 'place'] as const
/** What was typed or is wrong there must be seen. */
const isAddressOpen = ({ form }: PageContext): boolean =>
  form !== undefined && ADDRESS.some(name => form.fields.text(name) !== '' || form.errors.some(error => error.field === name))

const Contact = ({ t, context }: { readonly t: T; readonly context: PageContext }) => (
  <Card title={t('new.contact')}>
    <div className="op-side">
      <TextField name="phone" label={t('field.phone')} type="tel" inputMode="tel" autoComplete="off" optional />
      <TextField name="email" label={t('field.email')} type="email" inputMode="email" autoComplete="off" optional />
    </div>
    <CheckboxGroup
      name="channels"
      label={t('field.channels')}
      options={CHANNELS.map(channel => ({ value: channel, label: t(`channel.${channel}`) }))}
      side
      optional
    />
    <Select name="language" label={t('field.language')} options={languageOptions(context.lang)} empty={false} />
    <Checkbox name="interpreter" label={t('field.interpreter')} />
    <TextField name="preferences" label={t('field.preferences')} hint={t('new.preferencesHint')} autoComplete="off" optional />
    <Details summary={t('new.address')} open={isAddressOpen(context)}>
      <TextField name="address" label={t('field.address')} autoComplete="off" optional />
      <div className="op-side">
        <TextField name="postcode" label={t('field.postcode')} autoComplete="off" narrow optional />
        <TextField name="place" label={t('field.place')} autoComplete="off" optional />
      </div>
    </Details>
  </Card>
)

const FIRST_TYPE = 'socialActivation'

/** A transition: which kinds go through which organisation first. The desk can always choose otherwise. */
const Transitions = ({ data, context, t }: { readonly data: NewReferral; readonly context: PageContext; readonly t: T }) => {
  const through = data.types.flatMap(({ label, intakeThrough, intakeUntil }) => {
    const organisation = data.organisations.find(({ id }) => id === intakeThrough)
    return organisation === undefined || intakeUntil === undefined ? [] : [{ label, organisation, until: intakeUntil }]
  })
  if (through.length === 0) return null
  return (
    <Callout>
      {through.map(({ label, organisation, until }) => (
        <Paragraph key={label.nl}>
          {t('route.through', {
            kind: inLang(label, context.lang),
            organisation: organisation.name,
            day: sayDate(until, context.today, context.lang),
          })}
        </Paragraph>
      ))}
    </Callout>
  )
}

const viewNewReferral = (data: NewReferral, context: PageContext): string => {
  const { organisations, types } = data
  const { lang, today } = context
  const { t } = trajectoryTexts(lang)
  const usual = types.find(type => type.type === FIRST_TYPE)?.intakeThrough
  const only = organisations.length === 1 ? organisations[0]?.id : organisations.find(({ id }) => id === usual)?.id
  return renderPage(
    <AppPage context={context} title={t('new.title')}>
      <Breadcrumbs items={[{ href: referralsPath(), label: t('list.title') }]} />
      <PageHead title={t('new.title')} lead={t('new.lead')} />
      {organisations.length === 0 ? (
        <EmptyState title={t('new.noOrganisations')}>{t('new.noOrganisationsHelp')}</EmptyState>
      ) : (
        <Form
          id={SEND_FORM}
          action={newReferralPath()}
          refused={context.form}
          labels={fieldLabels(t)}
          words={errorWords(t)}
          draft="referral:new"
          values={{
            organisationId: only,
            trajectoryType: FIRST_TYPE,
            law: 'participatiewet',
            voluntary: 'yes',
            language: 'nl',
            wishLanguage: 'nl',
          }}
        >
          <Duplicates context={context} t={t} />
          <Columns>
            <Stack>
              <Who t={t} today={today} />
              <Card title={t('new.what')}>
                <Transitions data={data} context={context} t={t} />
                <RadioGroup
                  name="organisationId"
                  label={t('field.organisationId')}
                  options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
                />
                <RequestFields t={t} lang={lang} types={types} />
              </Card>
            </Stack>
            <Stack>
              <Card title={t('new.why')}>
                <p className="op-soft">{t('new.whyHint')}</p>
                <WordFields t={t} lang={lang} />
              </Card>
              <Contact t={t} context={context} />
            </Stack>
          </Columns>
          <Actions>
            <Button>{t('new.send')}</Button>
            <LinkButton look="secondary" href={referralsPath()}>
              {t('new.cancel')}
            </LinkButton>
          </Actions>
        </Form>
      )}
    </AppPage>,
  )
}

export const newReferralPage = page<NewReferral>({
  id: 'trajectories.newReferral',
  path: newReferralPath(),
  who: ['serviceplein'],
  load: async request => {
    const [receivers, kinds] = await Promise.all([request.run(listReceivers, {}), request.run(listTypes, {})])
    if (!receivers.ok) return receivers
    if (!kinds.ok) return kinds
    return accept({ organisations: receivers.value.organisations, types: kinds.value.types })
  },
  view: viewNewReferral,
})
