import { ParticipantId, refuse, StepId } from '#kernel'
import { WheelFigure, wheelModel } from '#instruments'
import { type AnyForm, type AnyPage, form, page, type PageContext, type PageRequest } from '#platform'
import { answerTogether, canDo, undoAnswer, wheelInput } from '#plans'
import { Button, Card, Form, Heading, LinkButton, PageHead, Paragraph, renderPage, Section } from '#ui'
import { deskPaths } from '../../web/paths.ts'
import type { MyStep } from '../get-my-step.ts'
import { getPlanSheet, type PlanSheet } from '../get-plan-sheet.ts'
import { GoalsPart } from '../goals-part.tsx'
import { WhenAndWhere, OwnWords } from '../step-card.tsx'
import { myTexts } from '../texts.ts'
import { Given, wordsOfAnswer } from '../thanks-card.tsx'
import { TogetherFrame, togetherTexts } from './frame.tsx'
import { lookTogether } from './look-together.ts'

const WHO = ['coach', 'workcoach'] as const

const StepTogether = ({ my, context }: { readonly my: MyStep; readonly context: PageContext }) => {
  const { t } = myTexts(context.lang)
  if (my.next === undefined) return <PageHead title={togetherTexts(context.lang).t('none')} />
  const { step } = my.next
  return (
    <Card tint="orange" centred>
      <p className="op-step__above">{t('my.above')}</p>
      <Heading level={1}>
        <OwnWords words={step.title} lang={step.language} />
      </Heading>
      <WhenAndWhere step={step} context={context} t={t} />
      <Form
        id="desk.answerTogether"
        action={deskPaths.answerTogether(my.participantId, step.id)}
        refused={context.form}
        version={step.version}
        words={{ versionConflict: t('my.changed') }}
        label={togetherTexts(context.lang).t('how')}
      >
        <Button look="confirm" large name="answer" value="done">
          {t('my.done')}
        </Button>
        <Button look="secondary" large name="answer" value="didNotWork">
          {t('not.didNotWork')}
        </Button>
        <Button look="secondary" large name="answer" value="notYet">
          {t('not.notYet')}
        </Button>
      </Form>
    </Card>
  )
}

const AnsweredTogether = ({
  my,
  answered,
  context,
}: {
  readonly my: MyStep
  readonly answered: NonNullable<MyStep['answered']>
  readonly context: PageContext
}) => {
  const { t } = myTexts(context.lang)
  const { step, given } = answered
  const { title, words } = wordsOfAnswer(step.state)
  return (
    <Card tint="green" centred>
      <p className="op-step__above">
        <OwnWords words={step.title} lang={step.language} />
      </p>
      <Heading level={1}>{t(title, { name: my.callName })}</Heading>
      <p className="op-step__where">{t(words)}</p>
      <Given given={given} t={t} />
      <LinkButton look="secondary" large href={deskPaths.together(my.participantId)}>
        {togetherTexts(context.lang).t('again')}
      </LinkButton>
      {canDo('step', step.state, 'undoAnswer') ? (
        <Form id="desk.undoTogether" action={deskPaths.undoTogether(my.participantId, step.id)} version={step.version}>
          <div className="op-centre">
            <Button look="quiet">{t('thanks.undo')}</Button>
          </div>
        </Form>
      ) : null}
    </Card>
  )
}

export const viewTogether = (my: MyStep, context: PageContext): string =>
  renderPage(
    <TogetherFrame context={context} participantId={my.participantId} name={my.callName} current="step">
      {my.answered === undefined ? (
        <StepTogether my={my} context={context} />
      ) : (
        <AnsweredTogether my={my} answered={my.answered} context={context} />
      )}
    </TogetherFrame>,
  )

export const viewTogetherPlan = ({ plan, placements, callName, participantId }: PlanSheet, context: PageContext): string => {
  const { t } = myTexts(context.lang)
  return renderPage(
    <TogetherFrame context={context} participantId={participantId} name={callName} current="plan">
      <PageHead title={t('plan.title')} />
      <WheelFigure
        model={wheelModel(wheelInput(callName, plan, placements))}
        lang={context.lang}
        own
        links={{ goals: (_area, goals) => `#doel-${goals[0]?.id}` }}
      />
      <GoalsPart plan={plan} part={{ participantId, context, t }} />
      {plan.wishes.length === 0 ? null : (
        <Section title={t('plan.wishes')} id="wens">
          {plan.wishes
            .filter(wish => !wish.archived)
            .map(wish => (
              <Paragraph key={wish.id}>
                <OwnWords words={wish.words} lang={wish.language} />
              </Paragraph>
            ))}
        </Section>
      )}
    </TogetherFrame>,
  )
}

const participantOf = (request: PageRequest) => ParticipantId.safeParse(request.params['participantId'])

const togetherPage = page<MyStep>({
  id: 'desk.together',
  path: deskPaths.together(':participantId'),
  who: WHO,
  load: request => {
    const participantId = participantOf(request)
    if (!participantId.success) return Promise.resolve(refuse('notFound'))
    const answered = StepId.safeParse(request.query['stap'])
    return request.run(lookTogether, {
      participantId: participantId.data,
      ...(answered.success ? { answered: answered.data } : {}),
    })
  },
  view: viewTogether,
})

const togetherPlanPage = page<PlanSheet>({
  id: 'desk.togetherPlan',
  path: deskPaths.togetherPlan(':participantId'),
  who: WHO,
  load: request => {
    const participantId = participantOf(request)
    return participantId.success
      ? request.run(getPlanSheet, { participantId: participantId.data })
      : Promise.resolve(refuse('notFound'))
  },
  view: viewTogetherPlan,
})

const answerForm = form({
  id: 'desk.answerTogether',
  path: deskPaths.answerTogether(':participantId', ':stepId'),
  who: WHO,
  useCase: answerTogether,
  input: (fields, params) => ({ ...params, version: fields.number('version'), answer: fields.optional('answer') }),
  done: ({ stepId }, request) => ({ to: `${deskPaths.together(request.params['participantId'] ?? '')}?stap=${stepId}` }),
  page: togetherPage,
})

const undoForm = form({
  id: 'desk.undoTogether',
  path: deskPaths.undoTogether(':participantId', ':stepId'),
  who: WHO,
  useCase: undoAnswer,
  input: (fields, params) => ({ ...params, version: fields.number('version') }),
  done: (_output, request) => ({
    to: deskPaths.together(request.params['participantId'] ?? ''),
    notice: { text: togetherTexts(request.lang).t('undone') },
  }),
  page: togetherPage,
})

export const togetherPages: readonly AnyPage[] = [togetherPage, togetherPlanPage]
export const togetherForms: readonly AnyForm[] = [answerForm, undoForm]
