import type { KeptMail, PageContext } from '#platform'
import { AppPage, Card, EmptyState, FreeText, LinkButton, PageHead, renderPage, Soft, Stack, timeIn } from '#ui'
import { paths } from '../paths.ts'
import { signInTexts } from './texts.ts'

/** What a trial installation would have mailed, newest first. */
export const demoMailView = (mails: readonly KeptMail[], context: PageContext): string => {
  const { t } = signInTexts(context.lang)
  const toEntry = <LinkButton href={paths.codeEntry}>{t('demoMail.enterCode')}</LinkButton>
  return renderPage(
    <AppPage context={context} title={t('demoMail.title')} width="narrow">
      <PageHead
        title={t('demoMail.title')}
        lead={t('demoMail.lead')}
        actions={context.actor === undefined ? toEntry : undefined}
      />
      {mails.length === 0 ? (
        <EmptyState
          title={t('demoMail.empty')}
          action={
            <LinkButton look="secondary" href={paths.signIn}>
              {t('demoMail.toSignIn')}
            </LinkButton>
          }
        >
          {t('demoMail.emptyWords')}
        </EmptyState>
      ) : (
        <Stack>
          {mails.map(mail => (
            <Card key={mail.id} title={mail.channel === 'sms' ? t('demoMail.sms') : mail.subject}>
              <Soft>{t('demoMail.to', { to: mail.to, time: timeIn(mail.at) })}</Soft>
              <FreeText>{mail.words}</FreeText>
            </Card>
          ))}
        </Stack>
      )}
    </AppPage>,
  )
}
