import { refuse } from '#kernel'
import { WheelFigure } from '#instruments'
import { page, type PageContext } from '#platform'
import { AppPage, Breadcrumbs, LinkButton, PageHead, renderPage, Row, Rows } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { wheelOf } from '../wheel/wheel-sheet.ts'
import { getPlanSheet, type PlanSheet } from './get-plan-sheet.ts'
import { GoalsPart } from './goals-part.tsx'
import { PauseNote } from './pause/pause-note.tsx'
import type { PlanPart } from './plan-part.ts'
import { myTexts } from './texts.ts'
import { WishesPart } from './wishes-part.tsx'

/** What goes with the plan has pages of its own. */
const Further = ({ part: { t } }: { readonly part: PlanPart }) => (
  <div className="op-more">
    <Rows label={t('plan.further')}>
      <Row title={t('plan.agreements')} href={deskPaths.myAgreements()} detail={t('plan.agreementsWords')} />
      <Row title={t('plan.received')} href={deskPaths.myRecognition()} detail={t('plan.receivedWords')} />
    </Rows>
  </div>
)

export const viewMyPlan = (sheet: PlanSheet, context: PageContext): string => {
  const { t } = myTexts(context.lang)
  const { plan, participantId } = sheet
  const part: PlanPart = { participantId, context, t }
  return renderPage(
    <AppPage context={context} title={t('plan.title')}>
      <Breadcrumbs items={[{ href: deskPaths.my(), label: t('plan.back') }]} />
      <PageHead
        title={t('plan.title')}
        actions={
          <LinkButton look="secondary" href={deskPaths.myPlanPrint()}>
            {t('plan.print')}
          </LinkButton>
        }
      />
      <PauseNote pause={sheet.pause} context={context} />
      <WheelFigure
        model={wheelOf(sheet)}
        lang={context.lang}
        own
        links={{
          goals: (_area, goals) => `#doel-${goals[0]?.id}`,
          supply: () => deskPaths.myPeople(),
        }}
      />
      <GoalsPart plan={plan} part={part} />
      <WishesPart plan={plan} part={part} />
      <Further part={part} />
    </AppPage>,
  )
}

export const myPlanPage = page<PlanSheet>({
  id: 'desk.myPlan',
  path: deskPaths.myPlan(),
  who: ['participant'],
  load: async request => {
    const participantId = request.actor?.participantId
    return participantId === undefined ? refuse('notFound') : request.run(getPlanSheet, { participantId })
  },
  view: viewMyPlan,
})
