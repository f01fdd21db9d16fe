import { accept, ParticipantId, refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import { getProgress } from '#trajectories'
import {
  Actions,
  AppPage,
  Badge,
  Breadcrumbs,
  Callout,
  Card,
  Columns,
  defineTexts,
  EmptyState,
  type Lang,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDate,
  sayDay,
  Section,
  Soft,
  Stack,
} from '#ui'
import { referralPath, referralsPath } from '../links.ts'
import { Facts, History } from '../progress/facts.tsx'
import { PROGRESS_POSTS } from '../progress/form-ids.ts'
import type { ProgressData, ProgressPart } from '../progress/part.ts'
import { PhaseLine } from '../progress/phase-line.tsx'
import { Standing } from '../progress/standing.tsx'
import { ProgressActions } from '../progress/action-forms.tsx'
import { progressTexts } from '../progress/texts.ts'
import { deskPaths } from '../web/paths.ts'
import en from './en.json' with { type: 'json' }
import { getTrajectoryState, type MunicipalView } from './get-trajectory-state.ts'
import nl from './nl.json' with { type: 'json' }

const texts = defineTexts({ nl, en })

interface Part {
  readonly context: PageContext
  readonly t: ReturnType<typeof texts>['t']
}
type Trajectory = MunicipalView['trajectories'][number]

const labelIn = (label: Trajectory['label'], lang: Lang): string => (lang === 'en' ? label.en : label.nl)

interface ReviewsProps {
  readonly trajectory: Trajectory | undefined
  readonly ended: boolean
  readonly part: Part
}

const Reviews = ({ trajectory, ended, part: { context, t } }: ReviewsProps) =>
  trajectory === undefined || trajectory.reviews.length === 0 ? (
    <>{t(ended ? 'noReviewsEnded' : 'noReviews')}</>
  ) : (
    <Stack>
      {trajectory.reviews.map(review => (
        <span key={review.plannedOn}>
          {review.state === 'planned'
            ? sayDay(review.plannedOn, context.today, context.lang)
            : sayDate(review.plannedOn, context.today, context.lang)}
          <br />
          <Soft>
            {review.heldOn !== undefined
              ? t('held', { day: sayDate(review.heldOn, context.today, context.lang) })
              : t(review.state === 'cancelled' ? 'cancelled' : review.overdue ? 'overdue' : 'planned')}
          </Soft>
        </span>
      ))}
    </Stack>
  )

/** One trajectory as the municipality sees it: how far it is, not what was said. */
const TrajectorySection = ({
  progress,
  reviews,
  part,
}: {
  readonly progress: ProgressPart
  readonly reviews: Trajectory | undefined
  readonly part: Part
}) => {
  const { context, t } = part
  const { trajectory } = progress
  return (
    <Section
      title={labelIn(trajectory.kind.label, context.lang)}
      actions={<Badge tone={trajectory.state === 'active' ? 'green' : 'stone'}>{t(`state.${trajectory.state}`)}</Badge>}
    >
      <Columns kind="wide-first">
        <Stack>
          <Standing part={progress} />
          <PhaseLine part={progress} />
          <Card title={t('reviews')} level={3}>
            <Reviews trajectory={reviews} ended={trajectory.state === 'ended'} part={part} />
          </Card>
          <ProgressActions part={progress} />
        </Stack>
        <Stack>
          <Facts part={progress} />
          <History part={progress} />
          {trajectory.referralId === undefined ? null : (
            <Actions>
              <LinkButton look="secondary" href={referralPath(trajectory.referralId)}>
                {t('referral')}
              </LinkButton>
            </Actions>
          )}
        </Stack>
      </Columns>
    </Section>
  )
}

const Agreements = ({ state, part: { context, t } }: { readonly state: MunicipalView; readonly part: Part }) => (
  <Card title={t('agreements')}>
    {state.agreements.length === 0 ? (
      <Paragraph soft>{t('noAgreements')}</Paragraph>
    ) : (
      <>
        <Paragraph soft>{t('agreementsWords')}</Paragraph>
        <Rows label={t('agreements')}>
          {state.agreements.map(agreement => (
            <Row
              key={agreement.id}
              title={<span dir="auto">{agreement.words}</span>}
              detail={[
                t(`by.${agreement.promisedBy}`, {
                  name: agreement.promisedBy === 'participant' ? state.callName : (agreement.promisedByName ?? ''),
                }),
                agreement.state === 'open' && agreement.until !== undefined
                  ? t('until', { day: sayDate(agreement.until, context.today, context.lang) })
                  : t('made', { day: sayDate(agreement.madeOn, context.today, context.lang) }),
              ].join(' · ')}
              end={<Badge tone={agreement.state === 'kept' ? 'green' : 'stone'}>{t(agreement.state)}</Badge>}
            />
          ))}
        </Rows>
      </>
    )}
  </Card>
)

interface MunicipalData {
  readonly state: MunicipalView
  readonly progress: ProgressData
}

export const viewTrajectory = ({ state, progress }: MunicipalData, context: PageContext): string => {
  const { t } = texts(context.lang)
  const part: Part = { context, t }
  const name = `${state.callName} ${state.surname}`
  return renderPage(
    <AppPage context={context} title={name}>
      <Breadcrumbs items={[{ href: referralsPath(), label: t('referrals') }]} />
      <PageHead above={t('above')} title={name} />
      {progress.trajectories.length === 0 ? <EmptyState title={t('none')}>{t('noneWords')}</EmptyState> : null}
      {progress.trajectories.map(trajectory => (
        <TrajectorySection
          key={trajectory.id}
          part={part}
          reviews={state.trajectories.find(each => each.id === trajectory.id)}
          progress={{
            trajectory,
            data: progress,
            context,
            t: progressTexts(context.lang).t,
            postTo: what => deskPaths.ofTrajectoryForDesk(state.participantId, trajectory.id, PROGRESS_POSTS[what]),
          }}
        />
      ))}
      {progress.trajectories.length === 0 ? null : <Agreements state={state} part={part} />}
      <Callout>{t('only')}</Callout>
    </AppPage>,
  )
}

export const trajectoryPage = page<MunicipalData>({
  id: 'desk.trajectory',
  path: deskPaths.trajectory(':participantId'),
  who: ['serviceplein'],
  load: async request => {
    const participantId = ParticipantId.safeParse(request.params['participantId'])
    if (!participantId.success) return refuse('notFound')
    const about = { participantId: participantId.data }
    const [state, progress] = await Promise.all([request.run(getTrajectoryState, about), request.run(getProgress, about)])
    if (!state.ok) return state
    return progress.ok ? accept({ state: state.value, progress: progress.value }) : progress
  },
  view: viewTrajectory,
})
