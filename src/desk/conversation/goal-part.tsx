import { ARCHIVE_REASONS, type Goal, openGoalsOf } from '#plans'
import type { PageContext } from '#platform'
import {
  Actions,
  Badge,
  Badges,
  Button,
  Card,
  Details,
  Form,
  Heading,
  LinkButton,
  Paragraph,
  RadioGroup,
  sayArea,
  sayDate,
  Soft,
  StepDots,
  TextArea,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { type PartProps, propsOf, renderTalk } from './frame.tsx'
import { AddGoal, EditGoal } from './goal-fields.tsx'
import { partPath, type Talk, talkPath } from './parts.ts'

const ArchiveGoal = ({ goal, talk, context, t }: PartProps & { readonly goal: Goal }) => {
  const mine = context.form?.id === 'conversation.archiveGoal' && context.query['weg'] === goal.id
  const action = talkPath('/doel/:goalId/archiveren', { participantId: talk.participantId, goalId: goal.id })
  return (
    <Details summary={t('goal.archive')} open={mine}>
      <Form
        {...(mine ? { id: 'conversation.archiveGoal', refused: context.form } : {})}
        action={`${action}?weg=${goal.id}`}
        version={goal.version}
        words={{ reason: t('goal.missingReason'), 'reasonWords.required': t('goal.missingReasonWords') }}
        idPrefix={`archive-${goal.id}-`}
      >
        <RadioGroup
          name="reason"
          label={t('goal.reason')}
          options={ARCHIVE_REASONS.map(reason => ({ value: reason, label: t(`goal.reasons.${reason}`) }))}
        />
        <TextArea name="reasonWords" label={t('goal.reasonWords')} rows={2} optional />
        <Button look="secondary">{t('goal.archive')}</Button>
      </Form>
    </Details>
  )
}

interface InList {
  readonly goal: Goal
  /** Those that it can change places with. */
  readonly peers: readonly Goal[]
}
const nameOf = (goal: Goal) => (
  <span lang={goal.language} dir="auto">
    {goal.title}
  </span>
)

const MoveGoal = ({ goal, talk, t, p, direction }: PartProps & InList & { readonly direction: 'up' | 'down' }) => (
  <Form
    action={talkPath('/doel/:goalId/verplaatsen', { participantId: talk.participantId, goalId: goal.id })}
    hidden={{ direction, naam: goal.title }}
    inline
  >
    <Button look="quiet" label={p(direction === 'up' ? 'order.goalUp' : 'order.goalDown', { goal: goal.title })}>
      {t(`steps.${direction}`)}
    </Button>
  </Form>
)

const MoveButtons = (props: PartProps & InList) => {
  const place = props.peers.findIndex(peer => peer.id === props.goal.id)
  return (
    <>
      {place > 0 ? <MoveGoal {...props} direction="up" /> : null}
      {place < props.peers.length - 1 ? <MoveGoal {...props} direction="down" /> : null}
    </>
  )
}

const ChangeGoal = (props: PartProps & InList) => {
  const { goal, talk, t } = props
  return (
    <>
      <LinkButton
        look="quiet"
        href={partPath(talk.participantId, 'goal', { wijzig: goal.id })}
        label={`${t('edit')}: ${goal.title}`}
      >
        {t('edit')}
      </LinkButton>
      <MoveButtons {...props} />
    </>
  )
}

/** In focus: large, with everything that can be done. */
const GoalNow = (props: PartProps & InList & { readonly waiting: boolean }) => {
  const { goal, talk, context, t, p, waiting } = props
  const { participantId } = talk
  const done = goal.steps.filter(step => step.state === 'done').length
  if (context.query['wijzig'] === goal.id) return <EditGoal {...props} />
  return (
    <>
      <Badges>
        <Badge tone="orange">{sayArea(goal.area, context.lang)}</Badge>
        {waiting ? <Badge tone="green">{p('focus.now')}</Badge> : null}
        {goal.until === undefined ? null : (
          <Badge>{t('goal.until2', { day: sayDate(goal.until, context.today, context.lang) })}</Badge>
        )}
        {goal.steps.length === 0 ? null : <StepDots done={done} total={goal.steps.length} />}
      </Badges>
      <Heading level={3}>{nameOf(goal)}</Heading>
      <Actions>
        <LinkButton look="confirm" href={deskPaths.findOffers(participantId, goal.id)} label={`${t('goal.find')}: ${goal.title}`}>
          {t('goal.find')}
        </LinkButton>
        <LinkButton
          look="secondary"
          href={partPath(participantId, 'steps', { doel: goal.id })}
          label={`${t('goal.steps')}: ${goal.title}`}
        >
          {t('goal.steps')}
        </LinkButton>
        <Form action={talkPath('/doel/:goalId/bereikt', { participantId, goalId: goal.id })} version={goal.version} inline>
          <Button look="quiet" label={`${t('goal.reach')}: ${goal.title}`}>
            {t('goal.reach')}
          </Button>
        </Form>
        <ChangeGoal {...props} />
      </Actions>
      <ArchiveGoal {...props} />
    </>
  )
}

/** Waits: small, and one tap away from the middle. */
const GoalLater = (props: PartProps & InList) => {
  const { goal, talk, context, p } = props
  if (context.query['wijzig'] === goal.id) return <EditGoal {...props} />
  return (
    <>
      <Badges>
        <Badge>{sayArea(goal.area, context.lang)}</Badge>
      </Badges>
      <Heading level={3} looks={4}>
        {nameOf(goal)}
      </Heading>
      <Actions>
        <Form
          action={talkPath('/doel/:goalId/nu', { participantId: talk.participantId, goalId: goal.id })}
          hidden={{ naam: goal.title }}
          inline
        >
          <Button look="secondary" label={p('focus.setOf', { goal: goal.title })}>
            {p('focus.set')}
          </Button>
        </Form>
        <ChangeGoal {...props} />
      </Actions>
      <ArchiveGoal {...props} />
    </>
  )
}

const WaitingGoals = (props: PartProps) => {
  const { talk, context, p } = props
  const waiting = openGoalsOf(talk.plan).filter(goal => !goal.inFocus)
  if (waiting.length === 0) return null
  const asked = [context.query['wijzig'], context.query['weg'], context.query['wacht']]
  return (
    <Details summary={p('focus.wait', { count: waiting.length })} open={waiting.some(goal => asked.includes(goal.id))}>
      <Paragraph soft>{p('focus.waitHelp')}</Paragraph>
      <ul className="op-talk-list">
        {waiting.map(goal => (
          <li key={goal.id} id={`doel-${goal.id}`}>
            <GoalLater {...props} goal={goal} peers={waiting} />
          </li>
        ))}
      </ul>
    </Details>
  )
}

const closedWords = (goal: Exclude<Goal, { readonly state: 'open' }>, { context, t }: PartProps): string => {
  const day = sayDate(goal.closedOn, context.today, context.lang)
  if (goal.state === 'reached') return t('goal.reached', { day })
  return t('goal.archived', {
    day,
    reason: goal.reasonWords === '' ? t(`goal.reasons.${goal.reason}`).toLowerCase() : goal.reasonWords,
  })
}

const ClosedGoals = (props: PartProps) => {
  const { talk, t } = props
  const closed = talk.plan.goals.flatMap(goal => (goal.state === 'open' ? [] : [goal]))
  if (closed.length === 0) return null
  return (
    <Details summary={`${t('goal.closed')} (${closed.length})`}>
      <ul className="op-talk-list">
        {closed.map(goal => (
          <li key={goal.id}>
            <strong>{goal.title}</strong>
            <Soft>{closedWords(goal, props)}</Soft>
            <Form
              action={talkPath('/doel/:goalId/heropenen', { participantId: talk.participantId, goalId: goal.id })}
              version={goal.version}
              inline
            >
              <Button look="secondary">{t('goal.reopen')}</Button>
            </Form>
          </li>
        ))}
      </ul>
    </Details>
  )
}

export const viewGoal = (talk: Talk, context: PageContext): string => {
  const props = propsOf(talk, context)
  const { t } = props
  const open = openGoalsOf(talk.plan)
  const now = open.filter(goal => goal.inFocus)
  return renderTalk(props, {
    part: 'goal',
    title: t('goal.title'),
    lead: t('goal.lead'),
    children: (
      <>
        {open.length === 0 ? null : (
          <Card title={t('goal.mine')}>
            <ul className="op-talk-list">
              {now.map(goal => (
                <li key={goal.id} id={`doel-${goal.id}`}>
                  <GoalNow
                    {...props}
                    goal={goal}
                    peers={now}
                    waiting={open.some(other => other.area === goal.area && !other.inFocus)}
                  />
                </li>
              ))}
            </ul>
            <WaitingGoals {...props} />
          </Card>
        )}
        <Card>
          <AddGoal {...props} />
        </Card>
        <ClosedGoals {...props} />
      </>
    ),
  })
}
