import { dayIn, ParticipantId, refuse } from '#kernel'
import { CORRECTION_OUTCOMES, type Correction, answerCorrection } from '#people'
import { type AnyForm, form, page, type PageContext } from '#platform'
import {
  Actions,
  Badge,
  Button,
  Card,
  EmptyState,
  Form,
  FreeText,
  LinkButton,
  Notice,
  Paragraph,
  RadioGroup,
  renderPage,
  sayDate,
  Section,
  Stack,
  TextArea,
} from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { getMyProfile, type MyProfile } from '../my/data/get-my-profile.ts'
import { deskPaths } from '../web/paths.ts'
import { ownTexts } from './texts.ts'

const WHO = ['coach', 'workcoach'] as const

interface Part {
  readonly profile: MyProfile
  readonly context: PageContext
  readonly t: ReturnType<typeof ownTexts>['t']
}

const dayOf = (at: string, { today, lang }: PageContext): string => sayDate(dayIn(new Date(at)), today, lang)

const AnswerForm = ({ correction, part }: { readonly correction: Correction; readonly part: Part }) => {
  const { profile, context, t } = part
  const refused = context.params['correctionId'] === correction.id ? context.form : undefined
  return (
    <Form
      id="desk.answerCorrection"
      idPrefix={`c${correction.id}-`}
      action={deskPaths.answerCorrection(profile.participantId, correction.id)}
      refused={refused}
      version={correction.version}
      labels={{ answer: t('answer', { name: profile.person.callName }), outcome: t('outcome') }}
      words={{ 'answer.required': t('answerMissing'), outcome: t('outcomeMissing') }}
      draft={`correction:${correction.id}`}
    >
      <RadioGroup
        name="outcome"
        label={t('outcome')}
        side
        options={CORRECTION_OUTCOMES.map(value => ({ value, label: t(`outcomes.${value}`) }))}
      />
      <TextArea
        name="answer"
        label={t('answer', { name: profile.person.callName })}
        hint={t('answerHint')}
        rows={3}
        maxLength={4_000}
        optional
      />
      <Actions>
        <Button>{t('send')}</Button>
      </Actions>
    </Form>
  )
}

const Question = ({ correction, part }: { readonly correction: Correction; readonly part: Part }) => {
  const { context, t } = part
  const state =
    correction.state === 'answered'
      ? `${t(`outcomes.${correction.outcome}`)}, ${t('answered', { day: dayOf(correction.answeredAt, context) })}`
      : correction.state === 'withdrawn'
        ? t('withdrawn')
        : t('asked', { day: dayOf(correction.askedAt, context) })
  return (
    <Card
      id={`vraag-${correction.id}`}
      badges={<Badge tone={correction.state === 'asked' ? 'orange' : 'stone'}>{t(`about.${correction.about}`)}</Badge>}
    >
      <FreeText lang={correction.language}>{correction.words}</FreeText>
      <Paragraph soft>{state}</Paragraph>
      {correction.state === 'answered' && correction.answer !== '' ? <FreeText>{correction.answer}</FreeText> : null}
      {correction.state === 'asked' ? <AnswerForm correction={correction} part={part} /> : null}
    </Card>
  )
}

/** The person's own words in the dossier: read as they were written, and answered. */
export const viewOwn = (profile: MyProfile, context: PageContext): string => {
  const { t } = ownTexts(context.lang)
  const part: Part = { profile, context, t }
  const { story, corrections, participantId } = profile
  const name = profile.person.callName
  const overtaken = context.form !== undefined && context.form.refusal.code !== 'invalidInput'
  return renderPage(
    <DossierFrame
      context={context}
      participantId={participantId}
      name={name}
      current="own"
      title={t('title', { name })}
      actions={
        <LinkButton look="secondary" href={deskPaths.invite(participantId)}>
          {t('letIn')}
        </LinkButton>
      }
    >
      {overtaken ? <Notice kind="info">{t('overtaken')}</Notice> : null}
      <Section title={t('story')}>
        {story === undefined || story.words === '' ? (
          <Paragraph soft>{t('storyEmpty', { name })}</Paragraph>
        ) : (
          <Card tint="orange">
            <FreeText lang={story.language}>{story.words}</FreeText>
            <Paragraph soft>{`${t('storyWords', { name })} ${t('told', { day: dayOf(story.toldAt, context) })}`}</Paragraph>
          </Card>
        )}
      </Section>
      <Section title={t('questions')}>
        <Paragraph soft>{t('law')}</Paragraph>
        {corrections.length === 0 ? (
          <EmptyState title={t('none', { name })} level={3} />
        ) : (
          <Stack>
            {corrections.map(correction => (
              <Question key={correction.id} correction={correction} part={part} />
            ))}
          </Stack>
        )}
      </Section>
    </DossierFrame>,
  )
}

export const ownPage = page<MyProfile>({
  id: 'desk.own',
  path: deskPaths.own(':participantId'),
  who: WHO,
  load: request => {
    const participantId = ParticipantId.safeParse(request.params['participantId'])
    return participantId.success
      ? request.run(getMyProfile, { participantId: participantId.data })
      : Promise.resolve(refuse('notFound'))
  },
  view: viewOwn,
})

const answerForm = form({
  id: 'desk.answerCorrection',
  path: deskPaths.answerCorrection(':participantId', ':correctionId'),
  who: WHO,
  useCase: answerCorrection,
  input: (fields, params) => ({
    ...params,
    version: fields.text('version'),
    outcome: fields.optional('outcome'),
    answer: fields.text('answer'),
  }),
  done: ({ correctionId }, request) => ({
    to: `${deskPaths.own(request.params['participantId'] ?? '')}#vraag-${correctionId}`,
    notice: { text: ownTexts(request.lang).t('sent') },
  }),
  page: ownPage,
})

export const ownForms: readonly AnyForm[] = [answerForm]
