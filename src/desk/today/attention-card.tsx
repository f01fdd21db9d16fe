import { CountsGlyph } from '#instruments'
import type { PageContext } from '#platform'
import { Card, Details, EmptyState, Heading, Row, Rows } from '#ui'
import type { Today } from './get-today.ts'
import { inGroups, type Signal, type Urgency } from './signal.ts'
import { signalsOf } from './signals.ts'
import { todayTexts } from './texts.ts'

/** Of each group at a glance; the rest is one tap away. */
const SHOWN: Readonly<Record<Urgency, number>> = { now: 5, week: 3, later: 2 }

const SignalRow = ({ signal, lang }: { readonly signal: Signal; readonly lang: PageContext['lang'] }) => (
  <Row
    glyph={<CountsGlyph goals={signal.goalsByArea} lang={lang} />}
    title={signal.title}
    href={signal.href}
    detail={signal.why}
    action={signal.action}
  />
)

const Group = ({
  urgency,
  signals,
  context,
}: {
  readonly urgency: Urgency
  readonly signals: readonly Signal[]
  readonly context: PageContext
}) => {
  const { t } = todayTexts(context.lang)
  const title = t(`urgency.${urgency}`)
  const most = SHOWN[urgency]
  // The fold takes the place of one: a single one more is shown.
  const shown = signals.length === most + 1 ? signals : signals.slice(0, most)
  const more = signals.slice(shown.length)
  return (
    <div className={`op-urgency op-urgency--${urgency}`} id={urgency}>
      <Heading level={3} looks={4}>
        {title} <span className="op-tabs__count">{signals.length}</span>
      </Heading>
      <Rows label={title}>
        {shown.map(signal => (
          <SignalRow key={signal.key} signal={signal} lang={context.lang} />
        ))}
      </Rows>
      {more.length === 0 ? null : (
        <Details summary={t('showAll', { count: signals.length })} open={context.query['open'] === urgency}>
          <Rows label={t('showAll', { count: signals.length })}>
            {more.map(signal => (
              <SignalRow key={signal.key} signal={signal} lang={context.lang} />
            ))}
          </Rows>
        </Details>
      )}
    </div>
  )
}

/** What asks for attention: now, this week, later. */
export const AttentionCard = ({ today, context }: { readonly today: Today; readonly context: PageContext }) => {
  const { t } = todayTexts(context.lang)
  const groups = inGroups(signalsOf(today, context))
  return (
    <Card title={t('attention.title')}>
      {groups.length === 0 ? (
        <EmptyState level={3} title={t('attention.empty')}>
          {t('attention.emptyHelp')}
        </EmptyState>
      ) : (
        groups.map(({ urgency, signals }) => <Group key={urgency} urgency={urgency} signals={signals} context={context} />)
      )}
    </Card>
  )
}
