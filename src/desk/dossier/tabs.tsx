import type { ReactNode } from 'react'
import type { ParticipantId } from '#kernel'
import type { PageContext } from '#platform'
import { AppPage, Breadcrumbs, defineTexts, PageHead, Tabs } from '#ui'
import { deskPaths } from '../web/paths.ts'
import en from './tabs.en.json' with { type: 'json' }
import nl from './tabs.nl.json' with { type: 'json' }

const tabsTexts = defineTexts({ nl, en })

/** The pages inside a dossier, in the order of their tabs. A page that is not here yet gets a line when it exists. */
const TABS = {
  dossier: deskPaths.dossier,
  wheel: deskPaths.wheel,
  intake: deskPaths.intake,
  progress: deskPaths.progress,
  instruments: deskPaths.instruments,
  recognition: deskPaths.recognition,
  work: deskPaths.work,
  reviews: deskPaths.reviews,
  own: deskPaths.own,
  timeline: deskPaths.timeline,
} as const satisfies Record<string, (id: ParticipantId) => string>
export type DossierTab = keyof typeof TABS

export const DossierTabs = ({
  participantId,
  current,
  context,
}: {
  readonly participantId: ParticipantId
  readonly current: DossierTab
  readonly context: PageContext
}) => {
  const { t } = tabsTexts(context.lang)
  const tabs = (Object.keys(TABS) as DossierTab[]).map(tab => ({
    href: TABS[tab](participantId),
    label: t(tab),
    current: tab === current,
  }))
  return <Tabs label={t('label')} tabs={tabs} />
}

/** The frame of a page inside a dossier: whose it is, the way back, the tabs. */
export const DossierFrame = ({
  context,
  participantId,
  name,
  current,
  title,
  actions,
  scripts = [],
  tabs = true,
  children,
}: {
  readonly context: PageContext
  readonly participantId: ParticipantId
  /** How the person wants to be called. */
  readonly name: string
  readonly current: DossierTab
  readonly title: string
  readonly actions?: ReactNode
  readonly scripts?: readonly string[]
  /** Left out for whom the other pages are shut. */
  readonly tabs?: boolean
  readonly children: ReactNode
}) => {
  const { t } = tabsTexts(context.lang)
  return (
    <AppPage context={context} title={`${title} – ${name}`} scripts={scripts}>
      <Breadcrumbs
        items={[
          { href: deskPaths.people(), label: t('wayBack') },
          { href: deskPaths.dossier(participantId), label: name },
        ]}
      />
      <PageHead title={title} actions={actions} />
      {tabs ? <DossierTabs participantId={participantId} current={current} context={context} /> : null}
      {children}
    </AppPage>
  )
}
