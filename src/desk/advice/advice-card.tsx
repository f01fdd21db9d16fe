import type { PageContext } from '#platform'
import { Badge, Card, FreeText, LinkButton, Paragraph, sayDate } from '#ui'
import type { ReviewList } from '../review/get-review-list.ts'
import { deskPaths } from '../web/paths.ts'
import { sayDirection } from './paper.tsx'
import { advicePaths } from './paths.ts'
import { adviceTexts, paperTexts } from './texts.ts'

interface CardProps {
  readonly list: ReviewList
  readonly context: PageContext
}

/** How the advice stands, beside the reviews that it grows from. */
export const AdviceCard = ({ list, context }: CardProps) => {
  const { t } = adviceTexts(context.lang)
  const { advice, running, participantId, callName: name } = list
  const current = advice?.state === 'withdrawn' ? undefined : advice
  const ends = running?.plannedEndOn
  const badge =
    current === undefined
      ? undefined
      : current.decision === undefined
        ? t(`state.${current.state}`)
        : t(`decision.${current.decision}`)
  return (
    <Card title={t('card.title')} badges={badge === undefined ? undefined : <Badge tone={toneOf(current)}>{badge}</Badge>}>
      {current === undefined ? (
        <>
          <Paragraph soft>{t('card.none')}</Paragraph>
          {ends === undefined ? null : (
            <Paragraph>{t('card.noneEnd', { day: sayDate(ends, context.today, context.lang) })}</Paragraph>
          )}
        </>
      ) : (
        <>
          <Paragraph>{sayDirection({ name, advice: current, context }, paperTexts(context.lang).t)}</Paragraph>
          {current.decisionWords === undefined || current.decisionWords === '' ? null : (
            <FreeText>{current.decisionWords}</FreeText>
          )}
        </>
      )}
      <LinkButton look={current === undefined ? 'primary' : 'secondary'} href={advicePaths.one(participantId)}>
        {t(current === undefined ? 'card.write' : current.state === 'draft' ? 'card.goOn' : 'card.look')}
      </LinkButton>
    </Card>
  )
}

const toneOf = (advice: ReviewList['advice']): 'orange' | 'green' | 'stone' =>
  advice?.decision === 'agreed' ? 'green' : advice?.state === 'sent' ? 'orange' : 'stone'

/** Who guided before, and the conversation of three with which it is handed over. */
export const HandOverCard = ({ list, context }: CardProps) => {
  const { t } = adviceTexts(context.lang)
  const { handOver, callName: name, participantId } = list
  if (handOver === undefined) return null
  const { formerName: former, readsUntil } = handOver
  return (
    <Card title={t('handOver.title')} tint="green">
      <Paragraph>{t('handOver.words', { former, name })}</Paragraph>
      {readsUntil === undefined ? null : (
        <Paragraph>{t('handOver.readsUntil', { former, day: sayDate(readsUntil, context.today, context.lang) })}</Paragraph>
      )}
      <LinkButton href={`${deskPaths.dossier(participantId)}?soort=threeWay#straks`}>{t('handOver.plan')}</LinkButton>
      <LinkButton look="secondary" href={advicePaths.one(participantId)}>
        {t('handOver.advice')}
      </LinkButton>
    </Card>
  )
}
