import { ANSWERS, canDo, type Goal, type Step } from '#plans'
import { Actions, Button, Card, Form, LinkButton, Paragraph, RadioGroup, TextArea } from '#ui'
import { Conflict, type PartProps } from './frame.tsx'
import { partPath, talkPath } from './parts.ts'
import { StepFields } from './step-fields.tsx'

export type OnGoal = PartProps & { readonly goal: Goal }
export type OnStep = OnGoal & { readonly step: Step }

export const backTo = ({ talk, goal }: Pick<OnGoal, 'talk' | 'goal'>): string =>
  partPath(talk.participantId, 'steps', { doel: goal.id })

/** The address of a form about a step; the query keeps the page as it was when the form is refused. */
export const stepAction = ({ talk, goal, step }: OnStep, what: string, open?: string): string => {
  const path = talkPath(`/stap/:stepId/${what}`, { participantId: talk.participantId, stepId: step.id })
  return `${path}?doel=${goal.id}${open === undefined ? '' : `&${open}=${step.id}`}`
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
export const StepInFocus = (props: OnGoal) => {
  const { context, goal } = props
  const { hoe, kleiner, wijzig } = context.query
  const step = goal.steps.find(each => each.id === (hoe ?? kleiner ?? wijzig))
  if (step === undefined) return null
  if (hoe !== undefined && canDo('step', step.state, 'answer')) return <AnswerStep {...props} step={step} />
  if (kleiner !== undefined && canDo('step', step.state, 'addSmallerStep')) return <SmallerStep {...props} step={step} />
  return canDo('step', step.state, 'amend') ? <EditStep {...props} step={step} /> : null
}
