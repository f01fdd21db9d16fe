import type { ReactNode } from 'react'
import { type Decision, refuse } from '#kernel'
import { type AnyPage, page, type PageContext, type PageRequest } from '#platform'
import { AppPage, Breadcrumbs, Card, PageHead, renderPage } from '#ui'
import { deskPaths } from '../../web/paths.ts'
import { getMyProfile, type MyProfile } from './get-my-profile.ts'
import { type DataT, dataTexts } from './texts.ts'

export interface DataPart {
  readonly profile: MyProfile
  readonly context: PageContext
  readonly t: DataT
}

export const loadProfile = async (request: PageRequest): Promise<Decision<MyProfile>> => {
  const participantId = request.actor?.participantId
  return participantId === undefined ? refuse('notFound') : request.run(getMyProfile, { participantId })
}

/** A page with one form: one thing at a time. */
export const formPage = (definition: {
  readonly id: string
  readonly path: string
  readonly title: (t: DataT) => string
  readonly lead?: (t: DataT) => string
  readonly form: (part: DataPart) => ReactNode
}): AnyPage =>
  page<MyProfile>({
    id: definition.id,
    path: definition.path,
    who: ['participant'],
    load: loadProfile,
    view: (profile, context) => {
      const { t } = dataTexts(context.lang)
      const title = definition.title(t)
      return renderPage(
        <AppPage context={context} title={title} width="narrow">
          <Breadcrumbs items={[{ href: deskPaths.myData(), label: t('backData') }]} />
          <PageHead title={title} lead={definition.lead?.(t)} />
          <Card>{definition.form({ profile, context, t })}</Card>
        </AppPage>,
      )
    },
  })
