import type { CalendarDay } from '#kernel'
import { TopMatchCard } from '#matching'
import { type Goal, nextStep, openGoalsOf, type Placement, type Plan } from '#plans'
import {
  Actions,
  Badge,
  Badges,
  Button,
  Details,
  EmptyState,
  Form,
  Heading,
  Link,
  LinkButton,
  Quote,
  Row,
  Rows,
  sayArea,
  sayDate,
  StepDots,
} from '#ui'
import { partPath } from '../conversation/parts.ts'
import { planTexts } from '../conversation/plan-texts.ts'
import { deskPaths } from '../web/paths.ts'
import { StepLines } from './goal-steps.tsx'
import { type DossierPart, isAskedFor } from './part.ts'

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

interface GoalProps {
  readonly goal: Goal
  readonly part: DossierPart
}

const Name = ({ goal }: { readonly goal: Goal }) => (
  <span lang={goal.language} dir="auto">
    {goal.title}
  </span>
)

/** What is said about a goal under its name: the own words, the steps, what helps. */
const GoalBody = ({ goal, part }: GoalProps) => {
  const { dossier, t } = part
  const wish = dossier.plan?.wishes.find(candidate => candidate.id === goal.wishId)
  const placements = (dossier.placements ?? []).filter(
    p => p.goalId === goal.id && (p.state === 'placed' || p.state === 'waiting'),
  )
  return (
    <>
      {wish === undefined ? null : <Quote lang={wish.language}>{wish.words}</Quote>}
      <StepLines goal={goal} part={part} />
      <div className="op-split">
        {placements.map(placement => (
          <PlacementLine key={placement.id} placement={placement} part={part} />
        ))}
        <Actions>
          {placements.length === 0 ? (
            <LinkButton
              look="confirm"
              href={deskPaths.findOffers(dossier.participantId, goal.id)}
              label={`${t('goal.find')}: ${goal.title}`}
            >
              {t('goal.find')}
            </LinkButton>
          ) : null}
          <LinkButton
            look="quiet"
            href={partPath(dossier.participantId, 'steps', { doel: goal.id })}
            label={`${t('goal.addSteps')}: ${goal.title}`}
          >
            {t('goal.addSteps')}
          </LinkButton>
        </Actions>
      </div>
    </>
  )
}

/** The best offer for this goal, when there is one to suggest. */
const WhatFits = ({ goal, part: { dossier, suggestion, context } }: GoalProps) =>
  suggestion?.goalId === goal.id ? (
    <TopMatchCard top={suggestion} participantId={dossier.participantId} callName={dossier.callName} context={context} />
  ) : null

/** The goal whose step comes first stands open. */
const GoalOpen = ({ goal, part }: GoalProps) => {
  const { context, t } = part
  return (
    <section className="op-card op-goal" id={`goal-${goal.id}`}>
      <div className="op-split">
        <Heading level={2} looks={3}>
          <Name goal={goal} />
        </Heading>
        <Badges>
          <Badge tone="orange">{sayArea(goal.area, context.lang)}</Badge>
          {goal.until === undefined ? null : (
            <Badge>{t('goal.until', { day: sayDate(goal.until, context.today, context.lang) })}</Badge>
          )}
        </Badges>
      </div>
      <GoalBody goal={goal} part={part} />
    </section>
  )
}

const nextWords = (goal: Goal, { context, t }: DossierPart): string => {
  const step = goal.steps.find(each => each.state === 'open')
  if (step === undefined) return t('goal.noNext')
  return step.plannedOn === undefined ? step.title : `${step.title}, ${sayDate(step.plannedOn, context.today, context.lang)}`
}

