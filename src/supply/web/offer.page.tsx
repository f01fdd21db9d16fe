import type { z } from 'zod'
import { ROLES } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  AppPage,
  Badge,
  Breadcrumbs,
  Button,
  Callout,
  Card,
  Columns,
  DefinitionList,
  Details,
  Form,
  FreeText,
  Link,
  LinkButton,
  PageHead,
  Paragraph,
  renderPage,
  sayArea,
  sayDate,
  sayInstant,
  Stack,
  TextField,
  Timeline,
} from '#ui'
import { IMPORT_COLUMNS, type ImportColumn } from '../domain/import/columns.ts'
import { getOffer } from '../use-cases/get-offer.ts'
import { OfferAbout, type OfferPart } from './offer-about.tsx'
import { FreshnessBadge, PlacesBadge, sayConfirmed } from './offer-parts.tsx'
import { supplyPaths } from './paths.ts'
import { mayManage } from './query.ts'
import { supplyTexts, type SupplyT } from './texts.ts'

type Data = z.infer<(typeof getOffer)['output']>
interface Part extends OfferPart {
  readonly data: Data
}

const Places = ({ data, t, context }: Part) => {
  const { places, offer } = data
  const { free, capacity } = offer
  const count = (n: number | undefined) => (n === undefined ? t('offer.unknown') : String(n))
  return (
    <Card title={t('offer.places')} badges={<PlacesBadge free={places.free} waiting={places.waiting} lang={context.lang} />}>
      <DefinitionList
        items={[
          { term: t('offer.capacity'), value: count(capacity) },
          ...(free === undefined || offer.freeStatedOn === undefined
            ? []
            : [
                {
                  term: t('offer.stated'),
                  value: t('offer.statedOn', { count: free, day: sayDate(offer.freeStatedOn, context.today, context.lang) }),
                },
              ]),
          { term: t('offer.placed'), value: String(places.placed) },
          { term: t('offer.waiting'), value: String(places.waiting) },
          ...(places.joined === 0
            ? []
            : [
                {
                  term: t('offer.experience'),
                  value: t('offer.experienceWords', { joined: places.joined, stayed: places.stayed, stopped: places.stopped }),
                },
              ]),
        ]}
      />
    </Card>
  )
}

const Confirm = ({ data, t, context }: Part) => (
  <Card title={t('offer.confirm')} badges={<FreshnessBadge freshness={data.freshness} lang={context.lang} />}>
    <Paragraph soft>{sayConfirmed(data.offer, data.lastConfirmedBy, context.today, context.lang)}</Paragraph>
    {mayManage(context.actor) && data.state === 'active' ? (
      <Form
        action={supplyPaths.confirmOffer(data.offerId)}
        id="supply.confirmOffer"
        refused={context.form}
        version={data.version}
        words={{ 'free.moreThanCapacity': t('form.errors.moreThanCapacity'), notPossibleNow: t('form.errors.notPossibleNow') }}
        labels={{ free: t('fields.free') }}
      >
        <TextField name="free" type="number" inputMode="numeric" min={0} narrow optional label={t('offer.confirmFree')} />
        <Button look="confirm">{t('offer.confirmButton')}</Button>
      </Form>
    ) : null}
  </Card>
)

const CAUSES = ['amended', 'confirmed', 'archived', 'restored', 'merged', 'separated', 'import'] as const

const History = ({ data, t, context }: Part) => (
  <Card title={t('offer.history')}>
    {data.history.length === 0 ? (
      <Paragraph soft>{t('offer.noHistory')}</Paragraph>
    ) : (
      <Timeline
        label={t('offer.history')}
        items={data.history.map(line => ({
          key: `${line.version}`,
          state: 'done',
          title: [
            t(`causes.${CAUSES.find(cause => cause === line.cause) ?? 'other'}`),
            line.by === undefined ? '' : t('causes.by', { name: line.by }),
          ]
            .filter(words => words !== '')
            .join(' '),
          detail: [
            sayInstant(new Date(line.at), context.today, context.lang),
            line.fields.map(field => t(`fields.${field}`)).join(', '),
          ]
            .filter(words => words !== '')
            .join(' · '),
        }))}
      />
    )}
  </Card>
)

