import { page, type PageContext } from '#platform'
import { ADVICE_FILTERS, type AdviceFilter, type AdviceRow, listSentAdvices } from '#trajectories'
import {
  AppPage,
  Badge,
  type Column,
  DataTable,
  EmptyState,
  PageHead,
  Pagination,
  renderPage,
  sayDate,
  sayRelative,
  Stack,
  Tabs,
} from '#ui'
import { advicePaths } from './paths.ts'
import { adviceTexts, type AdviceT } from './texts.ts'

interface SentAdvices {
  readonly rows: readonly AdviceRow[]
  readonly counts: Readonly<Record<AdviceFilter, number>>
  readonly filter: AdviceFilter
  readonly page: number
  readonly pages: number
}

const stateWords = (row: AdviceRow, t: AdviceT): string =>
  row.state === 'sent' ? t('desk.tab.sent') : row.decision === undefined ? t('state.withdrawn') : t(`decision.${row.decision}`)

const columnsFor = (context: PageContext, filter: AdviceFilter, t: AdviceT): readonly Column<AdviceRow>[] => {
  const { lang, today } = context
  const day = (value: AdviceRow['plannedEndOn']): string => (value === undefined ? '–' : sayDate(value, today, lang))
  return [
    {
      key: 'name',
      label: t('desk.name'),
      rowHeader: true,
      cell: row => <a className="nl-link" href={advicePaths.sentOne(row.id)}>{`${row.callName} ${row.surname}`}</a>,
    },
    {
      key: 'direction',
      label: t('desk.direction'),
      cell: row => (row.direction === undefined ? '' : t(`form.directions.${row.direction}`)),
    },
    { key: 'from', label: t('desk.organisation'), cell: row => `${row.sentByName ?? ''}, ${row.organisationName}` },
    {
      key: 'since',
      label: t(filter === 'sent' ? 'desk.since' : 'desk.sent'),
      cell: row => (filter === 'sent' ? `${day(row.sentOn)}, ${sayRelative(row.sentOn, today, lang)}` : day(row.sentOn)),
    },
    { key: 'ends', label: t('desk.ends'), cell: row => day(row.plannedEndOn) },
    ...(filter === 'sent'
      ? []
      : [
          {
            key: 'state',
            label: t('desk.state'),
            cell: (row: AdviceRow) => (
              <Badge tone={row.state === 'sent' ? 'orange' : row.decision === 'agreed' ? 'green' : 'stone'}>
                {stateWords(row, t)}
              </Badge>
            ),
          },
          { key: 'answered', label: t('desk.answered'), cell: (row: AdviceRow) => day(row.decidedOn) },
        ]),
  ]
}

export const viewSentAdvices = (data: SentAdvices, context: PageContext): string => {
  const { t } = adviceTexts(context.lang)
  const { rows, counts, filter } = data
  const empty =
    filter === 'sent' ? (
      <EmptyState title={t('desk.emptyTitle')}>{t('desk.emptyWords')}</EmptyState>
    ) : (
      <EmptyState title={t('desk.emptyOther')}>{t('desk.emptyOtherWords')}</EmptyState>
    )
  return renderPage(
    <AppPage context={context} title={t('desk.title')}>
      <PageHead title={t('desk.title')} lead={t('desk.lead')} />
      <Stack>
        <Tabs
          label={t('desk.tabs')}
          tabs={ADVICE_FILTERS.map(each => ({
            href: advicePaths.sentOf(each),
            label: t(`desk.tab.${each}`),
            current: each === filter,
            count: counts[each],
          }))}
        />
        <DataTable
          caption={t(`desk.tab.${filter}`)}
          columns={columnsFor(context, filter, t)}
          rows={rows}
          keyOf={row => row.id}
          empty={empty}
        />
        <Pagination page={data.page} pages={data.pages} hrefOf={number => advicePaths.sentOf(filter, number)} />
      </Stack>
    </AppPage>,
  )
}

const pageOf = (text: string | undefined): number => (/^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 1)

export const sentAdvicesPage = page<SentAdvices>({
  id: 'desk.sentAdvices',
  path: advicePaths.sent(),
  who: ['serviceplein'],
  load: async request => {
    const filter = ADVICE_FILTERS.find(each => each === request.query['staat']) ?? 'sent'
    const number = pageOf(request.query['pagina'])
    const listed = await request.run(listSentAdvices, { state: filter, page: number })
    if (!listed.ok) return listed
    const { advices: rows, counts, pages } = listed.value
    return { ok: true, value: { rows, counts, filter, page: number, pages } }
  },
  view: viewSentAdvices,
})
