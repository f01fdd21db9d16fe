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
  type Definition,
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
  Soft,
  Stack,
  TextField,
  Timeline,
} from '#ui'
import { IMPORT_COLUMNS, type ImportColumn } from '../domain/import/columns.ts'
import { isBlank } from '../domain/import/parse-numbers.ts'
import type { Offer } from '../domain/offer.ts'
import { getOffer } from '../use-cases/get-offer.ts'
import { FreshnessBadge, PlacesBadge, sayConfirmed, Times } from './offer-parts.tsx'
import { supplyPaths } from './paths.ts'
import { mayManage } from './query.ts'
import { sayCost, sayLaws, sayLimits, sayOfferLanguages, sayWhere } from './say.ts'
import { supplyTexts, type SupplyT } from './texts.ts'

type Data = z.infer<(typeof getOffer)['output']>
interface Part {
  readonly data: Data
  readonly t: SupplyT
  readonly context: PageContext
}

/** What was understood, and the words of the list where they are not the same. */
const Beside = ({ said, words, t }: { readonly said: string | undefined; readonly words: string; readonly t: SupplyT }) => {
  if (said === undefined || said === '')
    return isBlank(words) ? <Soft>{t('offer.unknown')}</Soft> : <span dir="auto">“{words}”</span>
  if (isBlank(words) || words.toLowerCase() === said.toLowerCase()) return <>{said}</>
  return (
    <>
      {said}
      <br />
      <Soft>{t('offer.inList', { text: words })}</Soft>
    </>
  )
}

const contactOf = (offer: Offer) => {
  const { contactName, phone, email, website } = offer
  if (contactName === '' && phone === '' && email === undefined && website === undefined) return undefined
  return (
    <>
      {contactName === '' ? null : <div>{contactName}</div>}
      {phone === '' ? null : (
        <div>{/\d/.test(phone) ? <Link href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Link> : phone}</div>
      )}
      {email === undefined ? null : (
        <div>
          <Link href={`mailto:${email}`}>{email}</Link>
        </div>
      )}
      {website === undefined ? null : (
        <div>
          <Link href={website}>{website.replace(/^https?:\/\//, '')}</Link>
        </div>
      )}
    </>
  )
}

const linesOf = ({ data, t, context }: Part): readonly Definition[] => {
  const { offer } = data
  const { lang } = context
  const limits = sayLimits(offer, lang)
  const contact = contactOf(offer)
  const unless = (words: string, term: string): Definition[] =>
    words === '' ? [] : [{ term, value: <FreeText>{words}</FreeText> }]
  return [
    {
      term: t('offer.when'),
      value: (
        <>
          <Times times={{ ...offer.times, complete: true }} lang={lang} />
          {offer.times.complete || offer.times.text === '' ? null : (
            <>
              <br />
              <Soft>{t('offer.notAll', { text: offer.times.text })}</Soft>
            </>
          )}
        </>
      ),
    },
    ...unless(offer.startMoments, t('offer.starts')),
    {
      term: t('offer.where'),
      value: sayWhere(offer) || (offer.features.includes('atHome') ? t('offer.atHome') : <Soft>{t('offer.unknown')}</Soft>),
    },
    { term: t('offer.cost'), value: <Beside said={sayCost(offer, lang)} words={offer.cost.text} t={t} /> },
    { term: t('offer.language'), value: <Beside said={sayOfferLanguages(offer, lang)} words={offer.languageText} t={t} /> },
    { term: t('offer.forWhom'), value: <FreeText>{offer.targetGroupText || t('offer.everybody')}</FreeText> },
    { term: t('offer.limits'), value: limits.length === 0 ? t('limits.none') : limits.join(', ') },
    { term: t('offer.law'), value: <Beside said={sayLaws(offer, lang)} words={offer.lawText} t={t} /> },
    ...(offer.features.length === 0
      ? []
      : [{ term: t('offer.good'), value: offer.features.map(feature => t(`features.${feature}`)).join(', ') }]),
    ...(contact === undefined ? [] : [{ term: t('offer.contact'), value: contact }]),
    ...unless(offer.remarks, t('offer.remarks')),
  ]
}

const About = (part: Part) => {
  const { offer } = part.data
  return (
    <Card>
      {offer.description === '' ? (
        <Paragraph soft>{part.t('offer.noDescription')}</Paragraph>
      ) : (
        <FreeText>{offer.description}</FreeText>
      )}
      <DefinitionList items={linesOf(part)} />
    </Card>
  )
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
  const part = { data, context, t: supplyTexts(context.lang).t }
  const { offer } = data
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
          <About {...part} />
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
