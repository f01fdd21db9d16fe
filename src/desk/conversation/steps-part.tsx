import { ANSWERS, canDo, type Goal, nextStep, openGoalsOf, type Step } from '#plans'
import type { FormState, PageContext } from '#platform'
import {
  Actions,
  Badge,
  Badges,
  Button,
  Card,
  Details,
  EmptyState,
  Fieldset,
  Form,
  LinkButton,
  Paragraph,
  RadioGroup,
  sayArea,
  sayDate,
  Tabs,
  TextArea,
  Timeline,
} from '#ui'
import { dayIn } from '#kernel'
import { Conflict, type PartProps, propsOf, renderTalk } from './frame.tsx'
import { partPath, type Talk, talkPath } from './parts.ts'
import { recognitionWords, whenWords, whoWords } from './say.ts'
import { StepFields } from './step-fields.tsx'
import { rowsOf, ROWS } from './step-rows.ts'

type OnGoal = PartProps & { readonly goal: Goal }
type OnStep = OnGoal & { readonly step: Step }

const backTo = ({ talk, goal }: Pick<OnGoal, 'talk' | 'goal'>): string => partPath(talk.participantId, 'steps', { doel: goal.id })

/** The address of a form about a step; the query keeps the page as it was when the form is refused. */
const stepAction = ({ talk, goal, step }: OnStep, what: string, open?: string): string => {
  const path = talkPath(`/stap/:stepId/${what}`, { participantId: talk.participantId, stepId: step.id })
  return `${path}?doel=${goal.id}${open === undefined ? '' : `&${open}=${step.id}`}`
}

const detailWords = ({ step, talk, context, t }: OnStep): string => {
  const said = recognitionWords(step.recognition, t)
  const answered =
    step.state === 'open'
      ? []
      : [t(`steps.states.${step.state}`, { day: sayDate(dayIn(new Date(step.answeredAt)), context.today, context.lang) })]
  return [
    ...answered,
    whoWords(step, talk.callName, t),
    ...whenWords(step, context.today, context.lang),
    ...(said === undefined ? [] : [t('steps.appreciated', { what: said })]),
    ...(step.state !== 'open' && step.ownWords !== undefined ? [`“${step.ownWords}”`] : []),
  ].join(' · ')
}

const MoveButton = ({ direction, ...on }: OnStep & { readonly direction: 'up' | 'down' }) => (
  <Form action={stepAction(on, 'verplaatsen')} hidden={{ direction, doel: on.goal.id }} inline>
    <Button look="secondary" label={on.t(`steps.${direction}Of`, { step: on.step.title })}>
      {on.t(`steps.${direction}`)}
    </Button>
  </Form>
)

const ChangeStep = (on: OnStep) => {
  const { step, goal, t } = on
  const index = goal.steps.findIndex(each => each.id === step.id)
  return (
    <Details summary={t('edit')}>
      <Actions>
        <LinkButton look="secondary" href={`${backTo(on)}&wijzig=${step.id}`} label={`${t('steps.amend')}: ${step.title}`}>
          {t('steps.amend')}
        </LinkButton>
        {index > 0 ? <MoveButton {...on} direction="up" /> : null}
        {index < goal.steps.length - 1 ? <MoveButton {...on} direction="down" /> : null}
        {canDo('step', step.state, 'remove') ? (
          <Form action={stepAction(on, 'weghalen')} version={step.version} hidden={{ doel: goal.id }} inline>
            <Button look="quiet" label={`${t('steps.remove')}: ${step.title}`}>
              {t('steps.remove')}
            </Button>
          </Form>
        ) : null}
      </Actions>
    </Details>
  )
}

const StepActions = (on: OnStep) => {
  const { step, goal, t } = on
  const hasSmaller = goal.steps.some(each => each.smallerThan === step.id)
  return (
    <>
      <Actions>
        {canDo('step', step.state, 'answer') ? (
          <LinkButton look="secondary" href={`${backTo(on)}&hoe=${step.id}`} label={t('steps.howOf', { step: step.title })}>
            {t('steps.how')}
          </LinkButton>
        ) : null}
        {canDo('step', step.state, 'addSmallerStep') && !hasSmaller ? (
          <LinkButton
            look="secondary"
            href={`${backTo(on)}&kleiner=${step.id}`}
            label={t('steps.smallerOf', { step: step.title })}
          >
            {t('steps.smaller')}
          </LinkButton>
        ) : null}
      </Actions>
      {canDo('step', step.state, 'amend') ? <ChangeStep {...on} /> : null}
    </>
  )
}

