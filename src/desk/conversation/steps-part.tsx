import { canDo, type Goal, nextStep, openGoalsOf, type Step, templateOf } from '#plans'
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
  sayArea,
  sayDate,
  Tabs,
  Timeline,
} from '#ui'
import { dayIn } from '#kernel'
import { propsOf, renderTalk } from './frame.tsx'
import { partPath, ROWS, type StepRowNumber, type Talk, talkPath } from './parts.ts'
import { helpWords, recognitionWords, whenWords, whoWords } from './say.ts'
import { StepFields, stepWords } from './step-fields.tsx'
import { StepInFocus } from './step-focus.tsx'
import { backTo, type OnGoal, type OnStep, stepAction } from './step-links.ts'
import { lastTyped, rowsOf } from './step-rows.ts'
import { canBeSplit, TakeTemplate, Templates } from './taken-over.tsx'

const detailWords = ({ step, talk, context, t, p }: OnStep): string => {
  const said = recognitionWords(step.recognition, t)
  const answered =
    step.state === 'open'
      ? []
      : [t(`steps.states.${step.state}`, { day: sayDate(dayIn(new Date(step.answeredAt)), context.today, context.lang) })]
  return [
    ...answered,
    whoWords(step, talk.callName, t),
    ...(step.state === 'open' ? whenWords(step, context.today, context.lang) : []),
    ...helpWords(step, p),
    ...(said === undefined ? [] : [t('steps.appreciated', { what: said })]),
    ...(step.state !== 'open' && step.ownWords !== undefined ? [`“${step.ownWords}”`] : []),
  ].join(' · ')
}

const MoveButton = ({ direction, ...on }: OnStep & { readonly direction: 'up' | 'down' }) => (
  <Form action={stepAction(on, 'verplaatsen')} hidden={{ direction, doel: on.goal.id, naam: on.step.title }} inline>
    <Button look="secondary" label={on.t(`steps.${direction}Of`, { step: on.step.title })}>
      {on.t(`steps.${direction}`)}
    </Button>
  </Form>
)

