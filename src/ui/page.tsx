import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { assetPath } from './assets.ts'
import { PageContext } from './context.ts'
import { PageFooter } from './page-footer.tsx'
import { PageHeader } from './page-header.tsx'
import type { Viewer } from './page-header.tsx'
import { directionOf } from './i18n.ts'
import type { Lang } from './i18n.ts'
import { Notice } from './feedback.tsx'
import type { Undo } from './feedback.tsx'
import { uiTexts } from './texts.ts'

export interface PageProps {
  readonly lang: Lang
  /** What the page is about; the browser's title adds the product's name. */
  readonly title: string
  readonly viewer: Viewer
  /** Address of this page with its query, for the language links. */
  readonly returnPath: string
  readonly csrfToken?: string | undefined
  /** Makes the idempotency key of each form. */
  readonly formKey?: (() => string) | undefined
  /** Key of this session (base64, 32 bytes) that encrypts drafts in the browser. Without it no draft is kept. */
  readonly draftKey?: string | undefined
  /** What just happened; the platform's notice fits as it is. */
  readonly notice?: { readonly text: string; readonly undo?: Undo } | undefined
  /** Names of further script bundles, for example `map.js`. */
  readonly scripts?: readonly string[]
  /** `wide` for the wheel and tables; `narrow` for one form or text; `conversation` large and calm, without menu. */
  readonly width?: 'wide' | 'narrow' | 'conversation'
  /** A button that reads the page, where the browser has a voice. Default: on participant pages. */
  readonly readAloud?: boolean
  readonly children: ReactNode
}

const kitScript = (viewer: Viewer): string => (viewer.kind === 'staff' ? 'staff.js' : 'participant.js')

/** A button that reads the page, where the browser has a voice. Pages with `readAloud={false}` may put it elsewhere. */
export const ReadAloud = ({ lang }: { readonly lang: Lang }) => {
  const { t } = uiTexts(lang)
  return <read-aloud className="op-read-aloud" data-start={t('readAloud')} data-stop={t('readAloudStop')} />
}

export const Page = (props: PageProps) => {
  const { lang, title, viewer, notice, width = 'wide' } = props
  const { t } = uiTexts(lang)
  const readAloud = props.readAloud ?? viewer.kind === 'participant'
  return (
    <html lang={lang} dir={directionOf(lang)}>
      <head>
        <meta charSet="utf-8" />
        <title>{t('pageTitle', { title })}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {props.draftKey === undefined ? null : <meta name="opstap-draft-key" content={props.draftKey} />}
        <link rel="icon" href={assetPath('logo.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={assetPath('main.css')} />
        <script type="module" src={assetPath(kitScript(viewer))} />
        {props.scripts?.map(name => (
          <script key={name} type="module" src={assetPath(name)} />
        ))}
      </head>
      <body className={`op-body op-body--${viewer.kind} op-body--${width}`} data-sending={t('sending')}>
        <PageContext value={{ lang, csrfToken: props.csrfToken, formKey: props.formKey }}>
          <a className="nl-skip-link nl-skip-link--visible-on-focus" href="#main">
            {t('skipLink')}
          </a>
          <PageHeader lang={lang} viewer={viewer} returnPath={props.returnPath} bare={width === 'conversation'} />
          <main id="main" className="op-main" tabIndex={-1}>
            {notice === undefined ? null : <Notice undo={notice.undo}>{notice.text}</Notice>}
            {props.children}
            {readAloud ? <ReadAloud lang={lang} /> : null}
          </main>
          <PageFooter lang={lang} viewer={viewer} returnPath={props.returnPath} />
        </PageContext>
      </body>
    </html>
  )
}

/** The page as it goes over the line. */
export const renderPage = (page: ReactElement): string => `<!doctype html>${renderToStaticMarkup(page)}`
/** A part of a page, for tests and mail. */
export const renderPart = (part: ReactElement): string => renderToStaticMarkup(part)
