import type { z } from 'zod'
import { LAWS, WHEEL_AREAS, ROLES } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  Actions,
  AppPage,
  Button,
  Checkbox,
  type Column,
  DataTable,
  Details,
  EmptyState,
  FilterForm,
  Link,
  LinkButton,
  PageHead,
  Pagination,
  renderPage,
  sayArea,
  sayLaw,
  Select,
  Soft,
  TextField,
} from '#ui'
import { OFFER_KINDS } from '../domain/offer.ts'
import { listOffers } from '../use-cases/list-offers.ts'
import { FRESHNESSES } from '../use-cases/offer-view.ts'
import { FreshnessBadge, PlacesBadge, sayConfirmedDay, Times } from './offer-parts.tsx'
import { supplyPaths } from './paths.ts'
import { asked, mayManage } from './query.ts'
import { sayWhere } from './say.ts'
import { supplyTexts, type SupplyT } from './texts.ts'

type Data = z.infer<(typeof listOffers)['output']>
type Line = Data['offers'][number]
type Sort = 'name' | 'place' | 'free' | 'confirmed'

const STAFF = ROLES.filter(role => role !== 'participant')
const RARE = ['law', 'organisation', 'place', 'freshness', 'withPlaces'] as const

/** A link that sorts by this column, or the other way round when it does already. */
const sorting = (sort: Sort, context: PageContext) => {
  const { page: _first, descending: _other, ...query } = asked(context.query)
  const current = query['sort'] ?? 'name'
  const isDown = context.query['descending'] === 'yes'
  const turned = current === sort && !isDown ? { descending: 'yes' } : {}
  return {
    sortHref: supplyPaths.offers({ ...query, sort, ...turned }),
    ...(current === sort ? { sorted: isDown ? ('descending' as const) : ('ascending' as const) } : {}),
  }
}

const columnsOf = (t: SupplyT, context: PageContext): readonly Column<Line>[] => [
  {
    key: 'name',
    label: t('offers.name'),
    rowHeader: true,
    ...sorting('name', context),
    cell: ({ offerId, offer }) => (
      <>
        <Link href={supplyPaths.offer(offerId)}>{offer.name}</Link>
        <br />
        <Soft>{[t(`kinds.${offer.kind}`), offer.organisationName].filter(words => words !== '').join(' · ')}</Soft>
      </>
    ),
  },
  { key: 'when', label: t('offers.when'), cell: ({ offer }) => <Times times={offer.times} lang={context.lang} /> },
  {
    key: 'where',
    label: t('offers.where'),
    ...sorting('place', context),
    cell: ({ offer }) => sayWhere(offer) || <Soft>{t('offer.unknown')}</Soft>,
  },
  {
    key: 'free',
    label: t('offers.free'),
    ...sorting('free', context),
    cell: ({ free, waiting }) => <PlacesBadge free={free} waiting={waiting} lang={context.lang} />,
  },
  {
    key: 'confirmed',
    label: t('offers.confirmed'),
    ...sorting('confirmed', context),
    cell: ({ freshness, offer }) => (
      <>
        <FreshnessBadge freshness={freshness} lang={context.lang} />
        <br />
        <Soft>{sayConfirmedDay(offer, context.today, context.lang)}</Soft>
      </>
    ),
  },
]

