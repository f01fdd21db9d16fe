import { sql } from 'kysely'
import type { CalendarDay, GoalId, MembershipId, ParticipantId, StepId, WheelArea } from '#kernel'
import { type Db, prepared } from '#platform'
import type { LineAnswer, LineGoal, LineStep } from '../domain/caseload.ts'

/** For lists of people: hundreds of rows, so few columns, no sorting by the database, and no parsing of what only Opstap writes. */
interface GoalRow {
  readonly participant_id: ParticipantId
  readonly id: GoalId
  readonly area: WheelArea
  readonly position: number
  readonly focused_at: Date | null
}
interface StepRow {
  readonly participant_id: ParticipantId
  readonly goal_id: GoalId
  readonly id: StepId
  readonly title: string
  readonly who: LineStep['who']
  readonly state: LineStep['state']
  readonly planned_on: CalendarDay | null
  readonly planned_at: string | null
  readonly smaller_than: StepId | null
  readonly position: number
  /** Seconds, which are read faster than a moment. */
  readonly answered: number | null
  readonly answered_by: MembershipId | null
  readonly own_words: string | null
}
const openGoals = prepared<{ tenantId: string; ids: readonly ParticipantId[] }>()(
  (_db, param) => sql<GoalRow>`
    select participant_id, id, area, position, focused_at from goal
    where tenant_id = ${param('tenantId')} and participant_id = any (${param('ids')}::uuid[]) and state = 'open'`,
)
const allSteps = prepared<{ tenantId: string; ids: readonly ParticipantId[] }>()(
  (_db, param) => sql<StepRow>`
    select participant_id, goal_id, id, title, who, state, planned_on, planned_at, smaller_than, position,
      extract(epoch from answered_at)::float8 as answered, answered_by, own_words
    from step
    where tenant_id = ${param('tenantId')} and participant_id = any (${param('ids')}::uuid[])`,
)

const inOrder = <T extends { readonly position: number; readonly id: string }>(a: T, b: T): number =>
  a.position - b.position || (a.id < b.id ? -1 : 1)

const toStep = (row: StepRow): LineStep => ({
  id: row.id,
  title: row.title,
  who: row.who,
  state: row.state,
  plannedOn: row.planned_on ?? undefined,
  plannedAt: row.planned_at?.slice(0, 5),
  smallerThan: row.smaller_than ?? undefined,
  position: row.position,
})

const toAnswer = (row: StepRow): LineAnswer | undefined =>
  row.state === 'open' || row.answered === null || row.answered_by === null
    ? undefined
    : {
        title: row.title,
        state: row.state,
        answeredAt: new Date(row.answered * 1_000).toISOString(),
        answeredBy: row.answered_by,
        ownWords: row.own_words ?? undefined,
      }

/** The last that was answered, on whatever goal; of two in the same moment the later in line. */
const lastAnswer = (steps: readonly StepRow[]): LineAnswer | undefined => {
  let last: StepRow | undefined
  for (const step of steps) {
    if (step.answered === null) continue
    const later = last === undefined ? 1 : step.answered - (last.answered ?? 0) || inOrder(step, last)
    if (later > 0) last = step
  }
  return last === undefined ? undefined : toAnswer(last)
}

export interface PlanInLine {
  readonly open: readonly LineGoal[]
  readonly lastAnswer: LineAnswer | undefined
}

/** The open goals of several people in their order, and what each of them answered last. */
export const listPlansInLine = async (
  db: Db,
  tenantId: string,
  ids: readonly ParticipantId[],
): Promise<ReadonlyMap<ParticipantId, PlanInLine>> => {
  const people = { tenantId, ids }
  const [goals, steps] = await Promise.all([openGoals(db, people), allSteps(db, people)])
  const goalsOf = Map.groupBy(goals, goal => goal.participant_id)
  const stepsIn = Map.groupBy(steps, step => step.goal_id)
  const stepsOf = Map.groupBy(steps, step => step.participant_id)
  const toGoal = ({ id, area, position, focused_at: focusedAt }: GoalRow): LineGoal => ({
    id,
    area,
    state: 'open',
    position,
    focusedAt: focusedAt?.toISOString(),
    steps: (stepsIn.get(id) ?? []).map(toStep).sort(inOrder),
  })
  return new Map(
    ids.map(id => [
      id,
      { open: (goalsOf.get(id) ?? []).sort(inOrder).map(toGoal), lastAnswer: lastAnswer(stepsOf.get(id) ?? []) },
    ]),
  )
}
