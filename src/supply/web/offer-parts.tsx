import type { CalendarDay } from '#kernel'
import { Badge, type Lang, Soft, type Tone } from '#ui'
import type { Freshness } from '../domain/freshness.ts'
import type { OfferTimes } from '../domain/offer-times.ts'
import type { Offer } from '../domain/offer.ts'
import { sayOfferTimes, saySourceDay } from './say.ts'
import { supplyTexts } from './texts.ts'

const FRESHNESS_TONE: Readonly<Record<Freshness, Tone>> = { fresh: 'green', ageing: 'stone', stale: 'orange', unknown: 'orange' }

export const FreshnessBadge = ({ freshness, lang }: { readonly freshness: Freshness; readonly lang: Lang }) => (
  <Badge tone={FRESHNESS_TONE[freshness]}>{supplyTexts(lang).t(`freshness.${freshness}`)}</Badge>
)

export const PlacesBadge = ({
  free,
  waiting,
  lang,
}: {
  readonly free: number | undefined
  readonly waiting: number
  readonly lang: Lang
}) => {
  const { t } = supplyTexts(lang)
  if (free === undefined) return <Badge>{t('places.unknown')}</Badge>
  if (free > 0) return <Badge tone="green">{t('places.free', { count: free })}</Badge>
  return <Badge tone="orange">{waiting === 0 ? t('places.full') : t('places.fullWaiting', { count: waiting })}</Badge>
}

/** What was understood of the times, with the words of the list beside it where they say more. */
export const Times = ({ times, lang }: { readonly times: OfferTimes; readonly lang: Lang }) => {
  const { t } = supplyTexts(lang)
  const said = sayOfferTimes(times, lang)
  if (said === undefined) return times.text === '' ? <Soft>{t('times.unknown')}</Soft> : <span dir="auto">“{times.text}”</span>
  if (times.complete || times.text === '') return <>{said}</>
  return (
    <>
      {said} <Soft>(“{times.text}”)</Soft>
    </>
  )
}

/** The day alone, for beside a badge that says the rest. */
export const sayConfirmedDay = ({ lastConfirmed }: Offer, today: CalendarDay, lang: Lang): string =>
  lastConfirmed === undefined ? '' : saySourceDay(lastConfirmed.on, lastConfirmed.precision, today, lang)

/** By whom and when it was last said to be right. */
export const sayConfirmed = ({ lastConfirmed }: Offer, by: string | undefined, today: CalendarDay, lang: Lang): string => {
  const { t } = supplyTexts(lang)
  if (lastConfirmed === undefined) return t('offer.neverConfirmed')
  const day = saySourceDay(lastConfirmed.on, lastConfirmed.precision, today, lang)
  if (lastConfirmed.precision === 'month') return t('offer.confirmedMonth', { month: day })
  return by === undefined ? t('offer.confirmed', { day }) : t('offer.confirmedBy', { day, name: by })
}
