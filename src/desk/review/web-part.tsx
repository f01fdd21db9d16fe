import { questionnaireOf } from '#instruments'
import { Button, Card, Checkbox, Details, Form, Paragraph, sayDate, Soft } from '#ui'
import { Figure, FigureTable, Legend } from '../instruments/figure.tsx'
import { instrumentTexts } from '../instruments/texts.ts'
import type { ReviewPart } from './own-word-part.tsx'
import { reviewPaths } from './paths.ts'
import { measuredTexts } from './texts.ts'

type Web = NonNullable<ReviewPart['review']['web']>
type Shown = NonNullable<Web['drawing']>

const Drawn = ({ drawing, part: { review, context } }: { readonly drawing: Shown; readonly part: ReviewPart }) => {
  const { t } = measuredTexts(context.lang)
  const reader = { kind: 'dossier', name: review.callName, context, t: instrumentTexts(context.lang).t } as const
  const questionnaire = questionnaireOf(drawing.texts)
  const [last] = drawing.moments.toReversed()
  const views = drawing.moments.toReversed().map(({ on, filledId, answers }) => {
    const day = sayDate(on, context.today, context.lang)
    return { label: t(filledId === last?.filledId ? 'ladder.last' : 'ladder.first', { day }), filled: { answers } }
  })
  return (
    <>
      <Figure questionnaire={questionnaire} views={views} reader={reader} />
      {views.length === 1 && last !== undefined ? (
        <Soft>{t('web.on', { day: sayDate(last.on, context.today, context.lang) })}</Soft>
      ) : (
        <Legend views={views} />
      )}
      <Details summary={t('web.inWords')}>
        <FigureTable questionnaire={questionnaire} views={views} reader={reader} />
      </Details>
      <Paragraph soft>{t('web.talk')}</Paragraph>
    </>
  )
}

/** One choice for one review; the box is empty until both tick it. */
const Choice = ({ web, part }: { readonly web: Web; readonly part: ReviewPart }) => {
  const { review, context } = part
  const { t } = measuredTexts(context.lang)
  const common = {
    id: 'desk.showWebAtReview',
    action: reviewPaths.web(review.participantId, review.review.id),
    refused: context.form,
    version: web.version,
    idPrefix: 'web-',
    words: { 'shows.required': t('web.missing'), shows: t('web.missing'), versionConflict: t('web.conflict') },
  }
  return web.shows ? (
    <Form {...common} hidden={{ shows: 'no' }} inline label={t('web.hide')}>
      <Button look="quiet">{t('web.hide')}</Button>
    </Form>
  ) : (
    <Form {...common} labels={{ shows: t('web.wants') }}>
      <Checkbox name="shows" label={t('web.wants')} hint={t('web.wantsHint')} />
      <Button look="secondary">{t('web.show')}</Button>
    </Form>
  )
}

/** The web of the person, only when the person wants it on the table at this review. */
export const WebPart = ({ part }: { readonly part: ReviewPart }) => {
  const { review, context } = part
  const { web, callName: name } = review
  const { standing } = review.review
  if (web === undefined || (!web.shows && (standing === 'held' || standing === 'cancelled'))) return null
  const { t } = measuredTexts(context.lang)
  const putAway = !web.shows && web.chosenAs === 'person'
  return (
    <Card title={t('web.title', { name })} id="web">
      {web.drawing === undefined ? (
        <Paragraph soft>{t(putAway ? 'web.putAway' : 'web.off', { name })}</Paragraph>
      ) : (
        <>
          <Soft>{t(web.chosenAs === 'person' ? 'web.chosenPerson' : 'web.chosenTogether', { name })}</Soft>
          <Drawn drawing={web.drawing} part={part} />
        </>
      )}
      {putAway ? null : <Choice web={web} part={part} />}
    </Card>
  )
}
