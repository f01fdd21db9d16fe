import { accept } from '#kernel'
import { page } from '#platform'
import { AppPage, Button, Callout, Card, Form, Link, PageHead, Paragraph, renderPage, TextField } from '#ui'
import { paths } from '../paths.ts'
import { signInTexts } from './texts.ts'

export const forgottenPage = page({
  id: 'organisations.forgotten',
  path: paths.forgotten,
  who: 'public',
  load: async () => accept(undefined),
  view: (_data, context) => {
    const { t } = signInTexts(context.lang)
    const sent = context.query['verstuurd'] !== undefined && context.form === undefined
    return renderPage(
      <AppPage context={context} title={t('forgotten.title')} width="narrow">
        <PageHead title={t('forgotten.title')} lead={t('forgotten.lead')} />
        {sent ? (
          <Callout tone="green">
            <Paragraph>{t('forgotten.sent')}</Paragraph>
            {context.demo ? <Link href={paths.demoMail}>{t('code.demoMail')}</Link> : null}
          </Callout>
        ) : null}
        <Card>
          <Form
            action={paths.forgotten}
            id="organisations.forgotten"
            refused={context.form}
            words={{ stale: t('signIn.stale') }}
            labels={{ email: t('signIn.email') }}
          >
            <TextField
              name="email"
              type="email"
              label={t('signIn.email')}
              autoComplete="username"
              inputMode="email"
              maxLength={200}
            />
            <Button>{t('forgotten.submit')}</Button>
          </Form>
        </Card>
      </AppPage>,
    )
  },
})

export const newPasswordPage = page({
  id: 'organisations.newPassword',
  path: paths.newPassword,
  who: 'public',
  load: async () => accept(undefined),
  view: (_data, context) => {
    const { t } = signInTexts(context.lang)
    const key = context.form?.fields.text('sleutel') ?? context.query['sleutel'] ?? ''
    return renderPage(
      <AppPage context={context} title={t('forgotten.newTitle')} width="narrow">
        <PageHead title={t('forgotten.newTitle')} lead={t('forgotten.newLead')} />
        <Card>
          <Form
            action={paths.newPassword}
            id="organisations.newPassword"
            refused={context.form}
            words={{ tooShort: t('forgotten.tooShort'), staleLink: t('forgotten.stale'), stale: t('signIn.stale') }}
            labels={{ password: t('forgotten.newPassword') }}
            hidden={{ sleutel: key }}
          >
            <TextField
              name="password"
              type="password"
              label={t('forgotten.newPassword')}
              autoComplete="new-password"
              maxLength={200}
            />
            <Button>{t('forgotten.newSubmit')}</Button>
            <Link href={paths.forgotten}>{t('forgotten.askAgain')}</Link>
          </Form>
        </Card>
      </AppPage>,
    )
  },
})
