import { accept, refuse } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  Breadcrumbs,
  Button,
  Columns,
  DataTable,
  Details,
  ErrorSummary,
  Form,
  PageHead,
  Paragraph,
  renderPage,
  Section,
  sayInstant,
  Soft,
  Stack,
  type Column,
} from '#ui'
import type { LimitPeriod } from '../domain/limit.ts'
import { LimitKey } from '../domain/limit.ts'
import { saySource } from '../domain/say-source.ts'
import { type ListedLimit, listLimits, type OwnLimit } from '../use-cases/list-limits.ts'
import { AddLimit, AmendLimit } from './limit-form.tsx'
import { regimesPaths } from './paths.ts'
import { sayLimit, sayValue, sayWithYear } from './say.ts'
import { type RegimeT, regimeTexts } from './texts.ts'

interface LimitData {
  readonly limit: ListedLimit
}
interface PartProps extends LimitData {
  readonly context: PageContext
  readonly t: RegimeT
}

export const ADD_LIMIT = 'regimes.setLimit'
export const AMEND_LIMIT = 'regimes.amendLimit'

type Shown = LimitPeriod & { readonly own: OwnLimit | undefined }

const sayPeriod = ({ from, until }: Pick<LimitPeriod, 'from' | 'until'>, { lang }: PageContext, t: RegimeT): string => {
  const days = {
    from: from === undefined ? '' : sayWithYear(from, lang),
    until: until === undefined ? '' : sayWithYear(until, lang),
  }
  if (from === undefined) return until === undefined ? t('always') : t('until', days)
  return until === undefined ? t('since', days) : t('between', days)
}

const isNow = ({ from, until }: LimitPeriod, { today }: PageContext): boolean =>
  (from === undefined || from <= today) && (until === undefined || today <= until)

const OwnActions = ({ own, limit, context, t }: PartProps & { readonly own: OwnLimit }) => (
  <Stack>
    <AmendLimit limit={limit} own={own} context={context} t={t} />
    <Form action={regimesPaths.withdraw(limit.key, own.id)} version={own.version} inline>
      <Button look="quiet" label={t('withdrawFor', { value: sayValue(own.value, limit.unit, context.lang) })}>
        {t('withdraw')}
      </Button>
    </Form>
  </Stack>
)

/** The newest first; the municipality's own values above those that they take the place of. */
const periodsOf = (limit: ListedLimit): readonly Shown[] => {
  const own = limit.own.filter(({ state }) => state === 'current').map((each): Shown => ({ ...each, own: each }))
  const shipped = limit.shipped.map((each): Shown => ({ ...each, own: undefined }))
  return [...own.toReversed(), ...shipped.toReversed()]
}

const isPast = ({ until }: LimitPeriod, { today }: PageContext): boolean => until !== undefined && until < today

interface TableProps extends PartProps {
  readonly rows: readonly Shown[]
  readonly caption: string
}

