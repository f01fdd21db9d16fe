import { type CalendarDay, type MembershipId, ParticipantId, type WorkPlacementId } from '#kernel'
import { type Db, prepared } from '#platform'
import type { PlacementOutcome } from '../domain/placement.ts'
import { type WorkFields, type WorkKind, WorkPlacement } from '../domain/work-placement.ts'
import type { PlansTables, Scope } from './tables.ts'

const COLUMNS = [
  'id',
  'participant_id',
  'kind',
  'placement_id',
  'workplace',
  'tasks',
  'hours_per_week',
  'day_parts',
  'starts_on',
  'ends_on',
  'extensions',
  'state',
  'ended_on',
  'outcome',
  'outcome_words',
  'handled',
  'why_longer',
  'version',
] as const
type Row = Pick<PlansTables['work_placement'], (typeof COLUMNS)[number]>

const toWork = (row: Row): WorkPlacement =>
  WorkPlacement.parse({
    id: row.id,
    kind: row.kind,
    placementId: row.placement_id ?? undefined,
    workplace: row.workplace,
    tasks: row.tasks,
    hoursPerWeek: row.hours_per_week ?? undefined,
    dayParts: row.day_parts,
    startsOn: row.starts_on,
    endsOn: row.ends_on ?? undefined,
    extensions: row.extensions,
    state: row.state,
    endedOn: row.ended_on ?? undefined,
    outcome: row.outcome ?? undefined,
    outcomeWords: row.outcome_words,
    handled: row.handled,
    whyLonger: row.why_longer,
    version: row.version,
  })

const table = (db: Db) => db.withTables<PlansTables>()

const ofPerson = prepared<Scope>()((db, param) =>
  table(db)
    .selectFrom('work_placement')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('starts_on')
    .orderBy('id'),
)

/** The earliest start first; ended and cancelled ones too. */
export const listWorkPlacements = async (db: Db, scope: Scope): Promise<readonly WorkPlacement[]> =>
  (await ofPerson(db, scope)).map(toWork)

export type WorkOfPerson = WorkPlacement & { readonly participantId: ParticipantId }

/** What is agreed now, of everybody who is open to this member. */
export const listAgreedWork = async (db: Db, tenantId: string): Promise<readonly WorkOfPerson[]> => {
  const rows = await table(db)
    .selectFrom('work_placement')
    .select(COLUMNS)
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'agreed')
    .execute()
  return rows.map(row => ({ ...toWork(row), participantId: ParticipantId.parse(row.participant_id) }))
}

const columnsOf = (work: WorkFields) => ({
  placement_id: work.placementId ?? null,
  workplace: work.workplace,
  tasks: work.tasks,
  hours_per_week: work.hoursPerWeek ?? null,
  day_parts: work.dayParts,
  starts_on: work.startsOn,
  ends_on: work.endsOn ?? null,
  why_longer: work.whyLonger,
})

export const insertWorkPlacement = async (
  db: Db,
  scope: Scope,
  work: WorkFields & { readonly id: WorkPlacementId; readonly kind: WorkKind; readonly madeBy: MembershipId; readonly at: Date },
): Promise<void> => {
  await table(db)
    .insertInto('work_placement')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: work.id,
      kind: work.kind,
      ...columnsOf(work),
      extensions: 0,
      state: 'agreed',
      ended_on: null,
      outcome: null,
      outcome_words: '',
      handled: [],
      made_by: work.madeBy,
      created_at: work.at,
      version: 1,
    })
    .execute()
}

export type WorkChange =
  | { readonly fields: WorkFields }
  | { readonly endsOn: CalendarDay; readonly extensions: number; readonly whyLonger: string }
  | { readonly handled: readonly string[] }
  | { readonly state: 'agreed' | 'cancelled' }
  | { readonly state: 'ended'; readonly endedOn: CalendarDay; readonly outcome: PlacementOutcome; readonly outcomeWords: string }

const changed = (change: WorkChange) => {
  if ('fields' in change) return columnsOf(change.fields)
  if ('endsOn' in change) return { ends_on: change.endsOn, extensions: change.extensions, why_longer: change.whyLonger }
  if ('handled' in change) return { handled: change.handled }
  if (change.state === 'ended')
    return { state: change.state, ended_on: change.endedOn, outcome: change.outcome, outcome_words: change.outcomeWords }
  return { state: change.state, ended_on: null, outcome: null, outcome_words: '' }
}

/** Resolves to false when somebody else changed it in the meantime. */
export const saveWorkPlacement = async (
  db: Db,
  scope: Scope,
  work: Pick<WorkPlacement, 'id' | 'version'>,
  change: WorkChange,
): Promise<boolean> => {
  const row = await table(db)
    .updateTable('work_placement')
    .set({ ...changed(change), version: work.version + 1 })
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', work.id)
    .where('version', '=', work.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
