import { refuse } from '#kernel'
import { WheelFigure } from '#instruments'
import { page, type PageContext } from '#platform'
import { AppPage, Breadcrumbs, LinkButton, PageHead, renderPage, Section } from '#ui'
import { getPlanSheet, type PlanSheet } from '../my/get-plan-sheet.ts'
import { deskPaths } from '../web/paths.ts'
import { RoleCards } from './role-cards.tsx'
import { wheelPageTexts } from './texts.ts'
import { rolesOfSheet, wheelOf } from './wheel-sheet.ts'

/** The person's own wheel: large with room, on a phone small above the six areas. */
export const viewMyWheel = (sheet: PlanSheet, context: PageContext): string => {
  const { t } = wheelPageTexts(context.lang)
  return renderPage(
    <AppPage context={context} title={t('my.title')} scripts={['print-page.js']}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('my.back') }]} />
      <PageHead
        title={t('my.title')}
        lead={t('my.lead')}
        actions={
          <>
            <print-page data-label={t('print')} data-look="secondary" />
            <LinkButton look="secondary" href={deskPaths.myPlan()}>
              {t('my.plan')}
            </LinkButton>
          </>
        }
      />
      <WheelFigure
        model={wheelOf(sheet)}
        lang={context.lang}
        own
        size="listed"
        links={{
          goals: (_area, goals) => `${deskPaths.myPlan()}#doel-${goals[0]?.id ?? ''}`,
          supply: () => '#wie',
        }}
      />
      <Section title={t('my.roles')} id="wie">
        <RoleCards roles={rolesOfSheet(sheet)} name={sheet.callName} t={t} own />
      </Section>
    </AppPage>,
  )
}

export const myWheelPage = page<PlanSheet>({
  id: 'desk.myWheel',
  path: deskPaths.myWheel(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    return participantId === undefined ? refuse('notFound') : request.run(getPlanSheet, { participantId })
  },
  view: viewMyWheel,
})
