const BASE = '/aanbod'
const query = (values: Readonly<Record<string, string | number | undefined>>): string => {
  const filled = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return filled.length === 0 ? '' : `?${new URLSearchParams(filled).toString()}`
}

/** Addresses of the supply's pages; with `:name` in the place of an id they are the routes. */
export const supplyPaths = {
  offers: (filter: Readonly<Record<string, string | number | undefined>> = {}): string => `${BASE}${query(filter)}`,
  exported: (filter: Readonly<Record<string, string | number | undefined>> = {}): string => `${BASE}/aanbod.csv${query(filter)}`,
  newOffer: (): string => `${BASE}/nieuw`,
  offer: (offerId: string): string => `${BASE}/${offerId}`,
  editOffer: (offerId: string): string => `${BASE}/${offerId}/aanpassen`,
  confirmOffer: (offerId: string): string => `${BASE}/${offerId}/bevestigen`,
  archiveOffer: (offerId: string): string => `${BASE}/${offerId}/van-de-lijst`,
  restoreOffer: (offerId: string): string => `${BASE}/${offerId}/terugzetten`,
  mergeOffers: (offerId: string): string => `${BASE}/${offerId}/samenvoegen`,
  separateOffers: (offerId: string): string => `${BASE}/${offerId}/uit-elkaar`,
  keepApart: (offerId: string): string => `${BASE}/${offerId}/apart-houden`,
  askAgain: (offerId: string): string => `${BASE}/${offerId}/toch-vragen`,
  /** The page of the ranking's own words; it lies beside the lists. */
  words: (): string => `${BASE}/woorden`,
  doubles: (): string => `${BASE}/dubbel`,
  imports: (): string => `${BASE}/importeren`,
  import: (importId: string, filter: Readonly<Record<string, string | number | undefined>> = {}): string =>
    `${BASE}/importeren/${importId}${query(filter)}`,
  mapping: (importId: string): string => `${BASE}/importeren/${importId}/kolommen`,
  correctRow: (importId: string): string => `${BASE}/importeren/${importId}/regel`,
  decideRow: (importId: string): string => `${BASE}/importeren/${importId}/besluit`,
  apply: (importId: string): string => `${BASE}/importeren/${importId}/overnemen`,
  cancel: (importId: string): string => `${BASE}/importeren/${importId}/weg`,
  reopen: (importId: string): string => `${BASE}/importeren/${importId}/terug`,
}
