import { dossierPath, goalStepsPath } from '#people/paths'
import { page, type PageContext } from '#platform'
import type { Placement } from '#plans'
import {
  Actions,
  AppPage,
  Badge,
  Breadcrumbs,
  Button,
  Card,
  Columns,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Paragraph,
  Quote,
  renderPage,
  Row,
  Rows,
  sayArea,
  sayDate,
  Section,
  Soft,
  Stack,
  TextArea,
} from '#ui'
import { findOffers, type FoundForGoal } from '../use-cases/find-offers.ts'
import { type CardProps, MatchCard, NearMissCard } from './match-card.tsx'
import { matchingPaths } from './paths.ts'
import { matchingTexts, type T } from './texts.ts'

interface PartProps extends CardProps {
  readonly found: FoundForGoal
  readonly t: T
}

const REFUSALS = ['alreadyDone', 'notPossibleNow', 'versionConflict', 'full'] as const

const Refused = ({ context, callName, t }: PartProps) => {
  const { form } = context
  if (form === undefined) return null
  const code = REFUSALS.find(known => known === form.refusal.code) ?? 'other'
  return <ErrorSummary title={t('refused')} errors={[{ message: t(`refusals.${code}`, { name: callName }) }]} />
}

const Words = ({ found, callName, t }: PartProps) =>
  found.wishes.length === 0 ? null : (
    <div>
      <Soft>{t('said', { name: callName })}</Soft>
      {found.wishes.map(({ words, language }) => (
        <Quote key={words} lang={language}>
          {words}
        </Quote>
      ))}
    </div>
  )

const stateWords = (placement: Placement, { callName, t }: PartProps): string =>
  placement.state === 'waiting'
    ? t('placedWaiting', { name: callName, number: placement.queuePosition })
    : t('placed', { name: callName })

const Chosen = (props: PartProps) => {
  const { found, participantId, goalId, t } = props
  if (found.placements.length === 0) return null
  return (
    <Section title={t('here')}>
      <Card>
        <Rows label={t('here')}>
          {found.placements.map(placement => (
            <Row
              key={placement.id}
              title={placement.offerName}
              detail={[placement.organisationName, stateWords(placement, props)].filter(Boolean).join(' · ')}
              end={
                <Form action={matchingPaths.cancel(participantId, goalId, placement.id)} version={placement.version} inline>
                  <Button look="quiet" label={`${t('cancel')}: ${placement.offerName}`}>
                    {t('cancel')}
                  </Button>
                </Form>
              }
            />
          ))}
        </Rows>
        <Actions>
          <LinkButton href={goalStepsPath(found.participantId, goalId)}>{t('agreeSteps')}</LinkButton>
        </Actions>
      </Card>
    </Section>
  )
}

const Matches = (props: PartProps) => {
  const { found, participantId, goalId, t } = props
  const { matches, more, supply } = found
  if (supply === 0) return <EmptyState title={t('noSupplyTitle')}>{t('noSupply')}</EmptyState>
  if (matches.length === 0) return <EmptyState title={t('noFitTitle')}>{t('noFit')}</EmptyState>
  return (
    <Section title={t(more ? 'fitsTitleMore' : 'fitsTitle', { count: matches.length })}>
      <Stack>
        <Columns>
          {matches.map(match => (
            <MatchCard key={match.offerId} {...props} match={match} />
          ))}
        </Columns>
        {more ? (
          <Actions>
            <LinkButton look="secondary" href={matchingPaths.allOffers(participantId, goalId)}>
              {t('more')}
            </LinkButton>
          </Actions>
        ) : null}
      </Stack>
    </Section>
  )
}

const NearMisses = (props: PartProps) =>
  props.found.nearMisses.length === 0 ? null : (
    <Section title={props.t('nearTitle')}>
      <Stack>
        <Paragraph soft>{props.t('nearLead')}</Paragraph>
        <Columns>
          {props.found.nearMisses.map(match => (
            <NearMissCard key={match.offerId} {...props} match={match} />
          ))}
        </Columns>
      </Stack>
    </Section>
  )

const NothingFits = ({ found, participantId, goalId, callName, context, t }: PartProps) => (
  <Section title={t('nothingTitle')} id="niets">
    <Card>
      <Paragraph>{t('nothingLead', { name: callName })}</Paragraph>
      {found.unmetWish === undefined ? null : (
        <Paragraph soft>{t('notedOn', { day: sayDate(found.unmetWish.notedOn, context.today, context.lang) })}</Paragraph>
      )}
      <Form
        action={matchingPaths.nothingFits(participantId, goalId)}
        version={found.goal.version}
        values={{ whatLacks: context.form?.fields.text('whatLacks') ?? found.unmetWish?.whatLacks }}
        draft={`unmet:${goalId}`}
      >
        <TextArea name="whatLacks" label={t('whatLacks')} hint={t('whatLacksHint')} rows={3} maxLength={1_000} optional />
        <Actions>
          <Button look="secondary">{t('keepOpen')}</Button>
          <Button look="quiet" formAction={matchingPaths.archive(participantId, goalId)}>
            {t('setAside')}
          </Button>
        </Actions>
      </Form>
    </Card>
  </Section>
)

const ClosedGoal = ({ found, participantId, goalId, t }: PartProps) => (
  <EmptyState
    title={t('closedTitle')}
    action={
      <>
        <Form action={matchingPaths.reopen(participantId, goalId)} version={found.goal.version} inline>
          <Button>{t('reopenGoal')}</Button>
        </Form>
        <LinkButton look="secondary" href={dossierPath(found.participantId)}>
          {t('back')}
        </LinkButton>
      </>
    }
  >
    {t('closed')}
  </EmptyState>
)

export const viewOffers = (found: FoundForGoal, context: PageContext): string => {
  const { t } = matchingTexts(context.lang)
  const { participantId, callName, goal } = found
  const title = t('title', { goal: goal.title })
  const props: PartProps = { found, participantId, callName, goalId: goal.goalId, context, t }
  return renderPage(
    <AppPage context={context} title={title}>
      <Breadcrumbs
        items={[
          { href: dossierPath(found.participantId), label: t('dossier', { name: callName }) },
          { href: matchingPaths.conversation(found.participantId), label: t('conversation') },
        ]}
      />
      <PageHead title={<span dir="auto">{title}</span>} above={<Badge tone="orange">{sayArea(goal.area, context.lang)}</Badge>} />
      <Stack>
        <Refused {...props} />
        <Words {...props} />
        <Chosen {...props} />
        {goal.state === 'open' ? (
          <>
            <Matches {...props} />
            <NearMisses {...props} />
            <NothingFits {...props} />
          </>
        ) : (
          <ClosedGoal {...props} />
        )}
      </Stack>
    </AppPage>,
  )
}

export const offersPage = page<FoundForGoal>({
  id: 'matching.offers',
  path: matchingPaths.offers(':participantId', ':goalId'),
  who: ['coach', 'workcoach'],
  load: request => {
    const { participantId, goalId } = request.params
    const limit = request.query['aantal'] === undefined ? undefined : 50
    return request.run(findOffers, { participantId, goalId, limit })
  },
  view: viewOffers,
})
