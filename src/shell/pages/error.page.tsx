import type { ErrorKind, PageContext } from '#platform'
import { AppPage, LinkButton, PageHead, Paragraph, renderPage } from '#ui'
import { shellTexts } from '../texts.ts'

/** What happened, what was kept and what to do; never a dead end. */
export const errorPage = (context: PageContext, kind: ErrorKind): string => {
  const { t } = shellTexts(context.lang)
  return renderPage(
    <AppPage context={context} title={t(`errors.${kind}.title`)} width="narrow">
      <PageHead title={t(`errors.${kind}.title`)} />
      <Paragraph>{t(`errors.${kind}.words`)}</Paragraph>
      <LinkButton href="/" look="primary">
        {t('errors.back')}
      </LinkButton>
    </AppPage>,
  )
}