const PeriodTable = ({ rows, caption, ...part }: TableProps) => {
  const { limit, context, t } = part
  const columns: readonly Column<Shown>[] = [
    {
      key: 'period',
      label: t('period'),
      rowHeader: true,
      cell: row => (
        <>
          {sayPeriod(row, context, t)} {isNow(row, context) ? <Badge tone="orange">{t('today')}</Badge> : null}
        </>
      ),
    },
    { key: 'value', label: t('value'), numeric: true, cell: row => sayValue(row.value, limit.unit, context.lang) },
    {
      key: 'source',
      label: t('source'),
      cell: row => (
        <>
          <span dir="auto">{row.own === undefined ? saySource(row.source, context.lang) : row.source}</span>{' '}
          {row.mark === 'checkLocally' ? <Badge tone="stone">{t('checkLocally')}</Badge> : null}{' '}
          {row.own === undefined ? null : <Badge tone="green">{t('own')}</Badge>}
        </>
      ),
    },
    {
      key: 'actions',
      label: t('actions'),
      unlabelled: true,
      cell: row => (row.own === undefined ? <Soft>{t('shipped')}</Soft> : <OwnActions {...part} own={row.own} />),
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={row => row.own?.id ?? row.from ?? ''}
      empty={<Paragraph soft>{t('noPeriods')}</Paragraph>}
    />
  )
}

/** What holds now and later; what is over is folded, unless a form about it came back. */
const Periods = (part: PartProps) => {
  const { limit, context, t } = part
  const rows = periodsOf(limit)
  const past = rows.filter(row => isPast(row, context))
  const isAboutPast = past.some(({ own }) => own !== undefined && own.id === context.params['limitId'])
  return (
    <Stack>
      <PeriodTable {...part} caption={t('periods')} rows={rows.filter(row => !isPast(row, context))} />
      {past.length === 0 ? null : (
        <Details summary={t('past', { count: past.length })} open={isAboutPast && context.form !== undefined}>
          <PeriodTable {...part} caption={t('past', { count: past.length })} rows={past} />
        </Details>
      )}
    </Stack>
  )
}

const History = ({ limit, context, t }: PartProps) => {
  const rows = limit.own.filter(({ state }) => state !== 'current').toReversed()
  if (rows.length === 0) return null
  const when = (at: string) => sayInstant(new Date(at), context.today, context.lang)
  return (
    <Section title={t('history')}>
      <DataTable<OwnLimit>
        caption={t('history')}
        keyOf={row => row.id}
        rows={rows}
        columns={[
          { key: 'period', label: t('period'), rowHeader: true, cell: row => sayPeriod(row, context, t) },
          { key: 'value', label: t('value'), numeric: true, cell: row => sayValue(row.value, limit.unit, context.lang) },
          { key: 'set', label: t('set'), cell: row => t('byOn', { name: row.setBy ?? '–', when: when(row.setAt) }) },
          {
            key: 'closed',
            label: t('ended'),
            cell: row =>
              row.closedAt === undefined
                ? ''
                : t(row.state === 'replaced' ? 'replacedBy' : 'withdrawnBy', {
                    name: row.closedBy ?? '–',
                    when: when(row.closedAt),
                  }),
          },
        ]}
      />
    </Section>
  )
}

/** What a button in a row could not do; the forms show their own errors. */
const problemOf = ({ form }: PageContext, t: RegimeT): string | undefined => {
  if (form === undefined || form.id === ADD_LIMIT) return undefined
  if (form.refusal.code === 'invalidInput') return form.id === AMEND_LIMIT ? undefined : t('changed')
  return t(form.refusal.details?.['state'] === 'overlap' ? 'overlapNow' : 'changed')
}

const Now = ({ limit, context, t }: PartProps) => {
  const value = sayLimit({ ...limit.now, unit: limit.unit }, context.lang)
  return limit.now.state === 'notSet' ? <Badge tone="orange">{value}</Badge> : <strong>{t('nowIs', { value })}</strong>
}

export const limitPage = page<LimitData>({
  id: 'regimes.limit',
  path: regimesPaths.limit(':limitKey'),
  who: ['beheer'],
  load: async request => {
    const key = LimitKey.safeParse(request.params['limitKey'])
    if (!key.success) return refuse('notFound')
    const listed = await request.run(listLimits, { key: key.data })
    if (!listed.ok) return listed
    const [limit] = listed.value.limits
    return limit === undefined ? refuse('notFound') : accept({ limit })
  },
  view: ({ limit }, context) => {
    const { t } = regimeTexts(context.lang)
    const part = { limit, context, t }
    const problem = problemOf(context, t)
    const title = t(`limits.${limit.key}`)
    return renderPage(
      <AppPage context={context} title={title}>
        <Breadcrumbs items={[{ href: regimesPaths.limits, label: t('title') }]} />
        <PageHead title={title} lead={limit.article} />
        <Stack>
          <ErrorSummary errors={problem === undefined ? [] : [{ message: problem }]} />
          <Now {...part} />
          <Columns kind="wide-first">
            <Section title={t('periods')}>
              <Periods {...part} />
            </Section>
            <AddLimit {...part} />
          </Columns>
          <History {...part} />
        </Stack>
      </AppPage>,
    )
  },
})
