import { z } from 'zod'
import { accept, OfferId } from '#kernel'
import { page, type PageContext } from '#platform'
import {
  Actions,
  AppPage,
  Breadcrumbs,
  Button,
  Callout,
  Checkbox,
  ConflictPanel,
  Form,
  Link,
  LinkButton,
  PageHead,
  renderPage,
} from '#ui'
import { OfferKind } from '../domain/offer.ts'
import { getOffer } from '../use-cases/get-offer.ts'
import { OfferFields, offerErrors, offerLabels, valuesOf } from './offer-form.tsx'
import { supplyPaths } from './paths.ts'
import { supplyTexts, type SupplyT } from './texts.ts'

type Data = z.infer<(typeof getOffer)['output']>

/** The texts that differ between what somebody else saved and what was typed here. */
const conflictsOf = (data: Data, context: PageContext, t: SupplyT) => {
  const stored = valuesOf(data.offer)
  const labels = offerLabels(t)
  return Object.entries(stored).flatMap(([name, value]) => {
    const theirs = Array.isArray(value) ? value.join(', ') : String(value ?? '')
    const yours = context.form?.fields.list(name).join(', ') ?? ''
    return theirs === yours ? [] : [{ label: labels[name] ?? name, theirs, yours }]
  })
}

const Conflict = ({ data, t, context }: { readonly data: Data; readonly t: SupplyT; readonly context: PageContext }) =>
  context.form?.refusal.code === 'versionConflict' ? (
    <ConflictPanel fields={conflictsOf(data, context, t)}>
      <Actions>
        <Button form="supply.amendOffer">{t('form.saveMine')}</Button>
        <LinkButton look="secondary" href={supplyPaths.offer(data.offerId)}>
          {t('form.cancel')}
        </LinkButton>
      </Actions>
    </ConflictPanel>
  ) : null

const viewEdit = (data: Data, context: PageContext): string => {
  const { t } = supplyTexts(context.lang)
  const title = t('form.editTitle', { name: data.offer.name })
  return renderPage(
    <AppPage context={context} title={title} width="narrow">
      <Breadcrumbs
        items={[
          { href: supplyPaths.offers(), label: t('offers.title') },
          { href: supplyPaths.offer(data.offerId), label: data.offer.name },
        ]}
      />
      <PageHead title={title} />
      <Conflict data={data} t={t} context={context} />
      <Form
        action={supplyPaths.editOffer(data.offerId)}
        id="supply.amendOffer"
        refused={context.form}
        values={valuesOf(data.offer)}
        version={data.version}
        words={offerErrors(t)}
        labels={offerLabels(t)}
        draft={`supply.offer.${data.offerId}`}
      >
        <OfferFields context={context} />
        <Actions>
          <Button>{t('form.save')}</Button>
          <LinkButton look="quiet" href={supplyPaths.offer(data.offerId)}>
            {t('form.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </AppPage>,
  )
}

export const editOfferPage = page({
  id: 'supply.editOffer',
  path: supplyPaths.editOffer(':offerId'),
  who: ['beheer'],
  load: request => request.run(getOffer, { offerId: request.params['offerId'] }),
  view: viewEdit,
})

const Twin = ({ t, context }: { readonly t: SupplyT; readonly context: PageContext }) => {
  if (context.form?.refusal.code !== 'duplicate') return null
  const candidates = z.array(z.object({ offerId: OfferId })).safeParse(context.form.refusal.details?.['candidates'])
  const twin = candidates.data?.[0]
  return (
    <Callout tone="orange" title={t('form.errors.duplicate')} level={2}>
      {twin === undefined ? null : <Link href={supplyPaths.offer(twin.offerId)}>{t('form.isThis')}</Link>}
      <Checkbox name="isAnother" label={t('form.another')} />
    </Callout>
  )
}

const viewNew = (_data: object, context: PageContext): string => {
  const { t } = supplyTexts(context.lang)
  return renderPage(
    <AppPage context={context} title={t('form.newTitle')} width="narrow">
      <Breadcrumbs items={[{ href: supplyPaths.offers(), label: t('offers.title') }]} />
      <PageHead title={t('form.newTitle')} />
      <Form
        action={supplyPaths.newOffer()}
        id="supply.addOffer"
        refused={context.form}
        values={{ kind: 'activity' satisfies OfferKind }}
        words={offerErrors(t)}
        labels={offerLabels(t)}
        draft="supply.newOffer"
      >
        <Twin t={t} context={context} />
        <OfferFields context={context} />
        <Actions>
          <Button>{t('form.add')}</Button>
          <LinkButton look="quiet" href={supplyPaths.offers()}>
            {t('form.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </AppPage>,
  )
}

export const newOfferPage = page({
  id: 'supply.newOffer',
  path: supplyPaths.newOffer(),
  who: ['beheer'],
  load: async () => accept({}),
  view: viewNew,
})
