import { Fragment } from 'react'
import { dayIn } from '#kernel'
import { TopMatchCard } from '#matching'
import { canDo, type Goal, openGoalsOf, type Placement, type Step } from '#plans'
import {
  Actions,
  Badge,
  Button,
  Card,
  Details,
  EmptyState,
  Form,
  Heading,
  Link,
  LinkButton,
  Paragraph,
  Quote,
  Row,
  Rows,
  sayArea,
  sayDate,
  sayDay,
  sayTime,
  Timeline,
} from '#ui'
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

const StepLines = ({ goal, part }: { readonly goal: Goal; readonly part: DossierPart }) =>
  goal.steps.length === 0 ? (
    <Paragraph soft>{part.t('goal.noSteps')}</Paragraph>
  ) : (
    <Timeline
      items={goal.steps.map(step => ({
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

const PlacementLine = ({ placement, part: { dossier, t } }: { readonly placement: Placement; readonly part: DossierPart }) => (
  <p className="nl-paragraph">
    <Badge tone="green">
      {placement.state === 'waiting'
        ? t('goal.waiting', { offer: placement.offerName, number: placement.queuePosition })
        : t('goal.placed', { offer: placement.offerName })}
    </Badge>{' '}
    {placement.kind === 'activity' ? null : (
      <Link href={deskPaths.work(dossier.participantId)}>
        {t('goal.work')}
        <span className="op-unseen">: {placement.offerName}</span>
      </Link>
    )}
  </p>
)

/** One goal in the person's own words, with its steps and what helps. */
export const GoalCard = ({ goal, part }: { readonly goal: Goal; readonly part: DossierPart }) => {
  const { dossier, context, t } = part
  const wish = dossier.plan?.wishes.find(candidate => candidate.id === goal.wishId)
  const placements = (dossier.placements ?? []).filter(
    p => p.goalId === goal.id && (p.state === 'placed' || p.state === 'waiting'),
  )
  return (
    <Card
      id={`goal-${goal.id}`}
      title={<span dir="auto">{goal.title}</span>}
      badges={
        <>
          <Badge tone="orange">{sayArea(goal.area, context.lang)}</Badge>
          {goal.until === undefined ? null : (
            <Badge>{t('goal.until', { day: sayDate(goal.until, context.today, context.lang) })}</Badge>
          )}
        </>
      }
      actions={
        <>
          {placements.length === 0 ? (
            <LinkButton look="confirm" href={deskPaths.findOffers(dossier.participantId, goal.id)}>
              {t('goal.find')}
            </LinkButton>
          ) : null}
          <LinkButton look="secondary" href={`${deskPaths.conversation(dossier.participantId)}#stappen`}>
            {t('goal.addSteps')}
          </LinkButton>
        </>
      }
    >
      {wish === undefined ? null : <Quote lang={wish.language}>{wish.words}</Quote>}
      <StepLines goal={goal} part={part} />
      {placements.map(placement => (
        <PlacementLine key={placement.id} placement={placement} part={part} />
      ))}
    </Card>
  )
}

/** The goals beside the wheel; an invitation when there is none. */
export const GoalCards = ({ part }: { readonly part: DossierPart }) => {
  const { dossier, suggestion, t } = part
  if (dossier.plan === undefined) return null
  const goals = openGoalsOf(dossier.plan)
  if (goals.length === 0) {
    return (
      <EmptyState
        title={t('goal.noGoals')}
        action={
          <Actions>
            <LinkButton href={deskPaths.conversation(dossier.participantId)}>{t('talk')}</LinkButton>
          </Actions>
        }
      >
        {t('goal.noGoalsWords', { name: dossier.callName })}
      </EmptyState>
    )
  }
  const waiting = goals.filter(goal => !goal.inFocus)
  return (
    <>
      {goals
        .filter(goal => goal.inFocus)
        .map(goal => (
          <Fragment key={goal.id}>
            <GoalCard goal={goal} part={part} />
            {suggestion?.goalId === goal.id ? (
              <TopMatchCard
                top={suggestion}
                participantId={dossier.participantId}
                callName={dossier.callName}
                context={part.context}
              />
            ) : null}
          </Fragment>
        ))}
      {waiting.length === 0 ? null : <WaitingGoals goals={waiting} part={part} />}
    </>
  )
}

/** Each area has one goal in focus; the others are folded, and one tap away. */
const WaitingGoals = ({ goals, part }: { readonly goals: readonly Goal[]; readonly part: DossierPart }) => {
  const { dossier, context } = part
  const p = planTexts(context.lang).t
  return (
    <Details summary={p('focus.wait', { count: goals.length })}>
      <Rows>
        {goals.map(goal => (
          <Row
            key={goal.id}
            title={
              <span lang={goal.language} dir="auto" id={`goal-${goal.id}`}>
                {goal.title}
              </span>
            }
            detail={sayArea(goal.area, context.lang)}
            end={
              <Form action={deskPaths.focusGoal(dossier.participantId, goal.id)} hidden={{ naam: goal.title }} inline>
                <Button look="secondary" label={p('focus.setOf', { goal: goal.title })}>
                  {p('focus.set')}
                </Button>
              </Form>
            }
          />
        ))}
      </Rows>
    </Details>
  )
}

/** Goals that are closed, small. */
export const ClosedGoals = ({ part }: { readonly part: DossierPart }) => {
  const reached = part.dossier.plan?.goals.filter(goal => goal.state === 'reached') ?? []
  if (reached.length === 0) return null
  return (
    <Card>
      <Heading level={2} looks={4}>
        {part.t('goal.reached')}
      </Heading>
      <ul>
        {reached.map(goal => (
          <li key={goal.id} dir="auto">
            <Link href={`${deskPaths.conversation(part.dossier.participantId)}#doel`}>{goal.title}</Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
