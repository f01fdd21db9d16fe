import { sql } from 'kysely'
import { type ParticipantId, type TenantId, WheelArea } from '#kernel'
import { type Db, prepared } from '#platform'

interface Row {
  readonly participant_id: string
  readonly area: string
  readonly places: number
}

const ofPeople = prepared<{ tenantId: TenantId; ids: readonly ParticipantId[] }>()(
  (_db, param) => sql<Row>`
    select participant_id, area, count(*)::int as places
    from placement
    where tenant_id = ${param('tenantId')} and participant_id = any(${param('ids')}::uuid[]) and state in ('placed', 'waiting')
    group by participant_id, area`,
)

export type PlacesByArea = Readonly<Partial<Record<WheelArea, number>>>

/** On which areas of the wheel each of these people comes somewhere or waits to. */
export const listPlaceAreas = async (
  db: Db,
  tenantId: TenantId,
  ids: readonly ParticipantId[],
): Promise<ReadonlyMap<ParticipantId, PlacesByArea>> => {
  const rows = ids.length === 0 ? [] : await ofPeople(db, { tenantId, ids })
  const byPerson = Map.groupBy(rows, row => row.participant_id as ParticipantId)
  return new Map(
    [...byPerson].map(([id, own]) => [id, Object.fromEntries(own.map(row => [WheelArea.parse(row.area), row.places]))]),
  )
}
