import { dayIn } from '#kernel'
import type { PageContext } from '#platform'
import { type IntakeReading, STABILITY_QUESTIONS } from '#trajectories'
import { Details, sayDate, Soft } from '#ui'
import type { IntakeData } from './intake-data.ts'
import type { IntakeT } from './texts.ts'

const FIELDS = ['state', 'wish', 'stability', 'stabilityWords', 'obstacles', 'support', 'supportBy', 'lookAgainOn'] as const
type Field = (typeof FIELDS)[number]

const valueOf = (reading: IntakeReading, field: Field, t: IntakeT, context: PageContext): string => {
  const value: unknown = (reading as Readonly<Record<string, unknown>>)[field]
  if (field === 'state') return t(`history.state.${reading.state}`)
  if (field === 'lookAgainOn')
    return reading.state === 'supportFirst' ? sayDate(reading.lookAgainOn, context.today, context.lang) : ''
  if (field === 'stability')
    return STABILITY_QUESTIONS.filter(question => reading.stability[question] !== undefined)
      .map(question => `${t(`question.${question}`)} ${t(`answer.${reading.stability[question] ?? 'none'}`)}`)
      .join(' · ')
  return typeof value === 'string' ? value : ''
}

interface Change {
  readonly field: Field
  readonly was: string
}

/** Of each change what stood there before; nothing that was written disappears. */
export const History = ({
  data,
  context,
  t,
}: {
  readonly data: IntakeData
  readonly context: PageContext
  readonly t: IntakeT
}) => {
  const { intake, earlier } = data
  if (intake === undefined || earlier.length === 0) return null
  const after = [intake, ...earlier.map(entry => entry.reading)]
  const lines = earlier.map((entry, i) => ({
    ...entry,
    changes: FIELDS.flatMap((field): readonly Change[] => {
      const was = valueOf(entry.reading, field, t, context)
      const became = valueOf(after[i] ?? intake, field, t, context)
      return was === became ? [] : [{ field, was }]
    }),
  }))
  return (
    <Details summary={t('history.title')}>
      <ol className="op-events">
        {lines.map(line => (
          <li key={line.version} className="op-event">
            <p className="op-event__head">
              <strong>
                {t('history.line', {
                  name: line.replacedByName,
                  day: sayDate(dayIn(new Date(line.replacedAt)), context.today, context.lang),
                })}
              </strong>
            </p>
            <ul className="op-tasks">
              {line.changes.map(({ field, was }) => (
                <li key={field}>
                  {t(`history.field.${field}`)}{' '}
                  <Soft>{t('history.was', { words: was === '' ? t('history.nothing') : was })}</Soft>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Details>
  )
}
