import { page, type PageContext } from '#platform'
import { getProgress, type Progress } from '#trajectories'
import { Badge, Columns, EmptyState, renderPage, Section, Stack } from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { deskPaths } from '../web/paths.ts'
import { ProgressActions } from './action-forms.tsx'
import { Facts, History } from './facts.tsx'
import { PROGRESS_POSTS } from './form-ids.ts'
import type { ProgressData, ProgressPart } from './part.ts'
import { PhaseLine } from './phase-line.tsx'
import { inLang } from './say.ts'
import { Standing } from './standing.tsx'
import { progressTexts } from './texts.ts'

const TrajectorySection = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, context, t } = part
  return (
    <Section
      title={inLang(trajectory.kind.label, context.lang)}
      id={`traject-${trajectory.id}`}
      actions={<Badge tone={trajectory.state === 'active' ? 'green' : 'stone'}>{t(`state.${trajectory.state}`)}</Badge>}
    >
      <Columns kind="wide-first">
        <Stack>
          <Standing part={part} />
          <PhaseLine part={part} canTalk={trajectory.coordinatorId === context.actor?.membershipId} />
          <ProgressActions part={part} />
        </Stack>
        <Stack>
          <Facts part={part} />
          {part.data.guides ? <History part={part} /> : null}
        </Stack>
      </Columns>
    </Section>
  )
}

export const viewProgress = (data: ProgressData, context: PageContext): string => {
  const { t } = progressTexts(context.lang)
  const partOf = (trajectory: Progress): ProgressPart => ({
    trajectory,
    data,
    context,
    t,
    postTo: what => deskPaths.ofTrajectory(data.participantId, trajectory.id, PROGRESS_POSTS[what]),
  })
  return renderPage(
    <DossierFrame
      context={context}
      participantId={data.participantId}
      name={data.callName}
      current="progress"
      title={t('title')}
      tabs={data.guides}
    >
      {data.trajectories.length === 0 ? <EmptyState title={t('none')}>{t('noneWords')}</EmptyState> : null}
      {data.trajectories.map(trajectory => (
        <TrajectorySection key={trajectory.id} part={partOf(trajectory)} />
      ))}
    </DossierFrame>,
  )
}

export const progressPage = page<ProgressData>({
  id: 'desk.progress',
  path: deskPaths.progress(':participantId'),
  who: ['coach', 'workcoach'],
  load: request => request.run(getProgress, { participantId: request.params['participantId'] }),
  view: viewProgress,
})
