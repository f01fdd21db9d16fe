import { WheelFigure, wheelModel } from '#instruments'
import { page, type PageContext } from '#platform'
import { wheelInput } from '#plans'
import { trajectoryLabel, type TrajectoryType } from '#trajectories'
import { AppPage, Callout, Columns, LinkButton, PageHead, renderPage, sayDate, Stack } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { About } from './about.tsx'
import { Agreements } from './agreements.tsx'
import { Ahead } from './ahead.tsx'
import type { Dossier } from './dossier.ts'
import { getDossier } from './get-dossier.ts'
import { ClosedGoals, GoalCards } from './goal-card.tsx'
import type { DossierPart } from './part.ts'
import { TeamCards } from './team-cards.tsx'
import { dossierTexts } from './texts.ts'
import { DossierTimeline } from './timeline.tsx'

const aboveTitle = ({ dossier, context, t }: DossierPart): string | undefined => {
  const [trajectory] = dossier.trajectories
  if (trajectory === undefined) return undefined
  const label = trajectoryLabel(trajectory.type as TrajectoryType, context.today)
  return t('above', {
    label: context.lang === 'en' ? label.en : label.nl,
    day: sayDate(trajectory.startedOn, context.today, context.lang),
    organisation: trajectory.organisationName,
  })
}

const WheelOf = ({ part: { dossier, context } }: { readonly part: DossierPart }) => {
  if (dossier.plan === undefined) return null
  const conversation = deskPaths.conversation(dossier.participantId)
  return (
    <div>
      <WheelFigure
        model={wheelModel(wheelInput(dossier.callName, dossier.plan, dossier.placements ?? []))}
        lang={context.lang}
        links={{
          goals: (_area, goals) => `#goal-${goals[0]?.id ?? ''}`,
          addGoal: area => `${conversation}?gebied=${area}#doel`,
          supply: (_area, supply) => (supply.length === 0 ? undefined : '#wie'),
        }}
      />
    </div>
  )
}

const NotShared = ({ part: { dossier, t } }: { readonly part: DossierPart }) => (
  <Callout title={t('notShared.title', { name: dossier.callName })} level={2}>
    {t('notShared.words')}
  </Callout>
)

export const viewDossier = (dossier: Dossier, context: PageContext): string => {
  const { t } = dossierTexts(context.lang)
  const part: DossierPart = { dossier, context, t }
  const shared = dossier.plan !== undefined
  return renderPage(
    <AppPage context={context} title={dossier.callName}>
      <PageHead
        above={aboveTitle(part)}
        title={`${dossier.callName} ${dossier.surname}`}
        actions={
          shared ? (
            <>
              <LinkButton look="secondary" href={deskPaths.print(dossier.participantId)}>
                {t('print')}
              </LinkButton>
              <LinkButton href={deskPaths.conversation(dossier.participantId)}>{t('talk')}</LinkButton>
            </>
          ) : undefined
        }
      />
      {shared ? (
        <Columns>
          <WheelOf part={part} />
          <Stack>
            <GoalCards part={part} />
            <ClosedGoals part={part} />
          </Stack>
        </Columns>
      ) : (
        <NotShared part={part} />
      )}
      <TeamCards part={part} />
      {shared ? (
        <>
          <Columns>
            <DossierTimeline part={part} />
            <Stack>
              <Ahead part={part} />
              <Agreements part={part} />
            </Stack>
          </Columns>
          <About part={part} />
        </>
      ) : null}
    </AppPage>,
  )
}

export const dossierPage = page<Dossier>({
  id: 'desk.dossier',
  path: deskPaths.dossier(':participantId'),
  who: ['coach', 'workcoach'],
  load: request => request.run(getDossier, { participantId: request.params['participantId'] }),
  view: viewDossier,
})
