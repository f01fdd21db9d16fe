import { type Goal, openGoalsOf, OUTCOMES, type Placement } from '#plans'
import type { PageContext } from '#platform'
import {
  Actions,
  Badge,
  Badges,
  Button,
  Card,
  Details,
  EmptyState,
  Form,
  LinkButton,
  Paragraph,
  RadioGroup,
  sayArea,
  sayDate,
  sayDay,
  Soft,
  TextArea,
} from '#ui'
import { deskPaths } from '../web/paths.ts'
import { type PartProps, propsOf, renderTalk } from './frame.tsx'
import { partPath, type Talk, talkPath } from './parts.ts'

type Live = Extract<Placement, { readonly state: 'placed' | 'waiting' }>

const stateWords = (placement: Live, { t }: PartProps): string => {
  if (placement.state === 'placed') return t('offers.placed')
  return placement.placeFree ? t('offers.placeFree') : t('offers.waiting', { count: placement.queuePosition })
}

const EndPlacement = ({ placement, talk, context, t }: PartProps & { readonly placement: Live }) => {
  const mine = context.form?.id === 'conversation.endPlacement' && context.query['plek'] === placement.id
  const action = talkPath('/plek/:placementId/stoppen', { participantId: talk.participantId, placementId: placement.id })
  return (
    <Details summary={t('offers.end')} open={mine}>
      <Form
        {...(mine ? { id: 'conversation.endPlacement', refused: context.form } : {})}
        action={`${action}?plek=${placement.id}`}
        version={placement.version}
        words={{ outcome: t('offers.missingOutcome') }}
        idPrefix={`end-${placement.id}-`}
      >
        <RadioGroup
          name="outcome"
          label={t('offers.outcome')}
          options={OUTCOMES.map(outcome => ({ value: outcome, label: t(`offers.outcomes.${outcome}`) }))}
        />
        <TextArea name="outcomeWords" label={t('offers.outcomeWords')} rows={2} optional />
        <Button look="secondary">{t('offers.endButton')}</Button>
      </Form>
    </Details>
  )
}

const PlacementItem = ({ placement, ...props }: PartProps & { readonly placement: Live }) => {
  const { talk, context, t } = props
  const params = { participantId: talk.participantId, placementId: placement.id }
  const day = placement.startsOn ?? placement.since
  const moment = placement.startsOn !== undefined && placement.startsOn > context.today ? 'offers.starts' : 'offers.since'
  return (
    <li className="op-talk-place">
      <Badges>
        <Badge tone={placement.state === 'placed' || placement.placeFree ? 'green' : 'stone'}>
          {stateWords(placement, props)}
        </Badge>
      </Badges>
      <strong>{placement.offerName}</strong>
      <Soft>
        {[placement.organisationName, t(moment, { day: sayDay(day, context.today, context.lang) })].filter(Boolean).join(' · ')}
      </Soft>
      <Actions>
        {placement.state === 'waiting' && placement.placeFree ? (
          <Form action={talkPath('/plek/:placementId/nemen', params)} version={placement.version} inline>
            <Button look="confirm">{t('offers.take')}</Button>
          </Form>
        ) : null}
        <Form action={talkPath('/plek/:placementId/toch-niet', params)} version={placement.version} inline>
          <Button look="quiet" label={`${t('offers.cancel')}: ${placement.offerName}`}>
            {t('offers.cancel')}
          </Button>
        </Form>
      </Actions>
      {placement.state === 'placed' ? <EndPlacement {...props} placement={placement} /> : null}
    </li>
  )
}

const Nothing = ({ goal, talk, context, t }: PartProps & { readonly goal: Goal }) => {
  const noted = talk.plan.unmetWishes.find(wish => wish.goalId === goal.id && wish.resolvedOn === undefined)
  const params = { participantId: talk.participantId, goalId: goal.id }
  return (
    <>
      {noted === undefined ? null : (
        <Paragraph soft>
          {t('offers.noted', { day: sayDate(noted.notedOn, context.today, context.lang) })}
          {noted.whatLacks === '' ? '' : ` “${noted.whatLacks}”`}
        </Paragraph>
      )}
      <Details summary={t('offers.nothing')}>
        <Form
          action={talkPath('/aanbod/:goalId/niets', params)}
          values={{ whatLacks: noted?.whatLacks }}
          idPrefix={`lacks-${goal.id}-`}
        >
          <TextArea name="whatLacks" label={t('offers.whatLacks')} hint={t('offers.nothingHelp')} rows={2} optional />
          <Button look="secondary">{t('offers.note')}</Button>
        </Form>
      </Details>
    </>
  )
}

const live = (placements: readonly Placement[]): readonly Live[] =>
  placements.flatMap(placement => (placement.state === 'placed' || placement.state === 'waiting' ? [placement] : []))

const GoalOffers = ({ goal, ...props }: PartProps & { readonly goal: Goal }) => {
  const { talk, context, t } = props
  const here = live(talk.placements).filter(placement => placement.goalId === goal.id)
  return (
    <Card title={goal.title} badges={<Badge tone="orange">{sayArea(goal.area, context.lang)}</Badge>} id={`doel-${goal.id}`}>
      {here.length === 0 ? (
        <Paragraph soft>{t('offers.none')}</Paragraph>
      ) : (
        <ul className="op-talk-list">
          {here.map(placement => (
            <PlacementItem key={placement.id} {...props} placement={placement} />
          ))}
        </ul>
      )}
      <Actions>
        <LinkButton
          look={here.length === 0 ? 'confirm' : 'secondary'}
          href={deskPaths.findOffers(talk.participantId, goal.id)}
          label={`${t(here.length === 0 ? 'offers.find' : 'offers.findMore')}: ${goal.title}`}
        >
          {t(here.length === 0 ? 'offers.find' : 'offers.findMore')}
        </LinkButton>
      </Actions>
      <Nothing {...props} goal={goal} />
    </Card>
  )
}

export const viewOffers = (talk: Talk, context: PageContext): string => {
  const props = propsOf(talk, context)
  const { t } = props
  const goals = openGoalsOf(talk.plan)
  const others = live(talk.placements).filter(placement => !goals.some(goal => goal.id === placement.goalId))
  return renderTalk(props, {
    part: 'offers',
    title: t('offers.title'),
    lead: t('offers.lead'),
    children: (
      <>
        {goals.length === 0 ? (
          <EmptyState
            title={t('offers.noGoals')}
            action={<LinkButton href={partPath(talk.participantId, 'goal')}>{t('offers.toGoal')}</LinkButton>}
          >
            {t('offers.noGoalsHelp')}
          </EmptyState>
        ) : null}
        {goals.map(goal => (
          <GoalOffers key={goal.id} {...props} goal={goal} />
        ))}
        {others.length === 0 ? null : (
          <Card title={t('offers.otherPlaces')}>
            <ul className="op-talk-list">
              {others.map(placement => (
                <PlacementItem key={placement.id} {...props} placement={placement} />
              ))}
            </ul>
          </Card>
        )}
      </>
    ),
  })
}
