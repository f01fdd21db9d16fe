import { dayIn } from '#kernel'
import { type Goal, nextStep, openGoalsOf, type Plan, type Step } from '#plans'
import {
  Badge,
  Card,
  EmptyState,
  Link,
  LinkButton,
  Paragraph,
  Row,
  Rows,
  sayArea,
  sayDate,
  Section,
  Timeline,
  type TimelineItem,
} from '#ui'
import type { PlanPart } from './plan-part.ts'
import { myPaths } from './my-paths.ts'
import { isChoosable } from './recognition/recognition.ts'
import { recognitionTexts } from './recognition/texts.ts'
import { whatIs } from './recognition/what.ts'
import { OwnWords } from './step-card.tsx'
import { isolate, sayMoment } from './say.ts'

const whoDoes = (step: Step, { t, context }: PlanPart): string | undefined =>
  step.who === 'participant' ? undefined : t(`plan.by.${step.who}`, { name: isolate(step.whoName ?? '', context.lang) })

const howItStands = (step: Step, { t, context }: PlanPart): string | undefined => {
  const { lang, today } = context
  if (step.state === 'open') return sayMoment(step, today, lang, t)
  if (step.state === 'notYet') return t('plan.notYet')
  const day = sayDate(dayIn(new Date(step.answeredAt)), today, lang)
  return step.state === 'done' ? t('plan.doneOn', { day }) : t('plan.triedOn', { day })
}

/** What is given for it, and where the person chooses that. */
const ForIt = ({ kind, of, part }: { readonly kind: 'step' | 'goal'; readonly of: Step | Goal; readonly part: PlanPart }) => {
  const { lang } = part.context
  const { t } = recognitionTexts(lang)
  const what = of.recognition === undefined || of.recognition.kind === 'none' ? undefined : whatIs(of.recognition, lang)
  return (
    <Link href={myPaths.chooseFor(kind, of.id)}>
      {what === undefined ? t(`choose.open.${kind}`) : t(`choose.is.${kind}`, { what })}
      <span className="op-unseen">: {of.title}</span>
    </Link>
  )
}

const itemOf = (step: Step, next: Step | undefined, part: PlanPart): TimelineItem => ({
  key: step.id,
  state: step.state === 'done' ? 'done' : step.id === next?.id ? 'now' : 'open',
  title: <OwnWords words={step.title} lang={step.language} />,
  detail: [howItStands(step, part), whoDoes(step, part)].filter(words => words !== undefined).join(' · ') || undefined,
  children: isChoosable(step) ? <ForIt kind="step" of={step} part={part} /> : undefined,
})

const GoalCard = ({ goal, next, part }: { readonly goal: Goal; readonly next: Step | undefined; readonly part: PlanPart }) => {
  const { t, context } = part
  return (
    <Card
      id={`doel-${goal.id}`}
      level={3}
      title={<OwnWords words={goal.title} lang={goal.language} />}
      badges={<Badge tone="orange">{sayArea(goal.area, context.lang)}</Badge>}
    >
      {goal.steps.length === 0 ? (
        <Paragraph soft>{t('plan.noSteps')}</Paragraph>
      ) : (
        <Timeline label={t('plan.stepsOf', { goal: goal.title })} items={goal.steps.map(step => itemOf(step, next, part))} />
      )}
      <p>
        <ForIt kind="goal" of={goal} part={part} />
      </p>
    </Card>
  )
}

const Reached = ({ plan, part }: { readonly plan: Plan; readonly part: PlanPart }) => {
  const { t, context } = part
  const reached = plan.goals.flatMap(goal => (goal.state === 'reached' ? [goal] : []))
  if (reached.length === 0) return null
  return (
    <Section title={t('plan.reached')}>
      <Rows label={t('plan.reached')}>
        {reached.map(goal => (
          <Row
            key={goal.id}
            title={<OwnWords words={goal.title} lang={goal.language} />}
            detail={t('plan.reachedOn', { day: sayDate(goal.closedOn, context.today, context.lang) })}
          />
        ))}
      </Rows>
    </Section>
  )
}

export const GoalsPart = ({ plan, part }: { readonly plan: Plan; readonly part: PlanPart }) => {
  const { t, context } = part
  const goals = openGoalsOf(plan)
  const next = nextStep(plan, context.today)?.step
  return (
    <>
      <Section title={t('plan.goals')} id="doelen">
        {goals.length === 0 ? (
          <EmptyState level={3} title={t('plan.noGoals')} action={<LinkButton href="#wens">{t('plan.add')}</LinkButton>}>
            {t('plan.noGoalsWords')}
          </EmptyState>
        ) : (
          goals.map(goal => <GoalCard key={goal.id} goal={goal} next={next} part={part} />)
        )}
      </Section>
      <Reached plan={plan} part={part} />
    </>
  )
}
