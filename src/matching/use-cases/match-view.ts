import { z } from 'zod'
import { CalendarDay, type OfferId, OfferId as OfferIdSchema, PlacementId } from '#kernel'
import { isLive, type Placement } from '#plans'
import { type KnownPlace, type OfferTally, freshness } from '#supply'
import {
  explainHint,
  explainReason,
  type Hint,
  isToCheck,
  LIMIT_NAMES,
  type Match,
  type NearMiss,
  type Reason,
  REASON_TEXTS,
  type Told,
} from '../domain/index.ts'
import { freePlacesNow } from './match-offer-of.ts'

const Said = z.object({ nl: z.string(), en: z.string() })

/** One true statement: as code with its values, and as a sentence. `toAsk`: somebody has to ask first. */
const ReasonView = Said.extend({ reason: z.looseObject({ code: z.string() }), toAsk: z.boolean() })
const HintView = Said.extend({ hint: z.looseObject({ code: z.string() }) })

/** An offer that fits a goal, with why. */
export const MatchView = z.object({
  offerId: OfferIdSchema,
  name: z.string(),
  organisationName: z.string(),
  /** When it is, as written by who offers it. */
  timesText: z.string(),
  startMoments: z.string(),
  distanceKm: z.number().optional(),
  freePlaces: z.int().min(0).optional(),
  waiting: z.int().min(0),
  freshness: z.enum(['fresh', 'ageing', 'stale', 'unknown']),
  lastConfirmed: z.object({ on: CalendarDay, precision: z.enum(['day', 'month']), by: z.string().optional() }).optional(),
  reasons: z.array(ReasonView),
  /** This person comes there already, or waits. */
  placement: z
    .object({
      placementId: PlacementId,
      state: z.enum(['placed', 'waiting']),
      queuePosition: z.int().positive().optional(),
      version: z.int().positive(),
    })
    .optional(),
})
export type MatchView = z.infer<typeof MatchView>

/** An offer that would fit if one or two things were different. */
export const NearMissView = MatchView.extend({ failed: z.array(z.enum(LIMIT_NAMES)), hints: z.array(HintView) })
export type NearMissView = z.infer<typeof NearMissView>

/** What the views are made from. */
export interface ViewOf {
  readonly offers: ReadonlyMap<string, KnownPlace>
  readonly tallies: ReadonlyMap<OfferId, OfferTally>
  readonly placements: readonly Placement[]
  readonly callName: string
  readonly today: CalendarDay
}

const tellReason = (reason: Reason, told: Told) => ({
  reason: { ...reason },
  toAsk: isToCheck(reason),
  nl: explainReason(reason, REASON_TEXTS.nl, told),
  en: explainReason(reason, REASON_TEXTS.en, told),
})
const tellHint = (hint: Hint) => ({
  hint: { ...hint },
  nl: explainHint(hint, REASON_TEXTS.nl),
  en: explainHint(hint, REASON_TEXTS.en),
})

const placementAt = (placements: readonly Placement[], offerId: OfferId): Pick<MatchView, 'placement'> => {
  const placement = placements.find(each => each.offerId === offerId && isLive(each))
  if (placement?.state !== 'placed' && placement?.state !== 'waiting') return {}
  const { id: placementId, state, version } = placement
  return {
    placement: {
      placementId,
      state,
      version,
      ...(placement.state === 'waiting' ? { queuePosition: placement.queuePosition } : {}),
    },
  }
}

const confirmedOf = ({ content, lastConfirmedBy }: KnownPlace): Pick<MatchView, 'lastConfirmed'> =>
  content.lastConfirmed === undefined
    ? {}
    : { lastConfirmed: { ...content.lastConfirmed, ...(lastConfirmedBy === undefined ? {} : { by: lastConfirmedBy }) } }

const viewOf = (offer: KnownPlace, reasons: readonly Reason[], view: ViewOf): MatchView => {
  const { content } = offer
  const tally = view.tallies.get(offer.id)
  const freePlaces = freePlacesNow(content, tally)
  const distance = reasons.find(reason => reason.code === 'distance')
  return {
    offerId: offer.id,
    name: content.name,
    organisationName: content.organisationName,
    timesText: content.times.text,
    startMoments: content.startMoments,
    ...(distance === undefined ? {} : { distanceKm: distance.km }),
    ...(freePlaces === undefined ? {} : { freePlaces }),
    waiting: tally?.waiting ?? 0,
    freshness: freshness(content.lastConfirmed, view.today),
    ...confirmedOf(offer),
    reasons: reasons.map(reason => tellReason(reason, { person: 'name', name: view.callName })),
    ...placementAt(view.placements, offer.id),
  }
}

export const matchView = (match: Match, view: ViewOf): readonly MatchView[] => {
  const offer = view.offers.get(match.offerId)
  return offer === undefined ? [] : [viewOf(offer, match.reasons, view)]
}

export const nearMissView = (miss: NearMiss, view: ViewOf): readonly NearMissView[] => {
  const offer = view.offers.get(miss.offerId)
  if (offer === undefined) return []
  return [{ ...viewOf(offer, miss.reasons, view), failed: [...miss.failed], hints: miss.hints.map(tellHint) }]
}
