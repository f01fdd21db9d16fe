import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { namedId, type OfferId } from '#kernel'
import { addOffer, importPoints, importSupply, listOffers } from '#supply'
import type { Cast } from './cast.ts'
import { at, dayOf } from './days.ts'
import ownOffers from './data/offers.json' with { type: 'json' }
import type { Stage } from './stage.ts'
import { Day } from './day.ts'

/** An offer as the administrator types it; `day` is when it was last confirmed. */
const OwnOffer = z.looseObject({ day: Day, name: z.string(), organisationName: z.string() })
const OWN_OFFERS = z.array(OwnOffer).parse(ownOffers)

/** Beside this file, in the source and in dist/. */
const listNamed = (fileName: string) => ({ fileName, bytes: readFileSync(new URL(`./data/${fileName}`, import.meta.url)) })

const LIST_TAKEN_OVER_DAY = -12

/** Where the invented postcodes are, the list as the municipality keeps it, and what its organisations offer beside that. */
export const stockSupply = async (stage: Stage, cast: Cast): Promise<void> => {
  const { clock, today, runner } = stage
  const admin = cast.member('beheer')
  const importer = { role: 'system', tenantId: cast.tenantId, name: admin.name, onBehalfOf: admin.membershipId } as const
  const points = await importPoints(runner, importer, listNamed('postcodes.csv'))
  if (!points.ok) throw new Error(`The postcodes of the demo were refused: ${points.code}`)
  const inOrder = OWN_OFFERS.toSorted((a, b) => dayOf(today, a.day).localeCompare(dayOf(today, b.day)))
  for (const { day, ...offer } of inOrder) {
    clock.moveTo(at(dayOf(today, day), '10:40'))
    await stage.run(addOffer, admin, offer, [namedId(`offer/${offer.name}/${offer.organisationName}`)])
  }
  clock.moveTo(at(dayOf(today, LIST_TAKEN_OVER_DAY), '09:15'))
  const list = await importSupply(runner, importer, listNamed('aanbod-voorbeeld.csv'))
  if (!list.ok) throw new Error(`The list of the demo was refused: ${list.code} ${JSON.stringify(list.details)}`)
  cast.putOffers(await offersByName(stage, cast))
}

const offersByName = async (stage: Stage, cast: Cast): Promise<ReadonlyMap<string, OfferId>> => {
  const byName = new Map<string, OfferId>()
  for (let page = 1; ; page++) {
    const seen = await stage.run(listOffers, cast.member('beheer'), { page })
    for (const { offerId, offer } of seen.offers) byName.set(offer.name, offerId)
    if (page >= seen.pages) return byName
  }
}
