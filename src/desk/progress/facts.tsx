import type { ReactNode } from 'react'
import { Card, type Definition, DefinitionList, Details, FreeText, sayDate, sayInstant, sayLaw, Soft, Timeline } from '#ui'
import type { HistoryEntry } from '#trajectories'
import type { ProgressPart } from './part.ts'
import { inLang, sayValue } from './say.ts'

const line = (term: string, value: ReactNode): readonly Definition[] =>
  value === undefined || value === '' ? [] : [{ term, value }]

const ended = ({ trajectory, context, t }: ProgressPart): readonly Definition[] => {
  const { endedOn, endReason, endWords } = trajectory
  if (endedOn === undefined) return []
  return [
    { term: t('facts.ended'), value: sayDate(endedOn, context.today, context.lang) },
    ...line(t('facts.endReason'), endReason === undefined ? undefined : t(`endReason.${endReason}`)),
    ...line(t('facts.endWords'), endWords),
  ]
}

const planned = ({ trajectory, context, t }: ProgressPart): string => {
  const { plannedEndOn, extendedFrom } = trajectory
  if (plannedEndOn === undefined) return t('facts.noPlannedEnd')
  const day = sayDate(plannedEndOn, context.today, context.lang)
  return extendedFrom === undefined
    ? day
    : t('facts.extended', { day, before: sayDate(extendedFrom, context.today, context.lang) })
}

/** What nobody prescribes says so. */
const Rule = ({ words, check, t }: { readonly words: string; readonly check: boolean; readonly t: ProgressPart['t'] }) => (
  <>
    {words}
    {check ? (
      <>
        {' '}
        <Soft>({t('facts.check')})</Soft>
      </>
    ) : null}
  </>
)

const rules = ({ trajectory, t }: ProgressPart): readonly Definition[] => {
  const { reviewWeeks, longestMonths, advises, decides } = trajectory.kind
  return [
    {
      term: t('facts.rhythm'),
      value: <Rule words={t('facts.weeks', { count: reviewWeeks.value })} check={reviewWeeks.by === 'checkLocally'} t={t} />,
    },
    {
      term: t('facts.longest'),
      value: <Rule words={t('facts.months', { count: longestMonths.value })} check={longestMonths.by === 'checkLocally'} t={t} />,
    },
    { term: t('facts.advice'), value: t(`advises.${advises}`) },
    { term: t('facts.decision'), value: t(`decides.${decides}`) },
  ]
}

/** Under which name and law, who coordinates, from when until when, and how it runs. */
export const Facts = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, context, t } = part
  const { lang, today } = context
  const label = inLang(trajectory.kind.label, lang)
  const inLaw = inLang(trajectory.kind.nameInLaw, lang)
  return (
    <Card title={t('facts.title')} level={3}>
      <DefinitionList
        items={[
          { term: t('facts.kind'), value: label },
          ...(inLaw === label ? [] : [{ term: t('facts.nameInLaw'), value: inLaw }]),
          { term: t('facts.law'), value: sayLaw(trajectory.law, lang) },
          { term: t('facts.voluntary'), value: t(trajectory.voluntary ? 'yes' : 'no') },
          { term: t('facts.coordinator'), value: trajectory.coordinatorName },
          { term: t('facts.organisation'), value: trajectory.organisationName },
          { term: t('facts.started'), value: sayDate(trajectory.startedOn, today, lang) },
          ...(trajectory.state === 'ended' ? [] : [{ term: t('facts.plannedEnd'), value: planned(part) }]),
          ...ended(part),
          ...(trajectory.state === 'ended' ? [] : rules(part)),
        ]}
      />
    </Card>
  )
}

/** Follow from the others, and are said by what was done. */
const SILENT: readonly string[] = ['state', 'phaseSince', 'resumesTo', 'extendedFrom']

const Changed = ({ entry, part }: { readonly entry: HistoryEntry; readonly part: ProgressPart }) => {
  const { t } = part
  const changes = entry.changes.filter(change => !SILENT.includes(change.field))
  if (changes.length === 0) return null
  return (
    <Details summary={t('history.look')}>
      <dl className="op-definitions">
        {changes.map(({ field, was, became }) => (
          <div key={field}>
            <dt>{t(`changed.${field}`)}</dt>
            <dd dir="auto">
              {sayValue(field, became, part)}{' '}
              <Soft>
                ({t('history.was')}: {sayValue(field, was, part)})
              </Soft>
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  )
}

const NAMED: Partial<Record<HistoryEntry['action'], HistoryEntry['changes'][number]['field']>> = {
  movePhase: 'phase',
  changeCoordinator: 'coordinatorId',
  pause: 'pauseReason',
  end: 'endReason',
}

/** What was done, with what it led to when that is one thing. */
const headline = (entry: HistoryEntry, part: ProgressPart): string => {
  const words = part.t(`did.${entry.action}`)
  const change = entry.changes.find(({ field }) => field === NAMED[entry.action])
  return change === undefined ? words : `${words}: ${sayValue(change.field, change.became, part)}`
}

/** Every change, newest first: what, by whom, when and why. */
export const History = ({ part }: { readonly part: ProgressPart }) => {
  const { trajectory, context, t } = part
  return (
    <Card title={t('history.title')} level={3}>
      {trajectory.history.length === 0 ? (
        <Soft>{t('history.empty')}</Soft>
      ) : (
        <Timeline
          label={t('history.title')}
          items={trajectory.history.map(entry => ({
            key: entry.at,
            state: 'done' as const,
            title: headline(entry, part),
            detail: t('history.by', { name: entry.byName, moment: sayInstant(new Date(entry.at), context.today, context.lang) }),
            children: (
              <>
                {entry.reason === '' ? null : <FreeText>{entry.reason}</FreeText>}
                <Changed entry={entry} part={part} />
              </>
            ),
          }))}
        />
      )}
    </Card>
  )
}
