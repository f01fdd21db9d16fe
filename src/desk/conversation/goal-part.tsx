import { WHEEL_AREAS } from '#kernel'
import { ARCHIVE_REASONS, type Goal, openGoalsOf, wishesOf } from '#plans'
import type { PageContext } from '#platform'
import {
  Actions,
  Badge,
  Badges,
  Button,
  Card,
  DateField,
  Details,
  Form,
  Heading,
  LinkButton,
  RadioGroup,
  sayArea,
  sayDate,
  Soft,
  StepDots,
  TextArea,
  TextField,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { Conflict, type PartProps, propsOf, renderTalk } from './frame.tsx'
import { partPath, type Talk, talkPath } from './parts.ts'

const SHORT = 80
/** A short wish is the goal in the person's own words; a long one is summed up together. */
const titleFrom = (words: string | undefined): string | undefined =>
  words !== undefined && words.length <= SHORT ? words : undefined

const GoalFields = ({ talk, context, t, lang }: PartProps & { readonly lang: PageContext['lang'] }) => (
  <>
    <TextField name="title" label={t('goal.label')} hint={t('goal.hint')} maxLength={200} ownWords />
    <RadioGroup
      name="area"
      label={t('goal.area')}
      options={WHEEL_AREAS.map(area => ({ value: area, label: sayArea(area, lang), hint: t(`goal.areaHints.${area}`) }))}
    />
    <RadioGroup
      name="wishId"
      label={t('goal.fromWish')}
      optional
      options={[
        ...wishesOf(talk.plan).map(wish => ({ value: wish.id, label: wish.words })),
        { value: '', label: t('goal.noWish') },
      ]}
    />
    <DateField name="until" label={t('goal.until')} min={context.today} optional />
  </>
)

const goalWords = (t: PartProps['t']) => ({
  'title.required': t('goal.missing'),
  area: t('goal.missingArea'),
  'until.inPast': t('goal.inPast'),
})

const AddGoal = (props: PartProps) => {
  const { talk, context, t } = props
  const { participantId, plan } = talk
  const wishes = wishesOf(plan)
  const asked = wishes.find(each => each.id === context.query['wens'])
  // With one wish and no goal yet there is nothing to choose.
  const wish = asked ?? (wishes.length === 1 && openGoalsOf(plan).length === 0 ? wishes[0] : undefined)
  return (
    <Form
      id="conversation.addGoal"
      action={talkPath('/doel', { participantId })}
      refused={context.form}
      values={{ title: titleFrom(wish?.words), area: context.query['gebied'], wishId: wish?.id ?? '' }}
      labels={{ title: t('goal.label'), area: t('goal.area'), until: t('goal.until') }}
      words={goalWords(t)}
      hidden={{ language: wish?.language ?? context.lang }}
    >
      <GoalFields {...props} lang={context.lang} />
      <Button large>{t('goal.add')}</Button>
    </Form>
  )
}

const EditGoal = ({ goal, ...props }: PartProps & { readonly goal: Goal }) => {
  const { talk, context, t } = props
  const back = partPath(talk.participantId, 'goal')
  const action = talkPath('/doel/:goalId/wijzigen', { participantId: talk.participantId, goalId: goal.id })
  return (
    <>
      <Conflict context={context} t={t} formId="conversation.amendGoal" theirs={goal.title} yours="title" leave={back} />
      <Form
        id="conversation.amendGoal"
        action={`${action}?wijzig=${goal.id}`}
        refused={context.form}
        version={goal.version}
        values={{ title: goal.title, area: goal.area, wishId: goal.wishId ?? '', until: goal.until }}
        words={goalWords(t)}
        hidden={{ language: goal.language }}
        idPrefix="edit-"
      >
        <GoalFields {...props} lang={context.lang} />
        <Actions>
          <Button>{t('save')}</Button>
          <LinkButton look="quiet" href={back}>
            {t('cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </>
  )
}

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

const OpenGoal = ({ goal, ...props }: PartProps & { readonly goal: Goal }) => {
  const { talk, context, t } = props
  const { participantId } = talk
  const done = goal.steps.filter(step => step.state === 'done').length
  if (context.query['wijzig'] === goal.id) return <EditGoal {...props} goal={goal} />
  return (
    <>
      <Badges>
        <Badge tone="orange">{sayArea(goal.area, context.lang)}</Badge>
        {goal.until === undefined ? null : (
          <Badge>{t('goal.until2', { day: sayDate(goal.until, context.today, context.lang) })}</Badge>
        )}
        {goal.steps.length === 0 ? null : <StepDots done={done} total={goal.steps.length} />}
      </Badges>
      <Heading level={3}>
        <span lang={goal.language} dir="auto">
          {goal.title}
        </span>
      </Heading>
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
        <LinkButton
          look="quiet"
          href={partPath(participantId, 'goal', { wijzig: goal.id })}
          label={`${t('edit')}: ${goal.title}`}
        >
          {t('edit')}
        </LinkButton>
      </Actions>
      <ArchiveGoal {...props} goal={goal} />
    </>
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
  return renderTalk(props, {
    part: 'goal',
    title: t('goal.title'),
    lead: t('goal.lead'),
    children: (
      <>
        {open.length === 0 ? null : (
          <Card title={t('goal.mine')}>
            <ul className="op-talk-list">
              {open.map(goal => (
                <li key={goal.id} id={`doel-${goal.id}`}>
                  <OpenGoal {...props} goal={goal} />
                </li>
              ))}
            </ul>
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
