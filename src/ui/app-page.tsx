import type { ReactNode } from 'react'
import type { Undo } from './feedback.tsx'
import type { Lang } from './i18n.ts'
import { Page } from './page.tsx'
import type { PageProps } from './page.tsx'
import type { NavigationItem } from './navigation-item.ts'
import type { Viewer } from './page-header.tsx'
import { uiTexts } from './texts.ts'

/** What the kit needs of a request; the platform's `PageContext` fits. */
export interface RequestOfPage {
  readonly lang: Lang
  readonly path: string
  readonly csrfToken: string
  readonly formKey: () => string
  readonly navigation: readonly NavigationItem[]
  readonly notice: { readonly text: string; readonly undo?: Undo } | undefined
  readonly actor: RequestActor | undefined
}
export interface RequestActor {
  readonly name: string
  readonly role: string
  readonly organisationName: string | undefined
}

/** Where the parts of the header and footer lead; what a role may not do is left out. */
export type ShellTools = Pick<Viewer, 'homeHref' | 'search' | 'note' | 'accountHref' | 'signOutAction'> &
  Pick<PageProps, 'draftKey'>

let toolsFor: (request: RequestOfPage) => ShellTools = () => ({})
/** Set once by the composition root. */
export const registerTools = (tools: (request: RequestOfPage) => ShellTools): void => {
  toolsFor = tools
}

const STAFF_ROLES = [
  'coach',
  'serviceplein',
  'workcoach',
  'kernteam',
  'teamondersteuning',
  'sociaalteam',
  'partner',
  'netwerkcoach',
  'planner',
  'beleid',
  'beheer',
] as const

const roleWords = ({ role, organisationName }: RequestActor, lang: Lang): string => {
  const known = STAFF_ROLES.find(name => name === role)
  const words = known === undefined ? undefined : uiTexts(lang).t(`roles.${known}`)
  return [words, organisationName].filter(Boolean).join(', ')
}

const viewerOf = (request: RequestOfPage, tools: ShellTools): Viewer => {
  const { actor, navigation, lang } = request
  if (actor === undefined) return { kind: 'none', navigation, ...tools }
  const kind = actor.role === 'participant' ? 'participant' : 'staff'
  return { kind, name: actor.name, role: roleWords(actor, lang), navigation, ...tools }
}

/** A whole page for one request: header, navigation, notice and footer follow from it. */
export const AppPage = ({
  context,
  children,
  ...props
}: {
  readonly context: RequestOfPage
  readonly children: ReactNode
} & Pick<PageProps, 'title' | 'scripts' | 'width' | 'readAloud'>) => {
  const tools = toolsFor(context)
  return (
    <Page
      {...props}
      lang={context.lang}
      viewer={viewerOf(context, tools)}
      returnPath={context.path}
      csrfToken={context.csrfToken}
      formKey={context.formKey}
      draftKey={tools.draftKey}
      notice={context.notice}
    >
      {children}
    </Page>
  )
}
