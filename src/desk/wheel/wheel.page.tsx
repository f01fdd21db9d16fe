import { WheelFigure } from '#instruments'
import { page, type PageContext } from '#platform'
import { LinkButton, Paragraph, renderPage, Section } from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { getPlanSheet, type PlanSheet } from '../my/get-plan-sheet.ts'
import { deskPaths } from '../web/paths.ts'
import { RoleCards } from './role-cards.tsx'
import { wheelPageTexts } from './texts.ts'
import { rolesOfSheet, wheelOf } from './wheel-sheet.ts'

/** The wheel as the working screen: each part leads to where it can be worked on; beside it the same as a list. */
export const viewWheel = (sheet: PlanSheet, context: PageContext): string => {
  const { t } = wheelPageTexts(context.lang)
  const { participantId, callName: name, plan } = sheet
  const conversation = deskPaths.conversation(participantId)
  const openGoalIn = (area: string) => plan.goals.find(goal => goal.area === area && goal.state === 'open')
  return renderPage(
    <DossierFrame
      context={context}
      participantId={participantId}
      name={name}
      current="wheel"
      title={t('title')}
      scripts={['print-page.js']}
      actions={
        <>
          <print-page data-label={t('print')} />
          <LinkButton look="secondary" href={deskPaths.roles(participantId)}>
            {t('handOut')}
          </LinkButton>
        </>
      }
    >
      <Paragraph soft>{t('lead', { name })}</Paragraph>
      <WheelFigure
        model={wheelOf(sheet)}
        lang={context.lang}
        size="listed"
        links={{
          goals: (_area, goals) => `${deskPaths.dossier(participantId)}#goal-${goals[0]?.id ?? ''}`,
          addGoal: area => `${conversation}/doel?gebied=${area}`,
          supply: () => '#wie',
          findSupply: area => {
            const goal = openGoalIn(area)
            return goal === undefined ? undefined : deskPaths.findOffers(participantId, goal.id)
          },
        }}
      />
      <Section title={t('roles.title')} id="wie">
        <Paragraph soft>{t('roles.source')}</Paragraph>
        <RoleCards roles={rolesOfSheet(sheet)} name={name} t={t} />
      </Section>
    </DossierFrame>,
  )
}

export const wheelPage = page<PlanSheet>({
  id: 'desk.wheel',
  path: deskPaths.wheel(':participantId'),
  who: ['coach', 'workcoach'],
  load: ({ run, params }) => run(getPlanSheet, { participantId: params['participantId'] }),
  view: viewWheel,
})
