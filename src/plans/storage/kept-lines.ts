import { sql } from 'kysely'
import type { ParticipantId } from '#kernel'
import { beforeCommit, type Db, prepared } from '#platform'
import { EMPTY_LINE, type KeptLine, keptLine } from '../domain/caseload.ts'
import { listPlansInLine } from './lines.ts'
import type { PlansTables, Scope } from './tables.ts'

/** Goes up with every change of `KeptLine`: a line of another shape counts as not kept, and is read from the plan until it is made anew. */
const SHAPE = '1:'
const written = (line: KeptLine): string => `${SHAPE}${JSON.stringify(line)}`

type People = { readonly tenantId: string; readonly ids: readonly ParticipantId[] }

const ofPeople = prepared<People>()(
  (_db, param) => sql<{ participant_id: ParticipantId; line: string }>`
    select participant_id, line from plan_line
    where tenant_id = ${param('tenantId')} and participant_id = any (${param('ids')}::uuid[]) and starts_with(line, ${SHAPE})`,
)

/** The lines that are kept of these people; who is missing has no plan yet, or one from before lines were kept. */
export const listKeptLines = async (
  db: Db,
  tenantId: string,
  ids: readonly ParticipantId[],
): Promise<ReadonlyMap<ParticipantId, KeptLine>> => {
  const rows = await ofPeople(db, { tenantId, ids })
  return new Map(rows.map(row => [row.participant_id, JSON.parse(row.line.slice(SHAPE.length)) as KeptLine]))
}

/** What goals and steps say. */
export const computeLines = async (
  db: Db,
  tenantId: string,
  ids: readonly ParticipantId[],
): Promise<ReadonlyMap<ParticipantId, KeptLine>> => {
  if (ids.length === 0) return new Map()
  const plans = await listPlansInLine(db, tenantId, ids)
  return new Map([...plans].map(([id, { open, lastAnswer }]) => [id, keptLine(open, lastAnswer)]))
}

const lock = prepared<People>()(
  (_db, param) => sql`
    insert into plan_line (tenant_id, participant_id, line)
    select ${param('tenantId')}, id, '' from unnest(${param('ids')}::uuid[]) id order by id
    on conflict (tenant_id, participant_id) do update set line = ''`,
)
const save = prepared<People & { readonly lines: readonly string[] }>()(
  (_db, param) => sql`
    update plan_line set line = v.line from unnest(${param('ids')}::uuid[], ${param('lines')}::text[]) v (id, line)
    where tenant_id = ${param('tenantId')} and participant_id = v.id`,
)

/**
 * Brings the lines of these people up to date with their goals and steps. Whoever changes a plan meanwhile waits at the line and
 * reads afterwards, so that the last to be kept has seen both changes.
 */
export const keepLines = async (db: Db, tenantId: string, ids: readonly ParticipantId[]): Promise<void> => {
  if (ids.length === 0) return
  const [, lines] = await Promise.all([lock(db, { tenantId, ids }), computeLines(db, tenantId, ids)])
  await save(db, { tenantId, ids, lines: ids.map(id => written(lines.get(id) ?? EMPTY_LINE)) })
}

/** A goal or step of this person changes: once the command has done all it does, the line follows, in the same transaction. */
export const planChanges = (db: Db, { tenantId, participantId }: Scope): void =>
  beforeCommit(db, `plan line of ${participantId}`, () => keepLines(db, tenantId, [participantId as ParticipantId]))

/** People with goals whose line is not kept yet, or in another shape. */
export const listUnkept = async (db: Db, tenantId: string, most: number): Promise<readonly ParticipantId[]> => {
  const rows = await db
    .withTables<PlansTables>()
    .selectFrom('goal as g')
    .select('g.participant_id')
    .distinct()
    .where('g.tenant_id', '=', tenantId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('plan_line as l')
            .select('l.participant_id')
            .whereRef('l.tenant_id', '=', 'g.tenant_id')
            .whereRef('l.participant_id', '=', 'g.participant_id')
            .where(sql<boolean>`starts_with(l.line, ${SHAPE})`),
        ),
      ),
    )
    .limit(most)
    .execute()
  return rows.map(row => row.participant_id as ParticipantId)
}