/** The goals of the other areas: what comes next there, and everything one tap away. */
const GoalFolded = ({ goal, part }: GoalProps) => {
  const { context, t } = part
  const done = goal.steps.filter(step => step.state === 'done').length
  return (
    <details className="op-card op-goal op-goal--folded" id={`goal-${goal.id}`} open={context.query['doel'] === goal.id}>
      <summary>
        <span className="op-goal__name">
          <strong>
            <Name goal={goal} />
          </strong>
          <span className="op-soft" dir="auto">
            {nextWords(goal, part)}
          </span>
        </span>
        {part.suggestion?.goalId === goal.id ? <Badge tone="green">{t('goal.fits')}</Badge> : null}
        <Badge tone="orange">{sayArea(goal.area, context.lang)}</Badge>
        {goal.steps.length === 0 ? null : <StepDots done={done} total={goal.steps.length} />}
      </summary>
      <div className="op-goal__body">
        {goal.until === undefined ? null : (
          <Badges>
            <Badge>{t('goal.until', { day: sayDate(goal.until, context.today, context.lang) })}</Badge>
          </Badges>
        )}
        <GoalBody goal={goal} part={part} />
        <WhatFits goal={goal} part={part} />
      </div>
    </details>
  )
}

/** The goals beside the wheel; an invitation when there is none. */
export const GoalCards = ({ part }: { readonly part: DossierPart }) => {
  const { dossier, t } = part
  if (dossier.plan === undefined) return null
  const goals = openGoalsOf(dossier.plan)
  if (goals.length === 0) {
    return (
      <EmptyState
        title={t('goal.noGoals')}
        action={
          <Actions>
            <LinkButton look="secondary" href={partPath(dossier.participantId, 'goal')}>
              {t('goal.addFirst')}
            </LinkButton>
          </Actions>
        }
      >
        {t('goal.noGoalsWords', { name: dossier.callName })}
      </EmptyState>
    )
  }
  const waiting = goals.filter(goal => !goal.inFocus)
  const inFocus = goals.filter(goal => goal.inFocus)
  const first = firstGoal(inFocus, dossier.plan, part.context.today)
  return (
    <>
      {first === undefined ? null : (
        <>
          <GoalOpen goal={first} part={part} />
          <WhatFits goal={first} part={part} />
        </>
      )}
      {inFocus
        .filter(goal => goal !== first)
        .map(goal => (
          <GoalFolded key={goal.id} goal={goal} part={part} />
        ))}
      {waiting.length === 0 ? null : <WaitingGoals goals={waiting} part={part} />}
    </>
  )
}

/** The goal of the step that comes next; without one the goal that comes first on the list. */
const firstGoal = (inFocus: readonly Goal[], plan: Plan, today: CalendarDay): Goal | undefined => {
  const next = nextStep(plan, today)?.goal.id
  return inFocus.find(goal => goal.id === next) ?? inFocus[0]
}

/** Each area has one goal in focus; the others are folded, and one tap away. */
const WaitingGoals = ({ goals, part }: { readonly goals: readonly Goal[]; readonly part: DossierPart }) => {
  const { dossier, context } = part
  const p = planTexts(context.lang).t
  return (
    <Details
      summary={p('focus.wait', { count: goals.length })}
      open={isAskedFor(part, 'wacht') || goals.some(goal => goal.id === context.query['doel'])}
    >
      <Rows>
        {goals.map(goal => (
          <Row
            key={goal.id}
            title={
              <span id={`goal-${goal.id}`}>
                <Name goal={goal} />
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

/** Goals that were reached, folded. */
export const ClosedGoals = ({ part }: { readonly part: DossierPart }) => {
  const reached = part.dossier.plan?.goals.filter(goal => goal.state === 'reached') ?? []
  if (reached.length === 0) return null
  return (
    <Details summary={part.t('goal.reached', { count: reached.length })} open={isAskedFor(part, 'gehaald')}>
      <ul>
        {reached.map(goal => (
          <li key={goal.id} id={`goal-${goal.id}`} lang={goal.language} dir="auto">
            <Link href={partPath(part.dossier.participantId, 'goal')}>{goal.title}</Link>
          </li>
        ))}
      </ul>
    </Details>
  )
}
