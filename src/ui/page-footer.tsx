import { Form } from './form.tsx'
import type { Lang } from './i18n.ts'
import { LanguageLinks } from './page-header.tsx'
import type { Viewer } from './page-header.tsx'
import { uiTexts } from './texts.ts'

const Account = ({ lang, viewer }: { readonly lang: Lang; readonly viewer: Viewer }) => {
  const { t } = uiTexts(lang)
  const words = [viewer.name, viewer.role].filter(Boolean).join(', ')
  return (
    <div className="op-account">
      {words === '' ? null : <span className="op-soft">{words}</span>}
      {viewer.accountHref === undefined ? null : (
        <a className="nl-link" href={viewer.accountHref}>
          {t('account')}
        </a>
      )}
      {viewer.signOutAction === undefined ? null : (
        <Form action={viewer.signOutAction} id="sign-out" inline>
          <button className="nl-button nl-button--subtle" type="submit">
            {t('signOut')}
          </button>
        </Form>
      )}
    </div>
  )
}

export const PageFooter = ({
  lang,
  viewer,
  returnPath,
}: {
  readonly lang: Lang
  readonly viewer: Viewer
  readonly returnPath: string
}) => {
  const { t } = uiTexts(lang)
  return (
    <footer className="op-footer">
      <nav aria-label={t('language')}>
        <LanguageLinks lang={lang} viewer={viewer} returnPath={returnPath} />
      </nav>
      {viewer.search === undefined && viewer.note === undefined ? null : <shortcut-switch data-label={t('shortcuts')} />}
      <Account lang={lang} viewer={viewer} />
    </footer>
  )
}
