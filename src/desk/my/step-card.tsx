import { canDo, type Step } from '#plans'
import { Button, Card, Form, Heading, LinkButton, Soft } from '#ui'
import type { StepOfGoal } from './get-my-step.ts'
import { myPaths } from './my-paths.ts'
import type { MyPart } from './part.ts'
import { sayMoment } from './say.ts'

/** Words of the plan: in their own language and direction. */
export const OwnWords = ({ words, lang }: { readonly words: string; readonly lang?: string }) => (
  <span lang={lang} dir="auto">
    {words}
  </span>
)

export const WhenAndWhere = ({ step, context, t }: { readonly step: Step } & Pick<MyPart, 'context' | 't'>) => {
  const moment = sayMoment(step, context.today, context.lang, t)
  if (moment === undefined && step.place === undefined) return null
  return (
    <p className="op-step__where">
      {moment === undefined ? null : <span>{moment}</span>}
      {step.place === undefined ? null : <OwnWords words={step.place} />}
    </p>
  )
}

/** The one next step, large, with the two things that can be said about it. */
export const StepCard = ({ next, part }: { readonly next: StepOfGoal; readonly part: MyPart }) => {
  const { t, participantId } = part
  const { step } = next
  return (
    <Card tint="orange" centred>
      <p className="op-step__above">{t('my.above')}</p>
      <Heading level={1}>
        <OwnWords words={step.title} lang={step.language} />
      </Heading>
      <WhenAndWhere step={step} context={part.context} t={t} />
      <Form id="desk.stepDone" action={myPaths.done(step.id)} version={step.version} hidden={{ participantId, answer: 'done' }}>
        <Button look="confirm" large>
          {t('my.done')}
        </Button>
      </Form>
      <LinkButton look="secondary" large href={myPaths.not(step.id)}>
        {t('my.not')}
      </LinkButton>
    </Card>
  )
}

/** No step of one's own: what the coach does now, or how a next step comes about. */
export const NoStepCard = ({ part, coachStep }: { readonly part: MyPart; readonly coachStep: StepOfGoal | undefined }) => {
  const { t, coachName, isEmpty, name } = part
  const suffix = coachName === undefined ? '' : 'With'
  const values = { name: coachName ?? '' }
  if (coachStep !== undefined)
    return (
      <Card tint="orange" centred>
        <p className="op-step__above">{t('none.coach')}</p>
        <Heading level={1}>{t('none.coachTitle')}</Heading>
        <p className="op-step__where">
          <OwnWords words={coachStep.step.title} lang={coachStep.step.language} />
        </p>
      </Card>
    )
  return (
    <Card tint="orange" centred>
      <Heading level={1}>{isEmpty ? t('none.startTitle', { name }) : t('none.title')}</Heading>
      <Soft>{isEmpty ? t(`none.startWords${suffix}`, values) : t(`none.words${suffix}`, values)}</Soft>
      <LinkButton look="secondary" large href={part.wishHref}>
        {t('none.wish')}
      </LinkButton>
    </Card>
  )
}

export const canBeSmaller = (step: Step): boolean => canDo('step', step.state, 'addSmallerStep')
