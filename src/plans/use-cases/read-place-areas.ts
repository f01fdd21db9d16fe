import type { ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { listPlaceAreas, type PlacesByArea } from '../storage/place-areas.ts'

/** For list queries that opened the slice `placements`: per person on which areas there is a place. */
export const readPlaceAreas = (
  db: Db,
  tenantId: TenantId,
  ids: readonly ParticipantId[],
): Promise<ReadonlyMap<ParticipantId, PlacesByArea>> => listPlaceAreas(db, tenantId, ids)
