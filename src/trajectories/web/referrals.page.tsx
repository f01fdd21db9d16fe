import { page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  type Column,
  DataTable,
  EmptyState,
  LinkButton,
  PageHead,
  Pagination,
  renderPage,
  sayDate,
  sayDay,
  sayRelative,
  Soft,
  Stack,
  Tabs,
} from '#ui'
import { isOpen } from '../domain/referral.ts'
import { listReferrals, REFERRAL_FILTERS, type ReferralFilter, type ReferralRow } from '../use-cases/list-referrals.ts'
import { newReferralPath, REFERRAL_TABS, referralPath, referralsPath } from './paths.ts'
import { type T, trajectoryTexts } from './texts.ts'
import { inLang, sayState, toneOf } from './words.ts'

interface ReferralList {
  readonly rows: readonly ReferralRow[]
  readonly counts: Readonly<Record<ReferralFilter, number>>
  readonly filter: ReferralFilter
  readonly page: number
  readonly pages: number
}

const filterOf = (text: string | undefined): ReferralFilter =>
  REFERRAL_FILTERS.find(filter => REFERRAL_TABS[filter] === text) ?? 'open'
const pageOf = (text: string | undefined): number => (/^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 1)

const isDesk = (context: PageContext): boolean => context.actor?.role === 'serviceplein'

const answerBy = (row: ReferralRow, context: PageContext, t: T): string => {
  const { today, lang } = context
  if (!isOpen(row)) return ''
  // After a question a new term begins with the answer.
  if (row.state === 'questioned') return t(isDesk(context) ? 'list.yourTurn' : 'list.theirTurn')
  return row.overdue ? t('list.late', { day: sayRelative(row.answerBy, today, lang) }) : sayDay(row.answerBy, today, lang)
}

/** Who has it now; since when, when it was sent elsewhere first. */
const Whereabouts = ({ row, context, t }: { readonly row: ReferralRow; readonly context: PageContext; readonly t: T }) => {
  const day = sayDate(row.withSinceOn, context.today, context.lang)
  const via = row.viaOrganisationName
  return (
    <>
      {row.organisationName}
      {row.withSinceOn === row.sentOn && via === undefined ? null : (
        <>
          <br />
          <Soft>{via === undefined ? t('list.since', { day }) : t('list.via', { day, via })}</Soft>
        </>
      )}
    </>
  )
}

const columnsFor = (context: PageContext, filter: ReferralFilter, t: T): readonly Column<ReferralRow>[] => {
  const { today, lang } = context
  const desk = isDesk(context)
  return [
    {
      key: 'name',
      label: t('list.name'),
      rowHeader: true,
      cell: row => <a className="nl-link" href={referralPath(row.id)}>{`${row.callName} ${row.surname}`}</a>,
    },
    {
      key: 'state',
      label: t('list.state'),
      cell: row => <Badge tone={toneOf(row.state)}>{sayState(row, desk, t)}</Badge>,
    },
    { key: 'what', label: t('list.what'), cell: row => inLang(row.label, lang) },
    desk
      ? { key: 'to', label: t('list.organisation'), cell: row => <Whereabouts row={row} context={context} t={t} /> }
      : { key: 'from', label: t('list.sender'), cell: row => row.sentByName },
    { key: 'sent', label: t('list.sent'), cell: row => sayDate(row.sentOn, today, lang) },
    ...(filter === 'open' || filter === 'all'
      ? [{ key: 'answerBy', label: t('list.answerBy'), cell: (row: ReferralRow) => answerBy(row, context, t) }]
      : []),
  ]
}

const Empty = ({ context, filter, t }: { readonly context: PageContext; readonly filter: ReferralFilter; readonly t: T }) => {
  if (filter !== 'open') return <EmptyState title={t('list.emptyOther')}>{t('list.emptyOtherHelp')}</EmptyState>
  return isDesk(context) ? (
    <EmptyState title={t('list.emptyOpenDesk')} action={<LinkButton href={newReferralPath()}>{t('list.new')}</LinkButton>}>
      {t('list.emptyOpenDeskHelp')}
    </EmptyState>
  ) : (
    <EmptyState title={t('list.emptyOpenOrganisation')}>{t('list.emptyOpenOrganisationHelp')}</EmptyState>
  )
}

const viewReferrals = (data: ReferralList, context: PageContext): string => {
  const { t } = trajectoryTexts(context.lang)
  const desk = isDesk(context)
  const { rows, counts, filter } = data
  return renderPage(
    <AppPage context={context} title={t('list.title')}>
      <PageHead
        title={t('list.title')}
        lead={desk ? t('list.leadDesk') : t('list.leadOrganisation', { organisation: context.actor?.organisationName ?? '' })}
        actions={
          desk && !(filter === 'open' && rows.length === 0) ? (
            <LinkButton href={newReferralPath()}>{t('list.new')}</LinkButton>
          ) : undefined
        }
      />
      <Stack>
        <Tabs
          label={t('list.tabs')}
          tabs={REFERRAL_FILTERS.map(each => ({
            href: referralsPath(each),
            label: t(`list.tab.${each}`),
            current: each === filter,
            count: counts[each],
          }))}
        />
        <DataTable
          caption={t(`list.tab.${filter}`)}
          columns={columnsFor(context, filter, t)}
          rows={rows}
          keyOf={row => row.id}
          empty={<Empty context={context} filter={filter} t={t} />}
        />
        <Pagination page={data.page} pages={data.pages} hrefOf={number => referralsPath(filter, number)} />
      </Stack>
    </AppPage>,
  )
}

export const referralsPage = page<ReferralList>({
  id: 'trajectories.referrals',
  path: referralsPath(),
  who: ['serviceplein', 'coach', 'workcoach'],
  load: async request => {
    const filter = filterOf(request.query['staat'])
    const number = pageOf(request.query['pagina'])
    const listed = await request.run(listReferrals, { state: filter, page: number })
    if (!listed.ok) return listed
    const { referrals: rows, counts, pages } = listed.value
    return { ok: true, value: { rows, counts, filter, page: number, pages } }
  },
  view: viewReferrals,
})
