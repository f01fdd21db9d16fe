import { addDays, type CalendarDay } from '#kernel'
import type { FormFields, PageContext } from '#platform'
import { Button, Card, Checkbox, DateField, Details, Form, Paragraph, TextField } from '#ui'
import { LimitKey } from '../domain/limit.ts'
import { definitionOf, SHIPPED_LIMITS } from '../domain/limits.ts'
import type { ListedLimit, OwnLimit } from '../use-cases/list-limits.ts'
import { regimesPaths } from './paths.ts'
import type { RegimeT } from './texts.ts'

interface Part {
  readonly limit: ListedLimit
  readonly context: PageContext
  readonly t: RegimeT
}

const isMoney = (key: string | undefined): boolean => {
  const known = LimitKey.safeParse(key)
  return known.success && definitionOf(SHIPPED_LIMITS, known.data).unit === 'cents'
}

/** Amounts are typed in euros. */
export const typedLimit = (fields: FormFields, limitKey: string | undefined) => {
  const value = fields.number('value')
  return {
    value: value === undefined || !isMoney(limitKey) ? value : Math.round(value * 100),
    from: fields.optional('from'),
    until: fields.optional('until'),
    source: fields.text('source'),
    mark: fields.checked('checkLocally') ? 'checkLocally' : 'verified',
  }
}

const Fields = ({ limit, t }: Part) => (
  <>
    <TextField name="value" label={t(`fields.${limit.unit}`)} inputMode="decimal" narrow />
    <DateField name="from" label={t('fields.from')} />
    <DateField name="until" label={t('fields.until')} hint={t('fields.untilHint')} optional />
    <TextField name="source" label={t('fields.source')} hint={t('fields.sourceHint')} maxLength={300} />
    <Checkbox name="checkLocally" label={t('fields.checkLocally')} />
  </>
)

const wordsOf = (t: RegimeT) => ({
  'value.number': t('errors.number'),
  'value.type': t('errors.number'),
  'from.overlap': t('errors.overlap'),
  'until.beforeStart': t('errors.beforeStart'),
})
const labelsOf = ({ limit, t }: Part) => ({
  value: t(`fields.${limit.unit}`),
  from: t('fields.from'),
  until: t('fields.until'),
  source: t('fields.source'),
})

/** The first day after everything that is known; undefined when something holds without an end. */
const firstOpenDay = ({ own, shipped }: ListedLimit, today: CalendarDay): CalendarDay | undefined => {
  const periods = [...own.filter(({ state }) => state === 'current'), ...shipped]
  if (periods.length === 0) return `${today.slice(0, 4)}-01-01` as CalendarDay
  if (periods.some(({ until }) => until === undefined)) return undefined
  const last = periods.map(({ until }) => until ?? today).toSorted()
  return addDays(last[last.length - 1] ?? today, 1)
}

/** Proposes the year that is still open. */
const proposed = (limit: ListedLimit, today: CalendarDay): { readonly from: string; readonly until: string } => {
  const from = firstOpenDay(limit, today)
  if (from === undefined) return { from: '', until: '' }
  return { from, until: from.endsWith('-01-01') ? `${from.slice(0, 4)}-12-31` : '' }
}

export const AddLimit = (part: Part) => {
  const { limit, context, t } = part
  return (
    <Card title={t('add')}>
      <Paragraph soft>{t('addWords')}</Paragraph>
      <Form
        id="regimes.setLimit"
        action={regimesPaths.limit(limit.key)}
        refused={context.form}
        values={proposed(limit, context.today)}
        words={wordsOf(t)}
        labels={labelsOf(part)}
        idPrefix="new-"
      >
        <Fields {...part} />
        <Button>{t('save')}</Button>
      </Form>
    </Card>
  )
}

const inEuros = (value: number): string => (value / 100).toFixed(2).replace('.', ',')

export const AmendLimit = ({ own, ...part }: Part & { readonly own: OwnLimit }) => {
  const { limit, context, t } = part
  const isMine = context.params['limitId'] === own.id
  const value = limit.unit === 'cents' ? inEuros(own.value) : String(own.value).replace('.', ',')
  return (
    <Details summary={t('amend')} open={isMine && context.form !== undefined}>
      <Form
        action={regimesPaths.amend(limit.key, own.id)}
        {...(isMine ? { id: 'regimes.amendLimit', refused: context.form } : {})}
        version={own.version}
        values={{
          value,
          from: own.from ?? '',
          until: own.until ?? '',
          source: own.source,
          checkLocally: own.mark === 'checkLocally' ? 'yes' : '',
        }}
        words={wordsOf(t)}
        labels={labelsOf(part)}
        idPrefix={`${own.id}-`}
      >
        <Fields {...part} />
        <Button>{t('amendSave')}</Button>
      </Form>
    </Details>
  )
}
