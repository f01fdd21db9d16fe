import { foldText, type GeoPoint, type TenantId } from '#kernel'
import type { Db } from '#platform'
import { z } from 'zod'
import places from '../data/places-nl.json'
import { parsePostcode } from '../domain/import/parse-contact.ts'
import { listPoints } from '../storage/points.ts'

/** Where something or somebody is said to be. */
export interface Whereabouts {
  readonly postcode?: string | undefined
  readonly place?: string | undefined
}

const Places = z.object({ places: z.array(z.tuple([z.string(), z.number(), z.number()])) })

let byName: ReadonlyMap<string, GeoPoint> | undefined
const placesByName = (): ReadonlyMap<string, GeoPoint> =>
  new Map(Places.parse(places).places.map(([name, lat, lon]) => [foldText(name), { lat, lon }]))

/** The middle of a Dutch place. Source: GeoNames (CC BY 4.0), see data/places-nl.json. */
const pointOfPlace = (place: string): GeoPoint | undefined => {
  byName ??= placesByName()
  return byName.get(foldText(place))
}

/** Where each is on the map: by its postcode if the municipality imported that, else the middle of its place, else unknown. */
export const readPoints = async (
  db: Db,
  tenantId: TenantId,
  where: readonly Whereabouts[],
): Promise<(whereabouts: Whereabouts) => GeoPoint | undefined> => {
  const postcodeOf = ({ postcode = '' }: Whereabouts): string | undefined => parsePostcode(postcode).value
  const points = await listPoints(db, tenantId, [...new Set(where.flatMap(one => postcodeOf(one) ?? []))])
  return one => points.get(postcodeOf(one) ?? '') ?? (one.place === undefined ? undefined : pointOfPlace(one.place))
}

/** The same for one. */
export const pointOf = async (db: Db, tenantId: TenantId, where: Whereabouts): Promise<GeoPoint | undefined> =>
  (await readPoints(db, tenantId, [where]))(where)
