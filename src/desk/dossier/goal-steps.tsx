import { dayIn } from '#kernel'
import { canDo, type Goal, type Step } from '#plans'
import { Actions, Button, Details, Form, LinkButton, Paragraph, Quote, sayDate, sayDay, sayTime, Timeline } from '#ui'
import { partPath } from '../conversation/parts.ts'
import { planTexts } from '../conversation/plan-texts.ts'
import { helpWords } from '../conversation/say.ts'
import { deskPaths } from '../web/paths.ts'
import type { DossierPart } from './part.ts'

const answerDay = (step: Exclude<Step, { state: 'open' }>, { context }: DossierPart): string =>
  sayDate(dayIn(new Date(step.answeredAt)), context.today, context.lang)

const stepDetail = (step: Step, part: DossierPart): string => {
  const { t, context } = part
  const when = (): string => {
    if (step.state !== 'open') return t(`step.${step.state}`, { day: answerDay(step, part) })
    if (step.plannedOn === undefined) return t('step.unplanned')
    const day = sayDay(step.plannedOn, context.today, context.lang)
    return t('step.planned', { day: step.plannedAt === undefined ? day : `${day}, ${sayTime(step.plannedAt, context.lang)}` })
  }
  const { kind, words } = step.recognition
  const recognition =
    kind === 'none' ? [] : [t('step.recognition', { words: words === '' ? t(`recognitionKind.${kind}`) : words })]
  const help = step.state === 'open' ? helpWords(step, planTexts(context.lang).t) : []
  return [when(), ...(step.place === undefined ? [] : [step.place]), ...help, ...(step.state === 'open' ? recognition : [])].join(
    ' · ',
  )
}

const StepButtons = ({ step, part }: { readonly step: Step; readonly part: DossierPart }) => {
  const { dossier, context, t } = part
  const p = planTexts(context.lang).t
  if (!canDo('step', step.state, 'answer')) return null
  return (
    <Form action={deskPaths.answerStep(dossier.participantId, step.id)} inline version={step.version} label={step.title}>
      <Button look="secondary" name="answer" value="done">
        {t('step.markDone')}
      </Button>
      <Button look="quiet" name="answer" value="notYet">
        {t('step.markNotYet')}
      </Button>
      <Button look="quiet" name="answer" value="didNotWork">
        {t('step.markDidNotWork')}
      </Button>
      <LinkButton
        look="quiet"
        href={partPath(dossier.participantId, 'steps', { doel: step.goalId, hoe: step.id })}
        label={p('answer.tellOf', { step: step.title })}
      >
        {p('answer.tell')}
      </LinkButton>
    </Form>
  )
}

const isCurrent = (step: Step, goal: Goal): boolean => goal.steps.find(other => other.state === 'open')?.id === step.id

const Lines = ({ steps, goal, part }: { readonly steps: readonly Step[]; readonly goal: Goal; readonly part: DossierPart }) =>
  steps.length === 0 ? null : (
    <Timeline
      items={steps.map(step => ({
        key: step.id,
        state: step.state === 'done' ? 'done' : isCurrent(step, goal) ? 'now' : 'open',
        title: <span dir="auto">{step.title}</span>,
        detail: stepDetail(step, part),
        children: (
          <>
            {step.state !== 'open' && step.ownWords !== undefined ? <Quote>{step.ownWords}</Quote> : null}
            {isCurrent(step, goal) ? <StepButtons step={step} part={part} /> : null}
          </>
        ),
      }))}
    />
  )

/** "2 stappen klaar, 1 geprobeerd" */
const behindWords = (behind: readonly Step[], { t }: DossierPart): string => {
  const done = behind.filter(step => step.state === 'done').length
  const tried = behind.length - done
  return [
    ...(done === 0 ? [] : [t('goal.stepsDone', { count: done })]),
    ...(tried === 0 ? [] : [t(done === 0 ? 'goal.stepsTried' : 'goal.alsoTried', { count: tried })]),
  ].join(', ')
}

/** Tried, and nothing smaller came of it yet: the last of these waits for a next idea. */
const triedLast = (goal: Goal): Step | undefined =>
  goal.steps.findLast(
    step => canDo('step', step.state, 'addSmallerStep') && !goal.steps.some(other => other.smallerThan === step.id),
  )

/** It did not work: that is no lack, it asks for a smaller step. */
const Tried = ({ step, part }: { readonly step: Step; readonly part: DossierPart }) => {
  const { dossier, t } = part
  return (
    <Timeline
      items={[
        {
          key: step.id,
          state: 'now',
          title: <span dir="auto">{step.title}</span>,
          detail: stepDetail(step, part),
          children: (
            <>
              {step.state !== 'open' && step.ownWords !== undefined ? <Quote>{step.ownWords}</Quote> : null}
              <Actions>
                <LinkButton
                  look="secondary"
                  href={partPath(dossier.participantId, 'steps', { doel: step.goalId, kleiner: step.id })}
                  label={`${t('step.smaller')}: ${step.title}`}
                >
                  {t('step.smaller')}
                </LinkButton>
              </Actions>
            </>
          ),
        },
      ]}
    />
  )
}

/** The step that is next stands open; what lies behind and what comes later is folded. */
export const StepLines = ({ goal, part }: { readonly goal: Goal; readonly part: DossierPart }) => {
  const { t, context } = part
  if (goal.steps.length === 0) return <Paragraph soft>{t('goal.noSteps')}</Paragraph>
  const open = context.query['doel'] === goal.id
  const hasNext = goal.steps.some(step => step.state === 'open')
  const tried = hasNext ? undefined : triedLast(goal)
  const behind = goal.steps.filter(step => step.state !== 'open' && step !== tried)
  const later = goal.steps.filter(step => step.state === 'open' && !isCurrent(step, goal))
  return (
    <>
      {behind.length === 0 ? null : (
        <Details summary={behindWords(behind, part)} open={open}>
          <Lines steps={behind} goal={goal} part={part} />
        </Details>
      )}
      {tried === undefined ? null : <Tried step={tried} part={part} />}
      <Lines steps={goal.steps.filter(step => isCurrent(step, goal))} goal={goal} part={part} />
      {later.length === 0 ? null : (
        <Details summary={t('goal.stepsLater', { count: later.length })} open={open}>
          <Lines steps={later} goal={goal} part={part} />
        </Details>
      )}
    </>
  )
}
