import type { AllowanceMeter, Gauge } from '#plans'
import type { PageContext } from '#platform'
import { saySource } from '#regimes'
import { Badge, Callout, DataTable, Paragraph, Stack, sayDate, sayMoney } from '#ui'
import { MeterBar } from './meter-bar.tsx'
import { monthName, startingWith } from './say.ts'
import type { WorkT } from './texts.ts'

interface Part {
  readonly meter: AllowanceMeter
  readonly name: string
  readonly context: PageContext
  readonly t: WorkT
}
type Which = 'month' | 'year'

const periodOf = (which: Which, { meter, context }: Part): string =>
  which === 'month' ? startingWith(monthName(meter.on, context.lang), context.lang) : meter.on.slice(0, 4)

/** What the bar shows, as a finding: "In november is € 187 van € 220 betaald (85%)." */
const finding = (gauge: Gauge, which: Which, part: Part): string => {
  const { t, context } = part
  const paid = sayMoney(gauge.paidCents, context.lang)
  const period = periodOf(which, part)
  if (gauge.limit.state === 'notSet') return t('meter.unknown', { period, paid })
  const limit = sayMoney(gauge.limit.value, context.lang)
  return t('meter.finding', { period, paid, limit, percent: gauge.percent ?? 0 })
}

/** Within the limits is not enough when every allowance counts by age. */
const LevelBadge = ({ gauge, part: { meter, t } }: { readonly gauge: Gauge; readonly part: Part }) => {
  if (gauge.level === 'fine' && meter.young.state === 'counts') return <Badge tone="orange">{t('young.badge')}</Badge>
  const tone = gauge.level === 'fine' ? 'green' : gauge.level === 'notSet' ? 'stone' : 'orange'
  return <Badge tone={tone}>{t(`levels.${gauge.level}`)}</Badge>
}

const Bar = ({ gauge, which, part }: { readonly gauge: Gauge; readonly which: Which; readonly part: Part }) => {
  const said = finding(gauge, which, part)
  return (
    <div>
      <p className="op-meter-words">
        <strong>{said}</strong> <LevelBadge gauge={gauge} part={part} />
      </p>
      <MeterBar gauge={gauge} label={said} />
    </div>
  )
}

const Young = ({ meter: { young }, name, context, t }: Part) => {
  const { lang, today } = context
  if (young.state === 'exempt') return null
  if (young.state === 'notSet') return <Paragraph soft>{t('young.notSet')}</Paragraph>
  const counted = sayMoney(young.countedCents, lang)
  const words =
    young.state === 'counts'
      ? t('young.counts', { name, age: young.belowAge, day: sayDate(young.until, today, lang), counted })
      : t('young.counted', { name, age: young.belowAge, counted })
  return (
    <Callout tone="orange" title={t('young.title', { age: young.belowAge })}>
      <Paragraph>{words}</Paragraph>
    </Callout>
  )
}

interface NumberRow {
  readonly key: string
  readonly period: string
  readonly limit: Gauge['limit']
  readonly paidCents?: number
  readonly leftCents?: number | undefined
}

const Numbers = (part: Part) => {
  const { meter, context, t } = part
  const money = (cents: number | undefined) => (cents === undefined ? t('notKnown') : sayMoney(cents, context.lang))
  const rows: readonly NumberRow[] = [
    ...(['month', 'year'] as const).map(which => {
      const { limit, paidCents, leftCents } = meter[which]
      return { key: which, period: periodOf(which, part), limit, paidCents, leftCents }
    }),
    { key: 'hour', period: t('meter.hour'), limit: meter.hourLimit },
  ]
  return (
    <DataTable<NumberRow>
      caption={t('meter.table')}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { key: 'period', label: t('meter.period'), rowHeader: true, cell: ({ period }) => period },
        {
          key: 'paid',
          label: t('meter.paid'),
          numeric: true,
          cell: ({ paidCents }) => (paidCents === undefined ? '–' : money(paidCents)),
        },
        {
          key: 'limit',
          label: t('meter.limit'),
          numeric: true,
          cell: ({ limit }) => money(limit.state === 'known' ? limit.value : undefined),
        },
        {
          key: 'left',
          label: t('meter.left'),
          numeric: true,
          cell: ({ key, leftCents }) => (key === 'hour' ? '–' : money(leftCents)),
        },
        {
          key: 'source',
          label: t('meter.source'),
          cell: ({ limit }) => (
            <>
              {limit.state === 'known' ? saySource(limit.source, context.lang) : t('notKnown')}{' '}
              {limit.state === 'known' && limit.mark === 'checkLocally' ? <Badge tone="stone">{t('check')}</Badge> : null}
            </>
          ),
        },
      ]}
    />
  )
}

/** What somebody got from all organisations, beside the limits of today. */
export const Meter = (part: Part) => {
  const { meter, name, context, t } = part
  return (
    <Stack>
      <Young {...part} />
      <Bar gauge={meter.month} which="month" part={part} />
      <Bar gauge={meter.year} which="year" part={part} />
      <Numbers {...part} />
      {meter.actualCostsCents === 0 ? null : (
        <Paragraph soft>{t('meter.costs', { amount: sayMoney(meter.actualCostsCents, context.lang) })}</Paragraph>
      )}
      {meter.month.limit.state === 'notSet' ? <Paragraph soft>{t('meter.askAdmin')}</Paragraph> : null}
      <Paragraph soft>{t('meter.decides', { name })}</Paragraph>
    </Stack>
  )
}