const Filters = ({ data, t, context }: { readonly data: Data; readonly t: SupplyT; readonly context: PageContext }) => {
  const { query, lang } = context
  const named = (names: readonly string[]) => names.map(name => ({ value: name, label: name }))
  return (
    <FilterForm
      action={supplyPaths.offers()}
      values={query}
      hidden={{ sort: query['sort'], descending: query['descending'], archived: query['archived'] }}
      label={t('offers.filter')}
    >
      <TextField name="text" label={t('offers.text')} type="search" />
      <Select
        name="area"
        label={t('offers.area')}
        empty={t('offers.any')}
        options={WHEEL_AREAS.map(value => ({ value, label: sayArea(value, lang) }))}
      />
      <Select
        name="kind"
        label={t('offers.kind')}
        empty={t('offers.any')}
        options={OFFER_KINDS.map(value => ({ value, label: t(`kinds.${value}`) }))}
      />
      <Button look="secondary">{t('offers.apply')}</Button>
      <Details summary={t('offers.more')} open={RARE.some(name => (query[name] ?? '') !== '')}>
        <Select
          name="law"
          label={t('offers.law')}
          empty={t('offers.any')}
          options={LAWS.map(value => ({ value, label: sayLaw(value, lang) }))}
        />
        <Select
          name="organisation"
          label={t('offers.organisation')}
          empty={t('offers.any')}
          options={named(data.choices.organisations)}
        />
        <Select name="place" label={t('offers.place')} empty={t('offers.any')} options={named(data.choices.places)} />
        <Select
          name="freshness"
          label={t('offers.freshness')}
          empty={t('offers.any')}
          options={FRESHNESSES.map(value => ({ value, label: t(`freshness.${value}`) }))}
        />
        <Checkbox name="withPlaces" label={t('offers.withPlaces')} />
      </Details>
    </FilterForm>
  )
}

const Empty = ({ t, context }: { readonly t: SupplyT; readonly context: PageContext }) =>
  mayManage(context.actor) ? (
    <EmptyState
      title={t('offers.empty')}
      action={
        <>
          <LinkButton href={supplyPaths.imports()}>{t('offers.import')}</LinkButton>
          <LinkButton look="secondary" href={supplyPaths.newOffer()}>
            {t('offers.add')}
          </LinkButton>
        </>
      }
    >
      {t('offers.emptyWords')}
    </EmptyState>
  ) : (
    <EmptyState title={t('offers.empty')}>{t('offers.emptyForReader')}</EmptyState>
  )

const Found = ({ data, t, context }: { readonly data: Data; readonly t: SupplyT; readonly context: PageContext }) => (
  <>
    <Filters data={data} t={t} context={context} />
    <DataTable
      caption={t('offers.title')}
      columns={columnsOf(t, context)}
      rows={data.offers}
      keyOf={({ offerId }) => offerId}
      empty={
        <EmptyState
          title={t('offers.nothing')}
          action={
            <LinkButton look="secondary" href={supplyPaths.offers()}>
              {t('offers.clear')}
            </LinkButton>
          }
        >
          {t('offers.nothingWords')}
        </EmptyState>
      }
    />
    <Pagination page={data.page} pages={data.pages} hrefOf={at => supplyPaths.offers({ ...asked(context.query), page: at })} />
    {mayManage(context.actor) ? (
      <Actions>
        <LinkButton look="quiet" href={supplyPaths.doubles()}>
          {t('offers.doubles')}
        </LinkButton>
        <LinkButton look="quiet" href={supplyPaths.offers({ archived: 'yes' })}>
          {t('offers.showArchived')}
        </LinkButton>
      </Actions>
    ) : null}
  </>
)

const countOf = (data: Data, t: SupplyT): string => {
  const found = t('offers.count', { count: data.total })
  return data.total === data.choices.count ? found : `${found} ${t('offers.of', { count: data.choices.count })}`
}

const viewOffers = (data: Data, context: PageContext): string => {
  const { t } = supplyTexts(context.lang)
  const isArchive = context.query['archived'] === 'yes'
  const nothingYet = data.choices.count === 0 && data.total === 0 && !isArchive
  return renderPage(
    <AppPage context={context} title={t('offers.title')}>
      <PageHead
        title={isArchive ? t('offers.archived') : t('offers.title')}
        {...(nothingYet ? {} : { above: countOf(data, t) })}
        {...(nothingYet
          ? {}
          : {
              actions: (
                <>
                  <LinkButton look="secondary" href={supplyPaths.exported(asked(context.query))} download>
                    {t('offers.export')}
                  </LinkButton>
                  {mayManage(context.actor) ? <LinkButton href={supplyPaths.newOffer()}>{t('offers.add')}</LinkButton> : null}
                </>
              ),
            })}
      />
      {nothingYet ? <Empty t={t} context={context} /> : <Found data={data} t={t} context={context} />}
    </AppPage>,
  )
}

export const offersPage = page({
  id: 'supply.offers',
  path: supplyPaths.offers(),
  who: STAFF,
  load: request => request.run(listOffers, asked(request.query)),
  view: viewOffers,
})
