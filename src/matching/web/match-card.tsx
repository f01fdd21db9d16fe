import type { PageContext } from '#platform'
import { supplyPaths } from '#supply/paths'
import { Badge, Button, Card, Form, Link, LinkButton, Paragraph, sayDate, Soft } from '#ui'
import type { MatchView, NearMissView } from '../use-cases/match-view.ts'
import type { TopMatch } from '../use-cases/top-match.ts'
import { matchingPaths } from './paths.ts'
import { keepReasons } from './reasons-field.ts'
import { matchingTexts } from './texts.ts'

/** For whom and on which page a suggestion is told. */
export interface CardProps {
  readonly participantId: string
  readonly goalId: string
  readonly callName: string
  readonly context: PageContext
}

interface Said {
  readonly nl: string
  readonly en: string
}
const say = (said: readonly Said[], { context }: CardProps): readonly string[] =>
  said.map(({ nl, en }) => (context.lang === 'en' ? en : nl))

const isAboutTrust = (code: string): boolean => code === 'confirmedLongAgo' || code === 'neverConfirmed'

const Confirmed = ({ match, ...props }: CardProps & { readonly match: MatchView }) => {
  const { t } = matchingTexts(props.context.lang)
  const { lastConfirmed: confirmed } = match
  if (confirmed === undefined || match.reasons.some(({ reason }) => isAboutTrust(reason.code))) return null
  const day = sayDate(confirmed.on, props.context.today, props.context.lang)
  if (confirmed.precision === 'month') return <Soft>{t('confirmedMonth', { day: day.replace(/^1 /, '') })}</Soft>
  return <Soft>{confirmed.by === undefined ? t('confirmed', { day }) : t('confirmedBy', { by: confirmed.by, day })}</Soft>
}

/** What speaks for it in one calm line, then what somebody has to ask first. */
const Why = ({ match, ...props }: CardProps & { readonly match: MatchView }) => {
  const { t } = matchingTexts(props.context.lang)
  const fits = match.reasons.filter(reason => !reason.toAsk)
  const asks = match.reasons.filter(reason => reason.toAsk)
  return (
    <>
      <Paragraph>{say(fits, props).join(' ')}</Paragraph>
      {asks.length === 0 ? null : (
        <Paragraph>
          <strong>{t('askFirst')}</strong> {say(asks, props).join(' ')}
        </Paragraph>
      )}
      <Confirmed {...props} match={match} />
    </>
  )
}

const ChooseForm = ({
  match,
  words,
  look = 'confirm',
  from,
  ...props
}: CardProps & {
  readonly match: MatchView
  readonly words: string
  readonly look?: 'confirm' | 'secondary'
  readonly from?: 'dossier'
}) => (
  <Form
    action={matchingPaths.choose(props.participantId, props.goalId)}
    inline
    hidden={{
      offerId: match.offerId,
      offerName: match.name,
      callName: props.callName,
      reasons: keepReasons(match.reasons.map(({ reason }) => reason)),
      from,
    }}
  >
    <Button look={look} label={`${words}: ${match.name}`}>
      {words}
    </Button>
  </Form>
)

const StateBadges = ({ match, ...props }: CardProps & { readonly match: MatchView }) => {
  const { t } = matchingTexts(props.context.lang)
  const { placement, freePlaces, waiting } = match
  return (
    <>
      {placement === undefined ? null : (
        <Badge tone="green">
          {placement.state === 'placed'
            ? t('placed', { name: props.callName })
            : t('placedWaiting', { name: props.callName, number: placement.queuePosition ?? 1 })}
        </Badge>
      )}
      {freePlaces === undefined || freePlaces === 0 ? null : <Badge>{t('places', { count: freePlaces })}</Badge>}
      {freePlaces !== 0 || waiting === 0 ? null : <Badge>{t('waiting', { count: waiting })}</Badge>}
    </>
  )
}

const detailOf = (match: MatchView): string => [match.organisationName, match.timesText].filter(text => text !== '').join(' · ')

/** An offer that fits, with why and a button to choose it. */
export const MatchCard = ({ match, ...props }: CardProps & { readonly match: MatchView }) => {
  const { t } = matchingTexts(props.context.lang)
  return (
    <Card
      level={3}
      title={<Link href={supplyPaths.offer(match.offerId)}>{match.name}</Link>}
      badges={
        <>
          <Badge tone="green">{t('fits')}</Badge>
          <StateBadges {...props} match={match} />
        </>
      }
      actions={match.placement === undefined ? <ChooseForm {...props} match={match} words={t('choose')} /> : undefined}
    >
      <Soft>{detailOf(match)}</Soft>
      <Why {...props} match={match} />
    </Card>
  )
}

/** An offer that nearly fits: first what would make it fit. */
export const NearMissCard = ({ match, ...props }: CardProps & { readonly match: NearMissView }) => {
  const { t } = matchingTexts(props.context.lang)
  const isFull = match.failed.includes('capacity')
  return (
    <Card
      level={3}
      title={<Link href={supplyPaths.offer(match.offerId)}>{match.name}</Link>}
      badges={
        <>
          <Badge tone="orange">{t('near')}</Badge>
          <StateBadges {...props} match={match} />
        </>
      }
      actions={<ChooseForm {...props} match={match} look="secondary" words={t(isFull ? 'queue' : 'chooseAnyway')} />}
    >
      <Soft>{detailOf(match)}</Soft>
      <Paragraph>
        <strong>{say(match.hints, props).join(' ')}</strong>
      </Paragraph>
      <Why {...props} match={match} />
    </Card>
  )
}

/** The best suggestion beside a goal: for the dossier. */
export const TopMatchCard = ({ top, ...props }: Omit<CardProps, 'goalId'> & { readonly top: TopMatch }) => {
  const { t } = matchingTexts(props.context.lang)
  const on = { ...props, goalId: top.goalId }
  return (
    <Card
      title={<Link href={supplyPaths.offer(top.match.offerId)}>{top.match.name}</Link>}
      badges={<Badge tone="green">{t('fits')}</Badge>}
      actions={
        <>
          <ChooseForm {...on} match={top.match} words={t('propose')} from="dossier" />
          <LinkButton
            look="secondary"
            href={matchingPaths.offers(props.participantId, top.goalId)}
            label={`${top.others === 0 ? t('look') : t('others', { count: top.others })}: ${top.match.name}`}
          >
            {top.others === 0 ? t('look') : t('others', { count: top.others })}
          </LinkButton>
        </>
      }
    >
      <Why {...on} match={top.match} />
    </Card>
  )
}
