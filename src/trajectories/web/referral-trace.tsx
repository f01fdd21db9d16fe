import { Language, Law } from '#kernel'
import type { PageContext } from '#platform'
import { Card, Details, type Lang, sayInstant, sayLanguage, sayLaw, Timeline } from '#ui'
import { ReferralState } from '../domain/referral.ts'
import type { TracedField } from '../domain/referral-trace.ts'
import type { TraceEntry } from '../use-cases/referral-trace-view.ts'
import type { TypeView } from '../use-cases/list-types.ts'
import type { T } from './texts.ts'
import { sayType } from './words.ts'

type Value = string | boolean | null

interface Words {
  readonly types: readonly TypeView[]
  readonly lang: Lang
  readonly t: T
}

/** A stored value in words; free text stays as it is. */
const sayValue = (field: TracedField, value: Value, { types, lang, t }: Words): string => {
  if (value === null) return t('page.nothing')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  switch (field) {
    case 'state':
      return t(`state.${ReferralState.parse(value)}`)
    case 'trajectoryType':
      return sayType(value, types, lang)
    case 'law':
      return sayLaw(Law.parse(value), lang)
    case 'wishLanguage':
      return sayLanguage(Language.parse(value), lang)
    default:
      return value
  }
}

/** The words that changed; that the state changed is said above it. */
const Changed = ({ entry, words }: { readonly entry: TraceEntry; readonly words: Words }) => {
  const { t } = words
  const changes = entry.changes.filter(change => change.field !== 'state')
  if (changes.length === 0) return null
  return (
    <Details summary={changes.map(change => t(`field.${change.field}`)).join(', ')}>
      {changes.map(change => (
        <dl className="op-definitions" key={change.field}>
          <div>
            <dt>{`${t(`field.${change.field}`)}, ${t('page.was').toLowerCase()}`}</dt>
            <dd dir="auto">{sayValue(change.field, change.was, words)}</dd>
          </div>
          <div>
            <dt>{t('page.became')}</dt>
            <dd dir="auto">{sayValue(change.field, change.became, words)}</dd>
          </div>
        </dl>
      ))}
    </Details>
  )
}

/** Every change after sending, newest first: what stood there, what came in its place, by whom and why. */
export const ReferralTrace = ({
  trace,
  types,
  context,
  t,
}: {
  readonly trace: readonly TraceEntry[]
  readonly types: readonly TypeView[]
  readonly context: PageContext
  readonly t: T
}) => {
  const { lang, today } = context
  const words: Words = { types, lang, t }
  if (trace.length === 0) return null
  return (
    <Card title={t('page.trace')}>
      <Timeline
        label={t('page.trace')}
        items={trace.map((entry, i) => ({
          key: `${entry.at}-${i}`,
          state: 'done' as const,
          title: entry.reason === '' ? headline(entry, words) : entry.reason,
          detail: t('page.by', { name: entry.byName, moment: sayInstant(new Date(entry.at), today, lang) }),
          children: <Changed entry={entry} words={words} />,
        }))}
      />
    </Card>
  )
}

/** A change without a reason of its own: the state it led to. */
const headline = (entry: TraceEntry, words: Words): string => {
  const { t } = words
  const state = entry.changes.find(change => change.field === 'state')
  if (entry.changes.some(change => change.field === 'questionAnswer' && change.became !== null)) return t('state.answered')
  return state === undefined ? t('page.trace') : sayValue('state', state.became, words)
}