const ChangeStep = (on: OnStep) => {
  const { step, goal, t, p } = on
  const index = goal.steps.findIndex(each => each.id === step.id)
  return (
    <Details summary={t('edit')}>
      <Actions>
        <LinkButton look="secondary" href={`${backTo(on)}&wijzig=${step.id}`} label={`${t('steps.amend')}: ${step.title}`}>
          {t('steps.amend')}
        </LinkButton>
        {index > 0 ? <MoveButton {...on} direction="up" /> : null}
        {index < goal.steps.length - 1 ? <MoveButton {...on} direction="down" /> : null}
        {canBeSplit(step, goal.steps) ? (
          <LinkButton look="secondary" href={`${backTo(on)}&verdeel=${step.id}`} label={p('split.title', { step: step.title })}>
            {p('split.open')}
          </LinkButton>
        ) : null}
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

const StepActions = (on: OnStep & { readonly isNext: boolean }) => {
  const { step, goal, isNext, t } = on
  const hasSmaller = goal.steps.some(each => each.smallerThan === step.id)
  return (
    <div className="op-step-actions">
      {canDo('step', step.state, 'answer') ? (
        <LinkButton
          look={isNext ? 'secondary' : 'quiet'}
          href={`${backTo(on)}&hoe=${step.id}`}
          label={t('steps.howOf', { step: step.title })}
        >
          {t('steps.how')}
        </LinkButton>
      ) : null}
      {canDo('step', step.state, 'addSmallerStep') && !hasSmaller ? (
        <LinkButton look="secondary" href={`${backTo(on)}&kleiner=${step.id}`} label={t('steps.smallerOf', { step: step.title })}>
          {t('steps.smaller')}
        </LinkButton>
      ) : null}
      {canDo('step', step.state, 'amend') ? <ChangeStep {...on} /> : null}
    </div>
  )
}

const StepList = ({ steps, label, ...props }: OnGoal & { readonly steps: readonly Step[]; readonly label: string }) => {
  const next = nextStep(props.talk.plan, props.context.today)?.step.id
  return (
    <Timeline
      label={label}
      items={steps.map(step => ({
        key: step.id,
        state: step.state === 'done' ? 'done' : step.id === next ? 'now' : 'open',
        title: (
          <span lang={step.language} dir="auto">
            {step.title}
          </span>
        ),
        detail: detailWords({ ...props, step }),
        children: <StepActions {...props} step={step} isNext={step.id === next} />,
      }))}
    />
  )
}

/** What is done is folded; what is still to do, or can be made smaller, stands open. */
const AgreedSteps = (props: OnGoal) => {
  const { goal, t } = props
  const done = goal.steps.filter(step => step.state === 'done')
  const others = goal.steps.filter(step => step.state !== 'done')
  return (
    <>
      {done.length === 0 ? null : (
        <Details summary={t('steps.doneCount', { count: done.length })} open={others.length === 0}>
          <StepList {...props} steps={done} label={t('steps.doneCount', { count: done.length })} />
        </Details>
      )}
      {others.length === 0 ? null : <StepList {...props} steps={others} label={t('steps.agreed')} />}
    </>
  )
}

const refusedRows = (form: FormState | undefined): FormState | undefined =>
  form?.id === 'conversation.addSteps' ? { ...form, errors: rowsOf(form.fields).errorsOn(form.errors) } : undefined

/** One step, and the next one behind "one more step": it opens in place, so what was typed stays, with or without a script. */
const StepRow = ({
  row,
  typed,
  language,
  ...props
}: OnGoal & { readonly row: StepRowNumber; readonly typed: number; readonly language: string }) => {
  const { t } = props
  const next = ROWS.find(other => other === row + 1)
  return (
    <>
      <Fieldset legend={t('steps.step', { n: row + 1 })}>
        <StepFields
          {...props}
          prefix={`steps.${row}.`}
          hint={t(`steps.hints.${(row + 1) as 1 | 2 | 3}`)}
          optional={row > 0}
          language={language}
        />
      </Fieldset>
      {next === undefined ? null : (
        <Details summary={t('steps.another')} open={typed > row + 1}>
          <StepRow {...props} row={next} typed={typed} language={language} />
        </Details>
      )}
    </>
  )
}

const NewSteps = (props: OnGoal) => {
  const { goal, talk, context, t } = props
  const refused = refusedRows(context.form)
  const action = talkPath('/stappen/:goalId', { participantId: talk.participantId, goalId: goal.id })
  const fields = (
    <>
      <Paragraph soft>{t('steps.newHelp')}</Paragraph>
      <Form
        id="conversation.addSteps"
        action={`${action}?doel=${goal.id}`}
        refused={refused}
        values={Object.fromEntries(ROWS.map(row => [`steps.${row}.recognitionKind`, 'compliment']))}
        labels={Object.fromEntries(ROWS.map(row => [`steps.${row}.title`, t('steps.step', { n: row + 1 })]))}
        words={{ ...stepWords(props), 'steps.0.title.required': t('steps.none'), required: t('steps.missingWho') }}
        hidden={{ language: context.lang }}
        draft={`steps:${goal.id}`}
      >
        <StepRow {...props} row={0} typed={refused === undefined ? 1 : lastTyped(refused.fields)} language={context.lang} />
        <Button large>{t('steps.save')}</Button>
      </Form>
    </>
  )
  if (goal.steps.length === 0) return <Card title={t('steps.new')}>{fields}</Card>
  return (
    <Details summary={t('steps.newMore')} open={refused !== undefined}>
      {fields}
    </Details>
  )
}

/** The goal that is asked for; else the first that has no steps yet; else the first. */
const goalOnTable = (goals: readonly Goal[], asked: string | undefined): Goal | undefined =>
  goals.find(goal => goal.id === asked) ?? goals.find(goal => goal.steps.length === 0) ?? goals[0]

/** What the address may ask for instead of new steps: one thing at a time. */
const BUSY = ['hoe', 'kleiner', 'verdeel', 'wijzig', 'voorbeeld']

export const viewSteps = (talk: Talk, context: PageContext): string => {
  const props = propsOf(talk, context)
  const { t } = props
  const goals = openGoalsOf(talk.plan)
  const goal = goalOnTable(goals, context.query['doel'])
  const template = templateOf(context.query['voorbeeld'])
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
          <StepInFocus {...props} goal={goal} />
          {template === undefined ? null : <TakeTemplate {...props} goal={goal} template={template} />}
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
          {BUSY.some(what => context.query[what] !== undefined) ? null : (
            <>
              <NewSteps {...props} goal={goal} />
              <Templates {...props} goal={goal} />
            </>
          )}
        </>
      ),
  })
}
