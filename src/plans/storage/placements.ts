import { sql } from 'kysely'
import { z } from 'zod'
import { type CalendarDay, Law, type MembershipId, type OrganisationId, type PlacementId, type WheelArea } from '#kernel'
import { type Db, prepared } from '#platform'
import { Placement, type PlacementKind, type PlacementOutcome } from '../domain/placement.ts'
import type { PlansTables, Scope } from './tables.ts'

interface Row {
  readonly id: string
  readonly offer_id: string
  readonly offer_organisation_id: string | null
  readonly offer_name: string
  readonly organisation_name: string
  readonly kind: string
  readonly offer_kind: string
  readonly laws: unknown
  readonly goal_id: string | null
  readonly area: string
  readonly state: string
  readonly since: string
  readonly starts_on: string | null
  readonly until: string | null
  readonly waiting_since: Date | null
  readonly reasons: unknown
  readonly outcome: string | null
  readonly outcome_words: string | null
  readonly version: number
  readonly queue_position: number | null
  readonly capacity: number | null
  readonly free_stated: number | null
  readonly placed: number | null
  readonly placed_since_statement: number | null
  readonly waiting: number | null
}

const Laws = z.array(Law).catch([])

/** What is known of the places of an offer at which somebody waits. */
export interface PlacesKnown {
  readonly capacity: number | undefined
  readonly freeStated: number | undefined
  readonly placed: number
  readonly placedSinceStatement: number
  readonly waiting: number
}
/** Whether the one at this place in the queue can take a place. */
export type IsPlaceFree = (places: PlacesKnown, queuePosition: number) => boolean

const placesOf = (row: Row): PlacesKnown => ({
  capacity: row.capacity ?? undefined,
  freeStated: row.free_stated ?? undefined,
  placed: row.placed ?? 0,
  placedSinceStatement: row.placed_since_statement ?? 0,
  waiting: row.waiting ?? 0,
})

const toPlacement = (row: Row, isFree: IsPlaceFree): Placement =>
  Placement.parse({
    id: row.id,
    offerId: row.offer_id,
    offerName: row.offer_name,
    organisationName: row.organisation_name,
    kind: row.kind,
    offerKind: row.offer_kind,
    laws: Laws.parse(row.laws),
    goalId: row.goal_id ?? undefined,
    area: row.area,
    since: row.since,
    startsOn: row.starts_on ?? undefined,
    reasons: row.reasons,
    version: row.version,
    state: row.state,
    until: row.until ?? undefined,
    outcome: row.outcome ?? undefined,
    outcomeWords: row.outcome_words ?? '',
    ...(row.state === 'waiting'
      ? {
          waitingSince: row.waiting_since?.toISOString(),
          queuePosition: row.queue_position ?? 1,
          placeFree: isFree(placesOf(row), row.queue_position ?? 1),
        }
      : {}),
  })

const select = prepared<{ tenantId: string; participantId: string; id: PlacementId | null }>()(
  (_db, param) => sql<Row>`
    select p.id, o.id as offer_id, p.offer_organisation_id, o.name as offer_name, o.organisation_name, o.kind as offer_kind, o.details -> 'laws' as laws,
      p.kind, p.goal_id, p.area, p.state, p.since, p.starts_on, p.until, p.waiting_since, p.reasons, p.outcome, p.outcome_words, p.version,
      q.queue_position, o.capacity, o.free_stated, q.placed, q.placed_since_statement, q.waiting
    from placement p
    join offer was on was.tenant_id = p.tenant_id and was.id = p.offer_id
    -- Not coalesce(): under row-level security the index is not used for what it says.
    join offer o on o.tenant_id = p.tenant_id and o.id = case when was.survivor_id is null then was.id else was.survivor_id end
    left join placement_queue(${param('participantId')}) q on q.placement_id = p.id
    where p.tenant_id = ${param('tenantId')} and p.participant_id = ${param('participantId')}
      and (${param('id')}::uuid is null or p.id = ${param('id')})
    order by p.since, p.id`,
)

/** Oldest first, ended and cancelled ones too. */
export const listPlacements = async (db: Db, scope: Scope, isFree: IsPlaceFree): Promise<readonly Placement[]> =>
  (await select(db, { ...scope, id: null })).map(row => toPlacement(row, isFree))

export interface StoredPlacement {
  readonly placement: Placement
  /** Waits, or waited when it was cancelled. */
  readonly waited: boolean
  readonly organisationId: string | undefined
}

export const findPlacement = async (
  db: Db,
  scope: Scope,
  id: PlacementId,
  isFree: IsPlaceFree,
): Promise<StoredPlacement | undefined> => {
  const [row] = await select(db, { ...scope, id })
  if (row === undefined) return undefined
  return {
    placement: toPlacement(row, isFree),
    waited: row.waiting_since !== null,
    organisationId: row.offer_organisation_id ?? undefined,
  }
}

export const insertPlacement = async (
  db: Db,
  scope: Scope,
  placement: {
    readonly id: PlacementId
    readonly offerId: string
    readonly organisationId: OrganisationId | undefined
    readonly goalId: string | undefined
    readonly area: WheelArea
    readonly kind: PlacementKind
    readonly state: 'placed' | 'waiting'
    readonly since: CalendarDay
    readonly startsOn: CalendarDay | undefined
    readonly until: CalendarDay | undefined
    readonly reasons: unknown
    readonly madeBy: MembershipId
  },
): Promise<void> => {
  await db
    .withTables<PlansTables>()
    .insertInto('placement')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: placement.id,
      offer_id: placement.offerId,
      offer_organisation_id: placement.organisationId ?? null,
      goal_id: placement.goalId ?? null,
      area: placement.area,
      kind: placement.kind,
      state: placement.state,
      since: placement.since,
      starts_on: placement.startsOn ?? null,
      until: placement.until ?? null,
      // The moment at which the lock was held, so that no two who wait are equal.
      waiting_since: placement.state === 'waiting' ? sql<Date>`clock_timestamp()` : null,
      reasons: JSON.stringify(placement.reasons),
      outcome: null,
      outcome_words: null,
      made_by: placement.madeBy,
      version: 1,
    })
    .execute()
}

/** Resolves to false when somebody else changed it in the meantime. */
export const savePlacement = async (
  db: Db,
  scope: Scope,
  id: PlacementId,
  version: number,
  change: {
    readonly state: Placement['state']
    readonly since?: CalendarDay
    readonly until?: CalendarDay | null
    readonly outcome?: PlacementOutcome | null
    readonly outcomeWords?: string | null
    readonly waitingSince?: null
  },
): Promise<boolean> => {
  const { state, since, until, outcome, outcomeWords, waitingSince } = change
  const row = await db
    .withTables<PlansTables>()
    .updateTable('placement')
    .set({
      state,
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(outcomeWords === undefined ? {} : { outcome_words: outcomeWords }),
      ...(waitingSince === undefined ? {} : { waiting_since: waitingSince }),
      version: version + 1,
    })
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** At how many places of this organisation somebody comes now. */
export const countLiveAt = async (db: Db, scope: Scope, organisationId: string): Promise<number> => {
  const rows = await db
    .withTables<PlansTables>()
    .selectFrom('placement')
    .select('id')
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('offer_organisation_id', '=', organisationId)
    .where('state', '=', 'placed')
    .execute()
  return rows.length
}
