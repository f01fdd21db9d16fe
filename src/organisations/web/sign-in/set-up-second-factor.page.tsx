import type { Enrolment, PageContext } from '#platform'
import { AppPage, Button, Card, Form, PageHead, Paragraph, Qr, renderPage, Stack, TextField } from '#ui'
import { paths } from '../paths.ts'
import { backOf } from './sign-in.pages.tsx'
import { signInTexts } from './texts.ts'

export const SET_UP_FORM = 'organisations.setUpSecondFactor'

const inFours = (key: string): string => (key.match(/.{1,4}/g) ?? []).join(' ')

/** Only for a session whose password was right and whose second factor is still to be set up. */
export const setUpSecondFactorView = (enrolment: Enrolment, context: PageContext): string => {
  const { t } = signInTexts(context.lang)
  return renderPage(
    <AppPage context={context} title={t('setUp.title')} width="narrow">
      <PageHead title={t('setUp.title')} lead={t('setUp.lead')} />
      <Stack>
        <Card title={t('setUp.step1')}>
          <Paragraph>{t('setUp.step1Words')}</Paragraph>
        </Card>
        <Card title={t('setUp.step2')}>
          <Qr text={enrolment.uri} label={t('setUp.qr')} />
          <Paragraph>{t('setUp.key')}</Paragraph>
          <code dir="ltr">{inFours(enrolment.key)}</code>
        </Card>
        <Card title={t('setUp.step3')}>
          <Paragraph>{t('setUp.step3Words')}</Paragraph>
          <ul dir="ltr">
            {enrolment.backupCodes.map(code => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t('setUp.step4')}>
          <Form
            action={paths.setUpSecondFactor}
            id={SET_UP_FORM}
            refused={context.form}
            words={{ wrong: t('setUp.wrong'), stale: t('signIn.stale') }}
            labels={{ code: t('setUp.code') }}
            hidden={{ terug: backOf(context) }}
          >
            <TextField
              name="code"
              label={t('setUp.code')}
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={12}
              narrow
            />
            <Button>{t('setUp.submit')}</Button>
          </Form>
        </Card>
      </Stack>
    </AppPage>,
  )
}
