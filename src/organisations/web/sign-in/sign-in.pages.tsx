import { accept } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  Actions,
  AppPage,
  Button,
  Callout,
  Card,
  Details,
  Form,
  Link,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Stack,
  TextField,
} from '#ui'
import { DEMO_PASSWORD, DEMO_SIGN_INS } from '../../domain/demo-sign-ins.ts'
import { paths } from '../paths.ts'
import { signInTexts } from './texts.ts'
import { wayBack, withWayBack } from './way-back.ts'

const nothing = async () => accept(undefined)
export const backOf = (context: PageContext): string =>
  wayBack(context.form === undefined ? context.query['terug'] : context.form.fields.text('terug'))

const DemoHelp = ({ context }: { readonly context: PageContext }) => {
  const { t } = signInTexts(context.lang)
  return (
    <Callout title={t('signIn.demoTitle')} level={2}>
      <Paragraph>{t('signIn.demoWords', { password: DEMO_PASSWORD })}</Paragraph>
      <Details summary={t('signIn.demoAccounts')}>
        <Form action={paths.signIn} hidden={{ password: DEMO_PASSWORD, terug: backOf(context) }} label={t('signIn.demoAccounts')}>
          <Actions>
            {DEMO_SIGN_INS.map(email => (
              <Button key={email} look="secondary" name="email" value={email}>
                {email.replace(/(?:@demo)?\.opstap\.test$/, '')}
              </Button>
            ))}
          </Actions>
        </Form>
      </Details>
    </Callout>
  )
}

export const signInPage = page({
  id: 'organisations.signIn',
  path: paths.signIn,
  who: 'public',
  load: nothing,
  view: (_data, context) => {
    const { t } = signInTexts(context.lang)
    const back = backOf(context)
    return renderPage(
      <AppPage context={context} title={t('signIn.title')} width="narrow">
        <PageHead title={t('signIn.title')} lead={t('signIn.lead')} />
        <Stack>
          <Card>
            <Form
              action={paths.signIn}
              id="organisations.signIn"
              refused={context.form}
              words={{ wrong: t('signIn.wrong'), stale: t('signIn.stale') }}
              labels={{ email: t('signIn.email'), password: t('signIn.password') }}
              hidden={{ terug: back }}
            >
              <TextField
                name="email"
                type="email"
                label={t('signIn.email')}
                autoComplete="username"
                inputMode="email"
                maxLength={200}
              />
              <TextField
                name="password"
                type="password"
                label={t('signIn.password')}
                autoComplete="current-password"
                maxLength={200}
              />
              <Button>{t('signIn.submit')}</Button>
              <Link href={paths.forgotten}>{t('signIn.forgotten')}</Link>
            </Form>
          </Card>
          <Card tint="green">
            <Paragraph>{t('signIn.withCodeHelp')}</Paragraph>
            <LinkButton look="secondary" href={withWayBack(paths.code, back)}>
              {t('signIn.withCode')}
            </LinkButton>
          </Card>
          {context.demo ? <DemoHelp context={context} /> : null}
        </Stack>
      </AppPage>,
    )
  },
})

export const codePage = page({
  id: 'organisations.signInCode',
  path: paths.code,
  who: 'public',
  load: nothing,
  view: (_data, context) => {
    const { t } = signInTexts(context.lang)
    const back = backOf(context)
    return renderPage(
      <AppPage context={context} title={t('code.title')} width="narrow">
        <PageHead title={t('code.title')} lead={t('code.lead')} />
        <Card>
          <Form
            action={paths.code}
            id="organisations.signInCode"
            refused={context.form}
            words={{ stale: t('signIn.stale'), noAddress: t('code.noAddress'), noTexts: t('code.noTexts') }}
            labels={{ email: t('code.address') }}
            hidden={{ terug: back }}
          >
            <TextField name="email" label={t('code.address')} hint={t('code.addressHint')} autoComplete="email" maxLength={200} />
            <Button large>{t('code.submit')}</Button>
            <Link href={paths.paper}>{t('code.withPaper')}</Link>
            <Link href={withWayBack(paths.signIn, back)}>{t('code.withPassword')}</Link>
          </Form>
        </Card>
      </AppPage>,
    )
  },
})

export const codeEntryPage = page({
  id: 'organisations.signInCodeEntry',
  path: paths.codeEntry,
  who: 'public',
  load: nothing,
  view: (_data, context) => {
    const { t } = signInTexts(context.lang)
    const back = backOf(context)
    return renderPage(
      <AppPage context={context} title={t('code.entryTitle')} width="narrow">
        <PageHead title={t('code.entryTitle')} lead={t('code.entryLead')} />
        <Stack>
          <Card>
            <Form
              action={paths.codeEntry}
              id="organisations.signInCodeEntry"
              refused={context.form}
              words={{ wrong: t('code.wrong'), stale: t('signIn.stale') }}
              labels={{ code: t('code.code') }}
              hidden={{ terug: back }}
            >
              <TextField
                name="code"
                label={t('code.code')}
                autoComplete="one-time-code"
                inputMode="numeric"
                maxLength={12}
                narrow
              />
              <Button large>{t('code.entrySubmit')}</Button>
              <Link href={withWayBack(paths.code, back)}>{t('code.again')}</Link>
            </Form>
          </Card>
          {context.demo ? (
            <Callout>
              <Link href={paths.demoMail}>{t('code.demoMail')}</Link>
            </Callout>
          ) : null}
        </Stack>
      </AppPage>,
    )
  },
})

export const secondFactorPage = page({
  id: 'organisations.secondFactor',
  path: paths.secondFactor,
  who: 'public',
  load: nothing,
  view: (_data, context) => {
    const { t } = signInTexts(context.lang)
    return renderPage(
      <AppPage context={context} title={t('second.title')} width="narrow">
        <PageHead title={t('second.title')} lead={t('second.lead')} />
        <Card>
          <Form
            action={paths.secondFactor}
            id="organisations.secondFactor"
            refused={context.form}
            words={{ wrong: t('second.wrong'), stale: t('signIn.stale') }}
            labels={{ code: t('second.code') }}
            hidden={{ terug: backOf(context) }}
          >
            <TextField name="code" label={t('second.code')} autoComplete="one-time-code" maxLength={20} narrow />
            <Button>{t('second.submit')}</Button>
            <Link href={paths.signIn}>{t('second.restart')}</Link>
          </Form>
        </Card>
      </AppPage>,
    )
  },
})
