import { ParticipantId, refuse } from '#kernel'
import { page } from '#platform'
import type { PageContext } from '#platform'
import {
  Actions,
  Badge,
  Button,
  Card,
  Details,
  EmptyState,
  Form,
  LinkButton,
  Paragraph,
  Quote,
  renderPage,
  Row,
  Rows,
  sayDate,
  sayDay,
  Soft,
  Stack,
  TextArea,
} from '#ui'
import { DossierFrame } from '../dossier/tabs.tsx'
import { OwnWordCard } from '../review/own-word-part.tsx'
import { AdviceConflict, AdviceFields, type AdvicePart, labelsOf, valuesOf, wordsOf } from './advice-form.tsx'
import { Amendments } from './amendments.tsx'
import { type AdvicePreparation, getAdvicePreparation } from './get-advice-preparation.ts'
import { AdvicePaper, AnswerPaper, sayDirection } from './paper.tsx'
import { advicePaths } from './paths.ts'
import { adviceTexts, paperTexts } from './texts.ts'

const DraftForm = ({ part }: { readonly part: AdvicePart }) => {
  const { data, context, t } = part
  const { participantId, current, draft, trajectory } = data
  const content = current ?? draft
  if (content === undefined || trajectory === undefined) return null
  const saved = current !== undefined
  return (
    <Card>
      <Form
        id="desk.saveAdvice"
        action={advicePaths.save(participantId)}
        refused={context.form?.id === 'desk.sendAdvice' ? { ...context.form, id: 'desk.saveAdvice' } : context.form}
        version={current?.version ?? 0}
        hidden={{ trajectoryId: trajectory.id }}
        values={valuesOf(content)}
        labels={labelsOf(t)}
        words={wordsOf(t)}
        draft={`advice:${trajectory.id}`}
      >
        <AdviceConflict formId="desk.saveAdvice" part={part} />
        <AdviceConflict formId="desk.sendAdvice" part={part} />
        <Paragraph soft>{t(saved ? 'leadSaved' : 'lead', { name: data.callName })}</Paragraph>
        <AdviceFields content={content} part={part} />
        <Actions>
          <Button look="secondary">{t('form.save')}</Button>
          <Button formAction={advicePaths.send(participantId)}>{t('form.send')}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

const AfterSending = ({ part }: { readonly part: AdvicePart }) => {
  const { data, context, t } = part
  const { participantId, current } = data
  if (current === undefined) return null
  const form = context.form?.id
  return (
    <Stack>
      <Details summary={t('amend.title')} open={form === 'desk.amendAdvice'}>
        <Form
          id="desk.amendAdvice"
          action={advicePaths.amend(participantId, current.id)}
          refused={context.form}
          version={current.version}
          values={valuesOf(current)}
          labels={labelsOf(t)}
          words={wordsOf(t)}
          draft={`advice-amend:${current.id}`}
        >
          <AdviceConflict formId="desk.amendAdvice" part={part} />
          <AdviceFields content={current} part={part} />
          <TextArea name="reason" label={t('amend.reason')} hint={t('amend.reasonHint', { name: data.callName })} rows={2} />
          <Actions>
            <Button>{t('amend.save')}</Button>
          </Actions>
        </Form>
      </Details>
      <Details summary={t('withdraw.title')} open={form === 'desk.withdrawAdvice'}>
        <Form
          id="desk.withdrawAdvice"
          idPrefix="withdraw-"
          action={advicePaths.withdraw(participantId, current.id)}
          refused={context.form}
          version={current.version}
          labels={{ reason: t('withdraw.reason') }}
          words={wordsOf(t)}
        >
          <TextArea name="reason" label={t('withdraw.reason')} hint={t('amend.reasonHint', { name: data.callName })} rows={2} />
          <Actions>
            <Button look="secondary">{t('withdraw.save')}</Button>
          </Actions>
        </Form>
      </Details>
    </Stack>
  )
}

const SentAdvice = ({ part }: { readonly part: AdvicePart }) => {
  const { data, context, t } = part
  const { current, callName: name, ownWord } = data
  if (current === undefined) return null
  return (
    <>
      <Card
        title={t('title')}
        badges={<Badge tone="orange">{t('state.sent')}</Badge>}
        actions={
          <LinkButton look="secondary" href={advicePaths.print(data.participantId)}>
            {t('view')}
          </LinkButton>
        }
      >
        <AdvicePaper name={name} advice={current} ownWord={ownWord} context={context} level={3} />
      </Card>
      <Amendments amendments={data.amendments} context={context} />
      <AfterSending part={part} />
    </>
  )
}

const Earlier = ({ part: { data, context, t } }: { readonly part: AdvicePart }) => {
  const { t: paper } = paperTexts(context.lang)
  if (data.earlier.length === 0) return null
  return (
    <Card title={t('earlier')}>
      <Rows kind="badges" label={t('earlier')}>
        {data.earlier.map(advice => (
          <Row
            key={advice.id}
            start={
              <Badge tone={advice.decision === 'agreed' ? 'green' : 'stone'}>
                {advice.decision === undefined ? t('state.withdrawn') : t(`decision.${advice.decision}`)}
              </Badge>
            }
            title={sayDirection({ name: data.callName, advice, context }, paper)}
            detail={sayDate(advice.decidedOn ?? advice.sentOn ?? advice.writtenOn, context.today, context.lang)}
            end={
              advice.decisionWords === undefined || advice.decisionWords === '' ? undefined : (
                <Quote>{advice.decisionWords}</Quote>
              )
            }
          />
        ))}
      </Rows>
    </Card>
  )
}

const OwnWord = ({ part: { data, context } }: { readonly part: AdvicePart }) => {
  const { participantId, trajectory, callName: name, ownWord } = data
  const write =
    trajectory?.running === true
      ? {
          write: {
            formId: 'desk.writeAdviceWord',
            action: advicePaths.ownWord(participantId),
            draft: `advice-word:${trajectory.id}`,
            hidden: { trajectoryId: trajectory.id },
          },
        }
      : {}
  return <OwnWordCard name={name} ownWord={ownWord} context={context} {...write} />
}

export const viewAdvice = (data: AdvicePreparation, context: PageContext): string => {
  const { t } = adviceTexts(context.lang)
  const part: AdvicePart = { data, context, t }
  const { participantId, callName: name, current, trajectory, earlier } = data
  const last = earlier.find(({ trajectoryId, state }) => trajectoryId === trajectory?.id && state === 'decided')
  const sentOn = current?.sentOn
  return renderPage(
    <DossierFrame context={context} participantId={participantId} name={name} current="reviews" title={t('title')}>
      {sentOn === undefined ? null : (
        <Paragraph soft>{t('sentLead', { day: sayDay(sentOn, context.today, context.lang) })}</Paragraph>
      )}
      {trajectory?.running === true ? null : <EmptyState title={t('noTrajectory')}>{t('noTrajectoryWords')}</EmptyState>}
      {current === undefined && last !== undefined ? (
        <Card title={sayDirection({ name, advice: last, context }, paperTexts(context.lang).t)}>
          <AnswerPaper advice={last} context={context} level={3} />
          <LinkButton look="secondary" href={advicePaths.print(participantId)}>
            {t('view')}
          </LinkButton>
        </Card>
      ) : null}
      {current?.state === 'sent' ? null : <OwnWord part={part} />}
      {current?.state === 'sent' ? <SentAdvice part={part} /> : <DraftForm part={part} />}
      <Earlier part={part} />
      {current?.state === 'sent' ? <OwnWord part={part} /> : null}
      {current === undefined ? null : <Soft>{paperTexts(context.lang).t('onlyAdvice')}</Soft>}
    </DossierFrame>,
  )
}

export const advicePage = page<AdvicePreparation>({
  id: 'desk.advice',
  path: advicePaths.one(':participantId'),
  who: ['coach', 'workcoach'],
  load: request => {
    const participantId = ParticipantId.safeParse(request.params['participantId'])
    const language = request.lang === 'en' ? 'en' : 'nl'
    return participantId.success
      ? request.run(getAdvicePreparation, { participantId: participantId.data, language })
      : Promise.resolve(refuse('notFound'))
  },
  view: viewAdvice,
})
