import { ParticipantId, refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  Breadcrumbs,
  Callout,
  Card,
  Columns,
  defineTexts,
  DefinitionList,
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
  sayLaw,
  Soft,
  Stack,
} from '#ui'
import { referralPath, referralsPath } from '../links.ts'
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

const Reviews = ({ trajectory, part: { context, t } }: { readonly trajectory: Trajectory; readonly part: Part }) =>
  trajectory.reviews.length === 0 ? (
    <>{t('noReviews')}</>
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

/** One trajectory as the municipality sees it. */
const TrajectoryStateCard = ({ trajectory, part }: { readonly trajectory: Trajectory; readonly part: Part }) => {
  const { context, t } = part
  const { lang, today } = context
  const { plannedEndOn, endedOn, referralId } = trajectory
  return (
    <Card
      title={labelIn(trajectory.label, lang)}
      badges={<Badge tone={trajectory.state === 'active' ? 'green' : 'stone'}>{t(`state.${trajectory.state}`)}</Badge>}
    >
      <DefinitionList
        items={[
          { term: t('law'), value: sayLaw(trajectory.law, lang) },
          { term: t('coordinator'), value: trajectory.coordinatorName },
          { term: t('organisation'), value: trajectory.organisationName },
          { term: t('started'), value: sayDate(trajectory.startedOn, today, lang) },
          endedOn === undefined
            ? {
                term: t('plannedEnd'),
                value: plannedEndOn === undefined ? t('noPlannedEnd') : sayDate(plannedEndOn, today, lang),
              }
            : { term: t('ended'), value: sayDate(endedOn, today, lang) },
          { term: t('reviews'), value: <Reviews trajectory={trajectory} part={part} /> },
        ]}
      />
      {referralId === undefined ? null : (
        <LinkButton look="secondary" href={referralPath(referralId)}>
          {t('referral')}
        </LinkButton>
      )}
    </Card>
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

export const viewTrajectory = (state: MunicipalView, context: PageContext): string => {
  const { t } = texts(context.lang)
  const part: Part = { context, t }
  const name = `${state.callName} ${state.surname}`
  return renderPage(
    <AppPage context={context} title={name}>
      <Breadcrumbs items={[{ href: referralsPath(), label: t('referrals') }]} />
      <PageHead above={t('above')} title={name} />
      {state.trajectories.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWords')}</EmptyState>
      ) : (
        <Columns kind="halves">
          {state.trajectories.map(trajectory => (
            <TrajectoryStateCard key={trajectory.id} trajectory={trajectory} part={part} />
          ))}
          <Agreements state={state} part={part} />
        </Columns>
      )}
      <Callout>{t('only')}</Callout>
    </AppPage>,
  )
}

export const trajectoryPage = page<MunicipalView>({
  id: 'desk.trajectory',
  path: deskPaths.trajectory(':participantId'),
  who: ['serviceplein'],
  load: request => {
    const participantId = ParticipantId.safeParse(request.params['participantId'])
    return participantId.success
      ? request.run(getTrajectoryState, { participantId: participantId.data })
      : Promise.resolve(refuse('notFound'))
  },
  view: viewTrajectory,
})
