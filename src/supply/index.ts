import type { AnyUseCase } from '#platform'
import { addOffer } from './use-cases/add-offer.ts'
import { applyImport, continueImport } from './use-cases/apply-import.ts'
import { cancelImport, reopenImport } from './use-cases/cancel-import.ts'
import { amendOffer, archiveOffer, confirmOffer, restoreOffer } from './use-cases/change-offer.ts'
import { correctImportRow } from './use-cases/correct-import-row.ts'
import { decideImportRow } from './use-cases/decide-import-row.ts'
import { getImport, listImports } from './use-cases/get-import.ts'
import { getOffer } from './use-cases/get-offer.ts'
import { importPostcodePoints } from './use-cases/import-postcode-points.ts'
import { listDoubles } from './use-cases/list-doubles.ts'
import { exportOffers, listOffers } from './use-cases/list-offers.ts'
import { askAgainAboutDouble, keepApart, mergeOffers, separateOffers } from './use-cases/merge-offers.ts'
import { setImportMapping } from './use-cases/set-import-mapping.ts'
import { startImport } from './use-cases/start-import.ts'

export { type OfferCounts, type PlacesStatement, freeNow } from './domain/free-places.ts'
export { DEFAULT_FRESHNESS, type Freshness, freshness } from './domain/freshness.ts'
export { type OfferRecord } from './domain/offer-record.ts'
export { type Frequency, type OfferTimes, type WeeklyDayPart, type WeeklySlot } from './domain/offer-times.ts'
export { type Offer, type OfferCost, OfferFeature, OfferKind } from './domain/offer.ts'
export { importPoints, importSupply, type ImportedSupply } from './import/command-line.ts'
export { addOffer } from './use-cases/add-offer.ts'
export { CONTINUE_IMPORT, continueImportJob } from './use-cases/apply-import.ts'
export { confirmOffer } from './use-cases/change-offer.ts'
export { exportOffers, listOffers } from './use-cases/list-offers.ts'
export { getOffer } from './use-cases/get-offer.ts'
export { pointOf, readPoints, type Whereabouts } from './use-cases/read-points.ts'
export {
  type KnownPlace,
  type LockedOffer,
  lockOffer,
  offerCounts,
  type OfferTally,
  readOffers,
  readOffersAgain,
  readOffersById,
  supplyStamp,
} from './use-cases/read-offers.ts'

export { supplyWeb } from './web/routes.ts'

export const supplyUseCases: readonly AnyUseCase[] = [
  listOffers,
  getOffer,
  exportOffers,
  addOffer,
  amendOffer,
  confirmOffer,
  archiveOffer,
  restoreOffer,
  mergeOffers,
  separateOffers,
  keepApart,
  askAgainAboutDouble,
  listDoubles,
  startImport,
  setImportMapping,
  getImport,
  listImports,
  correctImportRow,
  decideImportRow,
  applyImport,
  continueImport,
  cancelImport,
  reopenImport,
  importPostcodePoints,
]