const AnswerStep = (on: OnStep) => {
  const { step, context, t } = on
  return (
    <Card title={t('steps.howOf', { step: step.title })} tint="orange">
      <Form
        id="conversation.answerStep"
        action={stepAction(on, 'antwoord', 'hoe')}
        refused={context.form}
        version={step.version}
        words={{ answer: t('steps.missingAnswer') }}
        hidden={{ doel: on.goal.id }}
        idPrefix="answer-"
      >
        <RadioGroup
          name="answer"
          label={t('steps.how')}
          unlabelled
          side
          options={ANSWERS.map(answer => {
            const hint = t(`steps.answersHint.${answer}`)
            return { value: answer, label: t(`steps.answers.${answer}`), ...(hint === '' ? {} : { hint }) }
          })}
        />
        <TextArea name="ownWords" label={t('steps.ownWords')} rows={2} optional />
        <Actions>
          <Button look="confirm">{t('steps.answer')}</Button>
          <LinkButton look="quiet" href={backTo(on)}>
            {t('steps.later')}
          </LinkButton>
        </Actions>
      </Form>
    </Card>
  )
}

const SmallerStep = (on: OnStep) => {
  const { step, context, t } = on
  return (
    <Card title={t('steps.smallerOf', { step: step.title })} tint="orange">
      <Paragraph>{t('steps.smallerHelp')}</Paragraph>
      <Form
        id="conversation.addSmallerStep"
        action={stepAction(on, 'kleiner', 'kleiner')}
        refused={context.form}
        values={{
          who: step.who,
          whoName: step.whoName,
          recognitionKind: step.recognition.kind,
          recognitionWords: step.recognition.words,
        }}
        words={{ 'title.required': t('steps.none'), 'whoName.required': t('steps.missingWho') }}
        hidden={{ doel: on.goal.id, language: context.lang }}
        idPrefix="smaller-"
      >
        <StepFields {...on} />
        <Actions>
          <Button>{t('steps.save')}</Button>
          <LinkButton look="quiet" href={backTo(on)}>
            {t('steps.later')}
          </LinkButton>
        </Actions>
      </Form>
    </Card>
  )
}

