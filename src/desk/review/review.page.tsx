import { ParticipantId, refuse, ReviewId } from '#kernel'
import { page, type PageContext } from '#platform'
import { AppPage, Badge, Badges, Breadcrumbs, Callout, Columns, LinkButton, PageHead, renderPage, Stack } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { getReviewPreparation, type ReviewPreparation } from './get-review-preparation.ts'
import { Agreed, Happened, Promises } from './look-back-part.tsx'
import { OwnWordPart } from './own-word-part.tsx'
import { LadderPart } from './ladder-part.tsx'
import { reviewPaths } from './paths.ts'
import { Held, OtherWays, ResultForm } from './result-part.tsx'
import { reviewTexts, sayWhen, toneOf } from './texts.ts'
import { WebPart } from './web-part.tsx'

export const viewReview = (data: ReviewPreparation, context: PageContext): string => {
  const { t } = reviewTexts(context.lang)
  const { participantId, callName, review } = data
  const part = { review: data, context, t }
  const planned = review.standing !== 'held' && review.standing !== 'cancelled'
  return renderPage(
    <AppPage context={context} title={`${t('one.title')} – ${callName}`}>
      <Breadcrumbs
        items={[
          { href: deskPaths.dossier(participantId), label: callName },
          { href: reviewPaths.list(participantId), label: t('one.back') },
        ]}
      />
      <PageHead
        above={callName}
        title={t('one.title')}
        lead={[sayWhen(review, context, t), review.place].filter(words => words !== undefined).join(' · ')}
        actions={
          planned ? (
            <LinkButton look="secondary" href={deskPaths.conversation(participantId)}>
              {t('one.talk')}
            </LinkButton>
          ) : undefined
        }
      />
      <Badges>
        <Badge tone={toneOf(review.standing)}>{t(`standing.${review.standing}`)}</Badge>
      </Badges>
      {review.standing === 'onHold' && review.holdReason !== undefined ? (
        <Callout>{t('wait.why', { reason: review.holdReason })}</Callout>
      ) : null}
      <OwnWordPart part={part} />
      {review.standing === 'held' ? <Held part={part} /> : null}
      <Columns>
        <Stack>
          <Agreed part={part} />
          <Promises part={part} />
        </Stack>
        <Stack>
          <Happened part={part} />
          <LadderPart part={part} />
          <WebPart part={part} />
        </Stack>
      </Columns>
      {planned && data.own ? (
        <>
          <ResultForm part={part} />
          <OtherWays part={part} />
        </>
      ) : null}
    </AppPage>,
  )
}

const Key = ParticipantId

export const reviewPage = page<ReviewPreparation>({
  id: 'desk.review',
  path: reviewPaths.one(':participantId', ':reviewId'),
  who: ['coach', 'workcoach'],
  load: request => {
    const participantId = Key.safeParse(request.params['participantId'])
    const reviewId = ReviewId.safeParse(request.params['reviewId'])
    return participantId.success && reviewId.success
      ? request.run(getReviewPreparation, { participantId: participantId.data, reviewId: reviewId.data })
      : Promise.resolve(refuse('notFound'))
  },
  view: viewReview,
})
