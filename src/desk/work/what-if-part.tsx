import type { ParticipantId } from '#kernel'
import type { AllowanceForecast } from '#plans'
import type { PageContext } from '#platform'
import { Badge, Button, Callout, Card, DataTable, Details, FilterForm, Paragraph, sayDate, sayMoney, TextField } from '#ui'
import { deskPaths } from '../web/paths.ts'
import { monthName, startingWith } from './say.ts'
import type { WorkT } from './texts.ts'

interface Part {
  readonly participantId: ParticipantId
  readonly forecast: AllowanceForecast | 'unreadable' | undefined
  readonly context: PageContext
  readonly t: WorkT
}

const answer = ({ stops, unknownFrom }: AllowanceForecast, { lang, today }: PageContext, t: WorkT): string => {
  const known = unknownFrom === undefined ? '' : ` ${t('whatIf.unknown', { day: sayDate(unknownFrom, today, lang) })}`
  if (stops === undefined) return `${t('whatIf.fits')}${known}`
  const month = monthName(stops.month, lang)
  const words = t(stops.limit === 'month' ? 'whatIf.stopsMonth' : 'whatIf.stopsYear', { month })
  return `${words} ${t('whatIf.still', { count: stops.timesThatFit })}${known}`
}

/** As far as the limits are known; of what comes after, the first month says so. */
const knownMonths = ({ months, unknownFrom }: AllowanceForecast): AllowanceForecast['months'] =>
  unknownFrom === undefined ? months : months.filter(({ month }) => month <= unknownFrom)

const Months = ({ forecast, context, t }: Omit<Part, 'forecast'> & { readonly forecast: AllowanceForecast }) => (
  <DataTable
    caption={t('whatIf.table')}
    rows={knownMonths(forecast)}
    keyOf={({ month }) => month}
    columns={[
      {
        key: 'month',
        label: t('whatIf.month'),
        rowHeader: true,
        cell: ({ month }) => startingWith(monthName(month, context.lang), context.lang),
      },
      {
        key: 'total',
        label: t('whatIf.inMonth'),
        cell: row => (
          <>
            {sayMoney(row.totalCents, context.lang)}{' '}
            {row.level === 'fine' ? null : (
              <Badge tone={row.level === 'notSet' ? 'stone' : 'orange'}>{t(`levels.${row.level}`)}</Badge>
            )}
          </>
        ),
      },
      {
        key: 'year',
        label: t('whatIf.inYear'),
        cell: row => (
          <>
            {sayMoney(row.yearCents, context.lang)}{' '}
            {row.yearLevel === 'fine' ? null : (
              <Badge tone={row.yearLevel === 'notSet' ? 'stone' : 'orange'}>{t(`levels.${row.yearLevel}`)}</Badge>
            )}
          </>
        ),
      },
    ]}
  />
)

/** Before a step or a place is agreed: what would be reached when. */
export const WhatIf = (part: Part) => {
  const { participantId, forecast, context, t } = part
  const { bedrag, keer } = context.query
  return (
    <Card id="wat-als">
      <Details summary={t('whatIf.title')} open={forecast !== undefined}>
        <Paragraph soft>{t('whatIf.words')}</Paragraph>
        <FilterForm
          action={`${deskPaths.work(participantId)}#wat-als`}
          values={{ bedrag, keer }}
          label={t('whatIf.title')}
          idPrefix="if-"
        >
          <TextField name="bedrag" label={t('whatIf.perTime')} inputMode="decimal" narrow />
          <TextField name="keer" label={t('whatIf.times')} inputMode="numeric" narrow />
          <Button look="secondary">{t('whatIf.show')}</Button>
        </FilterForm>
        {forecast === undefined ? null : forecast === 'unreadable' ? (
          <Callout tone="orange">{t('whatIf.unreadable')}</Callout>
        ) : (
          <>
            <Callout tone={forecast.stops === undefined ? 'green' : 'orange'}>{answer(forecast, context, t)}</Callout>
            <Months participantId={participantId} forecast={forecast} context={context} t={t} />
          </>
        )}
      </Details>
    </Card>
  )
}
