import { CalendarDay } from '#kernel'
import { ANSWERS, canDo, STEP_ACTORS } from '#plans'
import { Actions, Button, Card, Form, LinkButton, Paragraph, RadioGroup, sayDate, TextArea } from '#ui'
import { choiceOf, eurosOf } from './agreed-fields.tsx'
import { Conflict } from './frame.tsx'
import { StepFields, stepWords } from './step-fields.tsx'
import { backTo, type OnGoal, type OnStep, stepAction } from './step-links.ts'
import { SplitStep } from './taken-over.tsx'

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
  const { step, context, t, p } = on
  return (
    <Card title={t('steps.smallerOf', { step: step.title })} tint="orange">
      <Paragraph>{t('steps.smallerHelp')}</Paragraph>
      <Actions>
        <LinkButton look="secondary" href={`${backTo(on)}&verdeel=${step.id}`}>
          {p('split.ideas')}
        </LinkButton>
      </Actions>
      <Form
        id="conversation.addSmallerStep"
        action={stepAction(on, 'kleiner', 'kleiner')}
        refused={context.form}
        values={{
          who: step.who,
          whoName: step.whoName,
          recognitionKind: choiceOf(step.recognition),
          recognitionWords: step.recognition.words,
          recognitionEuros: eurosOf(step.recognition),
        }}
        words={stepWords(on)}
        hidden={{ doel: on.goal.id, language: context.lang }}
        idPrefix="smaller-"
      >
        <StepFields {...on} language={context.lang} current={step.recognition.optionId} />
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

const whoIn = (who: string, { talk, t }: OnStep): string => {
  const actor = STEP_ACTORS.find(each => each === who)
  return actor === undefined ? '' : t(`steps.whos.${actor}`, { name: talk.callName })
}
const dayIn = (day: string | undefined, { context }: OnStep): string => {
  const parsed = CalendarDay.safeParse(day)
  return parsed.success ? sayDate(parsed.data, context.today, context.lang) : (day ?? '')
}

const EditStep = (on: OnStep) => {
  const { step, context, t, p } = on
  const { recognition, ...stored } = step
  return (
    <Card title={t('steps.amend')} tint="orange">
      <Conflict
        context={context}
        t={t}
        formId="conversation.amendStep"
        leave={backTo(on)}
        fields={typed => [
          { label: t('steps.label'), theirs: step.title, yours: typed('title') },
          { label: t('steps.who'), theirs: whoIn(step.who, on), yours: whoIn(typed('who'), on) },
          { label: t('steps.whoName'), theirs: step.whoName, yours: typed('who') === 'other' ? typed('whoName') : '' },
          {
            label: p('day.said'),
            theirs: dayIn(step.plannedOn, on),
            yours: typed('plannedOnAsSaid') || dayIn(typed('plannedOn'), on),
          },
          { label: t('steps.at'), theirs: step.plannedAt, yours: typed('plannedAt') },
          { label: t('steps.place'), theirs: step.place, yours: typed('place') },
          { label: p('help.what'), theirs: step.helpWhat, yours: typed('helpWhat') },
          { label: p('help.from'), theirs: step.helpFrom, yours: typed('helpFrom') },
          { label: t('steps.recognitionWords'), theirs: recognition.words, yours: typed('recognitionWords') },
        ]}
      />
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
          helpWhat: stored.helpWhat,
          helpFrom: stored.helpFrom,
          recognitionKind: choiceOf(recognition),
          recognitionWords: recognition.words,
          recognitionEuros: eurosOf(recognition),
        }}
        words={stepWords(on)}
        hidden={{ doel: on.goal.id, language: step.language }}
        idPrefix="edit-"
      >
        <StepFields {...on} language={step.language} current={recognition.optionId} open />
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
export const StepInFocus = (props: OnGoal) => {
  const { context, goal } = props
  const { hoe, kleiner, verdeel, wijzig } = context.query
  const step = goal.steps.find(each => each.id === (hoe ?? kleiner ?? verdeel ?? wijzig))
  if (step === undefined) return null
  if (hoe !== undefined && canDo('step', step.state, 'answer')) return <AnswerStep {...props} step={step} />
  if (kleiner !== undefined && canDo('step', step.state, 'addSmallerStep')) return <SmallerStep {...props} step={step} />
  if (verdeel !== undefined && canDo('step', step.state, 'split')) return <SplitStep {...props} step={step} />
  return canDo('step', step.state, 'amend') ? <EditStep {...props} step={step} /> : null
}
