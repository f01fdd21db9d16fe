import type { ReactNode } from 'react'
import { isLive, nextStep, openGoalsOf, type Step, strengthsOf, type Wish, wishesOf } from '#plans'
import type { PageContext } from '#platform'
import { Actions, Badge, Card, LinkButton, Paragraph, Quote, sayArea, Soft, Timeline } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { AgreementText } from './agreement-words.tsx'
import { promiserWords } from './agreements-part.tsx'
import { type PartProps, propsOf, renderTalk } from './frame.tsx'
import type { Talk } from './parts.ts'
import { hoursWords } from './reciprocity-part.tsx'
import { helpWords, practicalWords, recognitionWords, whenWords, whoWords } from './say.ts'

const Block = ({
  title,
  empty,
  children,
}: {
  readonly title: string
  readonly empty: string | undefined
  readonly children: ReactNode
}) => <Card title={title}>{empty === undefined ? children : <Paragraph soft>{empty}</Paragraph>}</Card>

const Wishes = ({ wishes }: { readonly wishes: readonly Wish[] }) =>
  wishes.map(wish => (
    <Quote key={wish.id} lang={wish.language}>
      {wish.words}
    </Quote>
  ))

const stepDetail = (step: Step, { talk, context, t, p }: PartProps): string => {
  const said = recognitionWords(step.recognition, t)
  return [
    whoWords(step, talk.callName, t),
    ...whenWords(step, context.today, context.lang),
    ...helpWords(step, p),
    ...(said === undefined ? [] : [t('steps.appreciated', { what: said })]),
  ].join(' · ')
}

const FirstStep = (props: PartProps) => {
  const { talk, context, t } = props
  const next = nextStep(talk.plan, context.today)
  return next === undefined ? null : (
    <Card title={t('summary.next')} tint="orange">
      <Paragraph lead>
        <span lang={next.step.language} dir="auto">
          {next.step.title}
        </span>
      </Paragraph>
      <Paragraph>{stepDetail(next.step, props)}</Paragraph>
    </Card>
  )
}

const GoalsBlock = (props: PartProps) => {
  const { talk, context, t } = props
  const goals = openGoalsOf(talk.plan)
  return (
    <Block title={t('summary.goals')} empty={goals.length === 0 ? t('summary.empty') : undefined}>
      <ul className="op-talk-list">
        {goals.map(goal => (
          <li key={goal.id}>
            <strong lang={goal.language} dir="auto">
              {goal.title}
            </strong>
            <Badge tone="orange">{sayArea(goal.area, context.lang)}</Badge>
            {goal.steps.length === 0 ? (
              <Soft>{t('summary.noSteps')}</Soft>
            ) : (
              <Timeline
                items={goal.steps.map(step => ({
                  key: step.id,
                  state: step.state === 'done' ? 'done' : 'open',
                  title: step.title,
                  detail: stepDetail(step, props),
                }))}
              />
            )}
          </li>
        ))}
      </ul>
    </Block>
  )
}

export const viewSummary = (talk: Talk, context: PageContext): string => {
  const props = propsOf(talk, context)
  const { t, p } = props
  const given = talk.plan.reciprocity.filter(each => !each.archived)
  const wishes = wishesOf(talk.plan)
  const strengths = strengthsOf(talk.plan)
  const practical = practicalWords(talk.plan.practical, context.lang, t)
  const agreements = talk.plan.agreements.filter(agreement => agreement.state === 'open')
  const helping = talk.placements.filter(isLive)
  const empty = (list: readonly unknown[]): string | undefined => (list.length === 0 ? t('summary.empty') : undefined)
  return renderTalk(props, {
    part: 'summary',
    title: t('summary.title'),
    lead: t('summary.lead'),
    children: (
      <>
        <FirstStep {...props} />
        <Block title={t('summary.want', { name: talk.callName })} empty={empty(wishes)}>
          <Wishes wishes={wishes} />
        </Block>
        {strengths.length === 0 ? null : (
          <Block title={t('summary.good', { name: talk.callName })} empty={undefined}>
            <Wishes wishes={strengths} />
          </Block>
        )}
        <GoalsBlock {...props} />
        <Block title={t('summary.helps')} empty={empty(helping)}>
          <ul className="op-talk-plain">
            {helping.map(placement => (
              <li key={placement.id}>
                {placement.offerName}
                {placement.state === 'waiting' ? ` · ${t('offers.waiting', { count: placement.queuePosition })}` : ''}
              </li>
            ))}
          </ul>
        </Block>
        <Block title={t('summary.must')} empty={empty(practical)}>
          <ul className="op-talk-plain">
            {practical.map(line => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </Block>
        {given.length === 0 ? null : (
          <Block title={p('reciprocity.of', { name: talk.callName })} empty={undefined}>
            {given.map(each => (
              <div key={each.id}>
                <Quote lang={each.language}>{each.words}</Quote>
                <Soft>{hoursWords(each, context.lang, p)}</Soft>
              </div>
            ))}
          </Block>
        )}
        <Block title={t('summary.promised')} empty={empty(agreements)}>
          <ul className="op-talk-list">
            {agreements.map(agreement => (
              <li key={agreement.id}>
                <Soft>{promiserWords(agreement, talk.callName, t)}</Soft>
                <AgreementText agreement={agreement} p={p} />
              </li>
            ))}
          </ul>
        </Block>
        <Block title={t('summary.home')} empty={undefined}>
          <Actions>
            <LinkButton look="secondary" href={deskPaths.print(talk.participantId)}>
              {t('summary.paper')}
            </LinkButton>
            <LinkButton look="secondary" href={deskPaths.invite(talk.participantId)}>
              {t('summary.phone')}
            </LinkButton>
          </Actions>
        </Block>
      </>
    ),
  })
}
