import type { CalendarDay, FilledId, MembershipId } from '#kernel'
import { type Db, prepared } from '#platform'
import { type FilledState, FilledInstrument } from '../domain/filled.ts'
import type { InstrumentsTables, Scope } from './tables.ts'

const COLUMNS = [
  'id',
  'occasion_id',
  'instrument_key',
  'instrument_version',
  'kind',
  'view',
  'state',
  'answers',
  'marks',
  'said',
  'started_at',
  'started_by',
  'finished_on',
  'version',
] as const
type Row = Pick<InstrumentsTables['filled_instrument'], (typeof COLUMNS)[number]>

const toFilled = (row: Row): FilledInstrument =>
  FilledInstrument.parse({
    id: row.id,
    occasionId: row.occasion_id,
    key: row.instrument_key,
    instrumentVersion: row.instrument_version,
    kind: row.kind,
    view: row.view,
    state: row.state,
    answers: row.answers,
    marks: row.marks,
    said: row.said,
    startedAt: row.started_at,
    startedBy: row.started_by,
    finishedOn: row.finished_on ?? undefined,
    version: row.version,
  })

const table = (db: Db) => db.withTables<InstrumentsTables>()

const ofPerson = prepared<{ tenantId: string; participantId: string }>()((db, param) =>
  table(db)
    .selectFrom('filled_instrument')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('started_at'),
)

/** Oldest first, also drafts and what was put away. */
export const listFilledOf = async (db: Db, { tenantId, participantId }: Scope): Promise<readonly FilledInstrument[]> =>
  (await ofPerson(db, { tenantId, participantId })).map(toFilled)

export const findFilled = async (db: Db, scope: Scope, id: FilledId): Promise<FilledInstrument | undefined> => {
  const row = await table(db)
    .selectFrom('filled_instrument')
    .select(COLUMNS)
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : toFilled(row)
}

export const insertFilled = async (db: Db, scope: Scope, filled: FilledInstrument): Promise<void> => {
  await table(db)
    .insertInto('filled_instrument')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: filled.id,
      occasion_id: filled.occasionId,
      instrument_key: filled.key,
      instrument_version: filled.instrumentVersion,
      kind: filled.kind,
      view: filled.view,
      state: filled.state,
      answers: JSON.stringify(filled.answers),
      marks: [...filled.marks],
      said: JSON.stringify(filled.said),
      started_at: filled.startedAt,
      started_by: filled.startedBy,
      finished_on: filled.finishedOn ?? null,
      version: filled.version,
    })
    .execute()
}

export interface FilledChange extends Partial<Pick<FilledInstrument, 'answers' | 'marks' | 'said' | 'instrumentVersion'>> {
  readonly state?: FilledState
  readonly finishedOn?: CalendarDay
}

/** Resolves to false when somebody else changed it in the meantime. */
export const updateFilled = async (
  db: Db,
  scope: Scope,
  { id, version }: Pick<FilledInstrument, 'id' | 'version'>,
  change: FilledChange,
): Promise<boolean> => {
  const { answers, marks, said, instrumentVersion, state, finishedOn } = change
  const row = await table(db)
    .updateTable('filled_instrument')
    .set({
      ...(answers === undefined ? {} : { answers: JSON.stringify(answers) }),
      ...(marks === undefined ? {} : { marks: [...marks] }),
      ...(said === undefined ? {} : { said: JSON.stringify(said) }),
      ...(instrumentVersion === undefined ? {} : { instrument_version: instrumentVersion }),
      ...(state === undefined ? {} : { state }),
      ...(finishedOn === undefined ? {} : { finished_on: finishedOn }),
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

/** How it read until now. */
export const keepEarlier = async (
  db: Db,
  scope: Scope,
  filled: FilledInstrument,
  replaced: { readonly at: Date; readonly by: MembershipId },
): Promise<void> => {
  await table(db)
    .insertInto('filled_instrument_earlier')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      filled_id: filled.id,
      version: filled.version,
      instrument_version: filled.instrumentVersion,
      answers: JSON.stringify(filled.answers),
      marks: [...filled.marks],
      said: JSON.stringify(filled.said),
      replaced_at: replaced.at,
      replaced_by: replaced.by,
    })
    .execute()
}
