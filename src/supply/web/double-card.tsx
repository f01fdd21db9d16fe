import type { PageContext } from '#platform'
import { Card, Columns, DefinitionList, Link } from '#ui'
import type { ReactNode } from 'react'
import type { Offer } from '../domain/offer.ts'
import { Times } from './offer-parts.tsx'
import { sayCost, sayWhere } from './say.ts'
import { supplyTexts } from './texts.ts'

export interface Side {
  readonly above: string
  readonly offer: Offer
  readonly href?: string | undefined
}

const OneSide = ({ side, context }: { readonly side: Side; readonly context: PageContext }) => {
  const { t } = supplyTexts(context.lang)
  const { offer, href } = side
  return (
    <Card tint="stone">
      <DefinitionList
        items={[
          { term: side.above, value: href === undefined ? offer.name : <Link href={href}>{offer.name}</Link> },
          { term: t('fields.organisationName'), value: offer.organisationName },
          { term: t('fields.description'), value: offer.description || t('offer.unknown') },
          { term: t('fields.times'), value: <Times times={offer.times} lang={context.lang} /> },
          { term: t('offer.where'), value: sayWhere(offer) || t('offer.unknown') },
          { term: t('fields.cost'), value: sayCost(offer, context.lang) },
          { term: t('fields.lastConfirmed'), value: offer.lastConfirmedText || t('offer.unknown') },
          { term: t('fields.remarks'), value: offer.remarks || t('import.empty') },
        ]}
      />
    </Card>
  )
}

/** Two offers that are probably one, side by side, with what can be decided about them. */
export const DoubleCard = ({
  title,
  first,
  second,
  context,
  level = 3,
  children,
}: {
  readonly title: string
  readonly first: Side
  readonly second: Side
  readonly context: PageContext
  readonly level?: 2 | 3
  readonly children: ReactNode
}) => (
  <Card title={title} tint="orange" level={level}>
    <Columns kind="halves">
      <OneSide side={first} context={context} />
      <OneSide side={second} context={context} />
    </Columns>
    {children}
  </Card>
)
