import type { z } from 'zod'
import { page, type PageContext } from '#platform'
import { Actions, AppPage, Breadcrumbs, Button, EmptyState, Form, PageHead, renderPage, Stack } from '#ui'
import { listDoubles } from '../use-cases/list-doubles.ts'
import { DoubleCard } from './double-card.tsx'
import { supplyPaths } from './paths.ts'
import { supplyTexts } from './texts.ts'

type Data = z.infer<(typeof listDoubles)['output']>

const viewDoubles = (data: Data, context: PageContext): string => {
  const { t } = supplyTexts(context.lang)
  return renderPage(
    <AppPage context={context} title={t('doubles.title')}>
      <Breadcrumbs items={[{ href: supplyPaths.offers(), label: t('offers.title') }]} />
      <PageHead title={t('doubles.title')} {...(data.total === 0 ? {} : { lead: t('doubles.lead') })} />
      {data.total === 0 ? (
        <EmptyState title={t('doubles.empty')}>{t('doubles.emptyWords')}</EmptyState>
      ) : (
        <Stack>
          {data.doubles.map(({ first, second }) => (
            <DoubleCard
              key={`${first.offerId}${second.offerId}`}
              title={first.offer.name}
              context={context}
              level={2}
              first={{ above: t('doubles.first'), offer: first.offer, href: supplyPaths.offer(first.offerId) }}
              second={{ above: t('doubles.second'), offer: second.offer, href: supplyPaths.offer(second.offerId) }}
            >
              <Actions>
                <Form
                  inline
                  action={supplyPaths.mergeOffers(first.offerId)}
                  version={first.version}
                  hidden={{ otherId: second.offerId }}
                >
                  <Button look="confirm">{t('doubles.merge')}</Button>
                </Form>
                <Form inline action={supplyPaths.keepApart(first.offerId)} hidden={{ otherId: second.offerId }}>
                  <Button look="secondary">{t('doubles.keepApart')}</Button>
                </Form>
              </Actions>
            </DoubleCard>
          ))}
        </Stack>
      )}
    </AppPage>,
  )
}

export const doublesPage = page({
  id: 'supply.doubles',
  path: supplyPaths.doubles(),
  who: ['beheer'],
  load: request => request.run(listDoubles, {}),
  view: viewDoubles,
})
