import { Actions, Card, Details, LinkButton, Paragraph, sayDate, sayList, Soft } from '#ui'
import { deskPaths } from '../web/paths.ts'
import type { ProgressPart } from './part.ts'
import { inLang } from './say.ts'

type Stand = 'done' | 'now' | 'open'

/** Every phase in its usual order; where somebody is now is said in words too. */
const Line = ({ trajectory, context, t }: ProgressPart) => {
  const { phases } = trajectory.kind
  const at = phases.findIndex(phase => phase.key === trajectory.phase)
  const standOf = (i: number): Stand => (i < at ? 'done' : i === at ? 'now' : 'open')
  const since = trajectory.phaseSince
  const says = (stand: Stand): string => {
    const ended = trajectory.state === 'ended'
    // After the end nothing is still to come.
    if (stand === 'open' && ended) return ''
    if (stand !== 'now') return t(`phase.${stand}`)
    if (ended) return t('phase.was')
    return since === undefined ? t('phase.now') : t('phase.nowSince', { day: sayDate(since, context.today, context.lang) })
  }
  return (
    <ol className="op-phases" aria-label={t('phases')}>
      {phases.map((phase, i) => {
        const stand = standOf(i)
        return (
          <li
            key={phase.key}
            className={`op-phases__phase op-phases__phase--${stand}`}
            aria-current={stand === 'now' ? 'step' : undefined}
          >
            <span className="op-phases__dot" aria-hidden="true" />
            <span className="op-phases__words">
              <span className="op-phases__name">{inLang(phase, context.lang)}</span>
              <Soft>{says(stand)}</Soft>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

/** What may help in this phase: to talk about, and small steps as examples. */
const Help = ({ part, canTalk }: { readonly part: ProgressPart; readonly canTalk: boolean }) => {
  const { trajectory, data, context, t } = part
  const { lang } = context
  const phase = trajectory.kind.phases.find(each => each.key === trajectory.phase)
  if (phase === undefined || trajectory.state === 'ended') return null
  return (
    <Details summary={t('phase.help', { phase: inLang(phase, lang) })}>
      {phase.instruments.length === 0 ? null : (
        <Paragraph>
          <Soft>{t('phase.instruments')}:</Soft>{' '}
          {sayList(
            phase.instruments.map(instrument => t(`instrument.${instrument}`)),
            lang,
          )}
        </Paragraph>
      )}
      <Paragraph>
        <Soft>{t('phase.steps')}:</Soft>
      </Paragraph>
      <ul className="op-list">
        {phase.steps.map(step => (
          <li key={step.nl}>{inLang(step, lang)}</li>
        ))}
      </ul>
      {canTalk ? (
        <Actions>
          <LinkButton look="secondary" href={deskPaths.conversation(data.participantId)}>
            {t('phase.toConversation')}
          </LinkButton>
        </Actions>
      ) : null}
    </Details>
  )
}

/** Where somebody is: a calm line, never a gate. */
export const PhaseLine = ({ part, canTalk = false }: { readonly part: ProgressPart; readonly canTalk?: boolean }) => (
  <Card title={part.t(part.trajectory.state === 'ended' ? 'phase.titleEnded' : 'phase.title')} level={3}>
    {part.trajectory.phase === undefined ? <Paragraph soft>{part.t('phase.intake')}</Paragraph> : null}
    <Line {...part} />
    <Help part={part} canTalk={canTalk} />
  </Card>
)
