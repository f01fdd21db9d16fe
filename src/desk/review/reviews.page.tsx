import { accept } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  Actions,
  Badge,
  Button,
  Card,
  Columns,
  DateField,
  Details,
  EmptyState,
  Form,
  Paragraph,
  renderPage,
  Row,
  Rows,
  sayDay,
  Stack,
  TextField,
  TimeField,
} from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { AdviceCard, HandOverCard } from '../advice/advice-card.tsx'
import { getReviewList, type ReviewList } from './get-review-list.ts'
import { reviewPaths } from './paths.ts'
import type { ReviewLine } from './read-reviews.ts'
import { reviewTexts, type ReviewT, sayWhen, toneOf } from './texts.ts'

interface Part {
  readonly list: ReviewList
  readonly context: PageContext
  readonly t: ReviewT
}

const COMING: readonly ReviewLine['standing'][] = ['overdue', 'due', 'ahead', 'onHold']
const isComing = ({ standing }: ReviewLine): boolean => COMING.includes(standing)

const detailOf = (review: ReviewLine, { context, t }: Part): string =>
  [
    sayWhen(review, context, t),
    review.place,
    review.standing === 'onHold' && review.holdReason !== undefined ? review.holdReason : undefined,
    review.standing === 'held' ? (review.changes ?? review.goesOn) : undefined,
  ]
    .filter(words => words !== undefined)
    .join(' · ')

const ReviewRows = ({
  reviews,
  label,
  part,
}: {
  readonly reviews: readonly ReviewLine[]
  readonly label: string
  readonly part: Part
}) => (
  <Rows kind="badges" label={label}>
    {reviews.map(review => (
      <Row
        key={review.id}
        start={<Badge tone={toneOf(review.standing)}>{part.t(`standing.${review.standing}`)}</Badge>}
        title={part.t('one.title')}
        href={reviewPaths.one(part.list.participantId, review.id)}
        detail={<span dir="auto">{detailOf(review, part)}</span>}
      />
    ))}
  </Rows>
)

const PlanForm = ({ part: { list, context, t } }: { readonly part: Part }) => {
  if (list.running === undefined) return null
  const { trajectoryId, proposedOn } = list.running
  return (
    <Form
      id="desk.planReviewTalk"
      action={reviewPaths.plan(list.participantId)}
      refused={context.form}
      hidden={{ trajectoryId }}
      values={{ plannedOn: proposedOn }}
      labels={{ plannedOn: t('plan.day'), time: t('plan.time'), place: t('plan.place') }}
      words={{ 'plannedOn.inPast': t('plan.inPast') }}
    >
      <DateField
        name="plannedOn"
        label={t('plan.day')}
        hint={t('plan.dayHint', { day: sayDay(proposedOn, context.today, context.lang) })}
        min={context.today}
      />
      <TimeField name="time" label={t('plan.time')} hint={t('plan.timeHint')} optional />
      <TextField name="place" label={t('plan.place')} optional maxLength={200} />
      <Actions>
        <Button>{t('plan.save')}</Button>
      </Actions>
    </Form>
  )
}

const Coming = ({ part }: { readonly part: Part }) => {
  const { list, context, t } = part
  const coming = list.reviews.filter(isComing)
  const refused = context.form?.id === 'desk.planReviewTalk'
  return (
    <Card title={t('list.coming')}>
      {coming.length > 0 ? (
        <>
          <ReviewRows reviews={coming} label={t('list.coming')} part={part} />
          {list.running === undefined ? null : (
            <Details summary={t('plan.title')} open={refused}>
              <PlanForm part={part} />
            </Details>
          )}
        </>
      ) : list.running === undefined ? (
        <Paragraph soft>{t('list.noneEnded')}</Paragraph>
      ) : (
        <>
          <EmptyState level={3} title={t('list.none')}>
            {t('list.noneWords', { name: list.callName })}
          </EmptyState>
          <PlanForm part={part} />
        </>
      )}
    </Card>
  )
}

const Past = ({ part }: { readonly part: Part }) => {
  const { list, t } = part
  const past = list.reviews.filter(review => !isComing(review)).toReversed()
  return (
    <Card title={t('list.past')}>
      {past.length === 0 ? (
        <Paragraph soft>{t('list.pastNone')}</Paragraph>
      ) : (
        <ReviewRows reviews={past} label={t('list.past')} part={part} />
      )}
    </Card>
  )
}

export const viewReviews = (list: ReviewList, context: PageContext): string => {
  const { t } = reviewTexts(context.lang)
  const part: Part = { list, context, t }
  return renderPage(
    <DossierFrame
      context={context}
      participantId={list.participantId}
      name={list.callName}
      current="reviews"
      title={t('list.title')}
    >
      <Paragraph soft>{t('list.lead')}</Paragraph>
      <Columns kind="wide-first">
        <Stack>
          <Coming part={part} />
          <Past part={part} />
        </Stack>
        <Stack>
          <HandOverCard list={list} context={context} />
          <AdviceCard list={list} context={context} />
        </Stack>
      </Columns>
    </DossierFrame>,
  )
}

export const reviewsPage = page<ReviewList>({
  id: 'desk.reviews',
  path: reviewPaths.list(':participantId'),
  who: ['coach', 'workcoach'],
  load: async request => {
    const list = await request.run(getReviewList, { participantId: request.params['participantId'] })
    return list.ok ? accept(list.value) : list
  },
  view: viewReviews,
})
