/** A point on the map in degrees (WGS 84). */
export interface GeoPoint {
  readonly lat: number
  readonly lon: number
}

const EARTH_RADIUS_KM = 6371
const rad = (degrees: number): number => (degrees * Math.PI) / 180

/** Distance as the crow flies, in kilometres. */
export const distanceKm = (a: GeoPoint, b: GeoPoint): number => {
  const h =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h))
}