const EditStep = (on: OnStep) => {
  const { step, context, t } = on
  const { recognition, ...stored } = step
  return (
    <Card title={t('steps.amend')} tint="orange">
      <Conflict context={context} t={t} formId="conversation.amendStep" theirs={step.title} yours="title" leave={backTo(on)} />
      <Form
        id="conversation.amendStep"
        action={stepAction(on, 'wijzigen', 'wijzig')}
        refused={context.form}
        version={step.version}
        values={{
          title: stored.title,
          who: stored.who,
          whoName: stored.whoName,
          plannedOn: stored.plannedOn,
          plannedAt: stored.plannedAt,
          place: stored.place,
          recognitionKind: recognition.kind,
          recognitionWords: recognition.words,
        }}
        words={{ 'title.required': t('steps.none'), 'whoName.required': t('steps.missingWho') }}
        hidden={{ doel: on.goal.id, language: step.language }}
        idPrefix="edit-"
      >
        <StepFields {...on} open />
        <Actions>
          <Button>{t('save')}</Button>
          <LinkButton look="quiet" href={backTo(on)}>
            {t('cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </Card>
  )
}

/** What is in focus by the address: how it went, a smaller step, other words; or nothing. */
const Focus = (props: OnGoal) => {
  const { context, goal } = props
  const { hoe, kleiner, wijzig } = context.query
  const step = goal.steps.find(each => each.id === (hoe ?? kleiner ?? wijzig))
  if (step === undefined) return null
  if (hoe !== undefined && canDo('step', step.state, 'answer')) return <AnswerStep {...props} step={step} />
  if (kleiner !== undefined && canDo('step', step.state, 'addSmallerStep')) return <SmallerStep {...props} step={step} />
  return canDo('step', step.state, 'amend') ? <EditStep {...props} step={step} /> : null
}

const AgreedSteps = (props: OnGoal) => {
  const { goal, talk, context, t } = props
  const next = nextStep(talk.plan, context.today)?.step.id
  return (
    <Timeline
      label={t('steps.agreed')}
      items={goal.steps.map(step => ({
        key: step.id,
        state: step.state === 'done' ? 'done' : step.id === next ? 'now' : 'open',
        title: (
          <span lang={step.language} dir="auto">
            {step.title}
          </span>
        ),
        detail: detailWords({ ...props, step }),
        children: <StepActions {...props} step={step} />,
      }))}
    />
  )
}

const refusedRows = (form: FormState | undefined): FormState | undefined =>
  form?.id === 'conversation.addSteps' ? { ...form, errors: rowsOf(form.fields).errorsOn(form.errors) } : undefined

const NewSteps = (props: OnGoal) => {
  const { goal, talk, context, t } = props
  const refused = refusedRows(context.form)
  const action = talkPath('/stappen/:goalId', { participantId: talk.participantId, goalId: goal.id })
  const isOpen = (row: number) => refused?.errors.some(error => error.field.startsWith(`steps.${row}.`)) === true
  return (
    <Card title={t(goal.steps.length === 0 ? 'steps.new' : 'steps.newMore')}>
      <Paragraph soft>{t('steps.newHelp')}</Paragraph>
      <Form
        id="conversation.addSteps"
        action={`${action}?doel=${goal.id}`}
        refused={refused}
        values={Object.fromEntries(ROWS.map(row => [`steps.${row}.recognitionKind`, 'compliment']))}
        labels={Object.fromEntries(ROWS.map(row => [`steps.${row}.title`, t('steps.step', { n: row + 1 })]))}
        words={{ 'steps.0.title.required': t('steps.none'), required: t('steps.missingWho') }}
        hidden={{ language: context.lang }}
        draft={`steps:${goal.id}`}
      >
        {ROWS.map(row => (
          <Fieldset key={row} legend={t('steps.step', { n: row + 1 })}>
            <StepFields
              {...props}
              prefix={`steps.${row}.`}
              hint={t(`steps.hints.${(row + 1) as 1 | 2 | 3}`)}
              optional={row > 0}
              open={isOpen(row)}
            />
          </Fieldset>
        ))}
        <Button large>{t('steps.save')}</Button>
      </Form>
    </Card>
  )
}

/** The goal that is asked for; else the first that has no steps yet; else the first. */
const goalOnTable = (goals: readonly Goal[], asked: string | undefined): Goal | undefined =>
  goals.find(goal => goal.id === asked) ?? goals.find(goal => goal.steps.length === 0) ?? goals[0]

export const viewSteps = (talk: Talk, context: PageContext): string => {
  const props = propsOf(talk, context)
  const { t } = props
  const goals = openGoalsOf(talk.plan)
  const goal = goalOnTable(goals, context.query['doel'])
  return renderTalk(props, {
    part: 'steps',
    title: t('steps.title'),
    lead: t('steps.lead'),
    children:
      goal === undefined ? (
        <EmptyState
          title={t('steps.noGoals')}
          action={<LinkButton href={partPath(talk.participantId, 'goal')}>{t('offers.toGoal')}</LinkButton>}
        >
          {t('steps.noGoalsHelp')}
        </EmptyState>
      ) : (
        <>
          {goals.length > 1 ? (
            <Tabs
              label={t('steps.forGoal')}
              tabs={goals.map(each => ({
                href: backTo({ talk, goal: each }),
                label: each.title,
                current: each.id === goal.id,
                count: each.steps.length,
              }))}
            />
          ) : null}
          <Focus {...props} goal={goal} />
          {goal.steps.length === 0 ? null : (
            <Card
              title={goal.title}
              badges={
                <Badges>
                  <Badge tone="orange">{sayArea(goal.area, context.lang)}</Badge>
                </Badges>
              }
            >
              <AgreedSteps {...props} goal={goal} />
            </Card>
          )}
          {context.query['hoe'] === undefined &&
          context.query['kleiner'] === undefined &&
          context.query['wijzig'] === undefined ? (
            <NewSteps {...props} goal={goal} />
          ) : null}
        </>
      ),
  })
}
