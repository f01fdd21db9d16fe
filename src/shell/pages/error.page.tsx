import type { ErrorKind, Kept, PageContext } from '#platform'
import { AppPage, Card, FreeText, LinkButton, PageHead, Paragraph, renderPage } from '#ui'
import { shellTexts } from '../texts.ts'

/** What happened, what was kept and what to do; never a dead end. */
export const errorPage = (context: PageContext, kind: ErrorKind, kept?: Kept): string => {
  const { t } = shellTexts(context.lang)
  return renderPage(
    <AppPage context={context} title={t(`errors.${kind}.title`)} width="narrow">
      <PageHead title={t(`errors.${kind}.title`)} />
      <Paragraph>{t(`errors.${kind}.words`)}</Paragraph>
      {kept === undefined ? null : (
        <Card title={t('errors.typed')} tint="orange">
          {kept.words.map(words => (
            <FreeText key={words}>{words}</FreeText>
          ))}
        </Card>
      )}
      {kept !== undefined && kind === 'signedOut' ? (
        <LinkButton href={kept.signInHref} look="primary">
          {t('errors.signIn')}
        </LinkButton>
      ) : (
        <LinkButton href="/" look="primary">
          {t('errors.back')}
        </LinkButton>
      )}
    </AppPage>,
  )
}