const columnName = (name: string, t: SupplyT): string => {
  const column: ImportColumn | undefined = IMPORT_COLUMNS.find(known => known === name)
  return column === undefined ? name : t(`columns.${column}`)
}

const Sources = ({ data, t }: Part) =>
  data.sources.length === 0 ? null : (
    <Details summary={t('offer.sources')}>
      <Stack>
        {data.sources.map((source, at) => (
          <Card
            key={at}
            level={3}
            title={
              source.number === undefined
                ? t('offer.sourceWithoutNumber', { source: source.source })
                : t('offer.source', { source: source.source, number: source.number })
            }
          >
            <DefinitionList
              items={[...Object.entries(source.originals), ...Object.entries(source.extra)].map(([name, text]) => ({
                term: columnName(name, t),
                value: <FreeText>{text}</FreeText>,
              }))}
            />
          </Card>
        ))}
      </Stack>
    </Details>
  )

const Merged = ({ data, t, context }: Part) =>
  data.mergedFrom.length === 0 || !mayManage(context.actor) ? null : (
    <Card title={t('offer.mergedFrom')}>
      {data.mergedFrom.map(other => (
        <Form
          key={other.offerId}
          inline
          action={supplyPaths.separateOffers(data.offerId)}
          version={data.version}
          hidden={{ otherId: other.offerId }}
        >
          <Link href={supplyPaths.offer(other.offerId)}>{other.name}</Link>
          <Button look="secondary">{t('offer.separate')}</Button>
        </Form>
      ))}
    </Card>
  )

const StateNotice = ({ data, t, context }: Part) => {
  if (data.state === 'active') return null
  if (data.state === 'merged')
    return (
      <Callout tone="stone" title={t('offer.isMerged')} level={2}>
        {data.mergedInto === undefined ? null : <Link href={supplyPaths.offer(data.mergedInto)}>{t('offer.toMerged')}</Link>}
      </Callout>
    )
  return (
    <Callout tone="stone" title={t('offer.isArchived')} level={2}>
      {mayManage(context.actor) ? (
        <Form inline action={supplyPaths.restoreOffer(data.offerId)} version={data.version}>
          <Button look="secondary">{t('offer.restore')}</Button>
        </Form>
      ) : null}
    </Callout>
  )
}

const Tools = ({ data, t, context }: Part) =>
  mayManage(context.actor) && data.state === 'active' ? (
    <>
      <Form inline action={supplyPaths.archiveOffer(data.offerId)} version={data.version}>
        <Button look="secondary">{t('offer.archive')}</Button>
      </Form>
      <LinkButton href={supplyPaths.editOffer(data.offerId)}>{t('offer.edit')}</LinkButton>
    </>
  ) : null

const viewOffer = (data: Data, context: PageContext): string => {
  const { offer } = data
  const part = { data, offer, context, t: supplyTexts(context.lang).t }
  return renderPage(
    <AppPage context={context} title={offer.name}>
      <Breadcrumbs items={[{ href: supplyPaths.offers(), label: part.t('offers.title') }]} />
      <PageHead
        above={[part.t(`kinds.${offer.kind}`), offer.organisationName].filter(words => words !== '').join(' · ')}
        title={offer.name}
        lead={offer.areas.map(area => (
          <span key={area}>
            <Badge tone="orange">{sayArea(area, context.lang)}</Badge>{' '}
          </span>
        ))}
        actions={<Tools {...part} />}
      />
      <StateNotice {...part} />
      <Columns kind="wide-first">
        <Stack>
          <OfferAbout {...part} />
          <Sources {...part} />
        </Stack>
        <Stack>
          <Places {...part} />
          <Confirm {...part} />
          <Merged {...part} />
          <History {...part} />
        </Stack>
      </Columns>
    </AppPage>,
  )
}

export const offerPage = page({
  id: 'supply.offer',
  path: supplyPaths.offer(':offerId'),
  who: ROLES.filter(role => role !== 'participant'),
  load: request => request.run(getOffer, { offerId: request.params['offerId'] }),
  view: viewOffer,
})
