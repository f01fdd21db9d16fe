import { type CalendarDay, dayIn, type MembershipId, type ParticipantId, type TenantId } from '#kernel'
import { readLastNoteDays, readNextMoments } from '#contacts'
import { type Person, personNames } from '#people'
import type { Db } from '#platform'
import { listNextSteps, type PlanLine, readPlaceAreas } from '#plans'
import { listCaseload, type RunningTrajectory } from '#trajectories'

/** How far ahead the diary is read to know whether somebody is planned. */
const DIARY_DAYS = 60

export interface CaseloadPerson {
  readonly participantId: ParticipantId
  readonly person: Person
  readonly trajectory: RunningTrajectory
  readonly plan: PlanLine
  readonly lastContactOn: CalendarDay
  readonly nextAppointmentAt: Date | undefined
  /** On which areas there is a place, when it was asked for. */
  readonly placesByArea: Readonly<Record<string, number>>
}

const latest = (days: readonly (string | undefined)[]): CalendarDay =>
  days.reduce<string>((last, day) => (day !== undefined && day > last ? day : last), '') as CalendarDay

/** Everybody whose running trajectory this member coordinates, with where they stand. For queries that opened the slices. */
export const readCaseload = async (
  db: Db,
  tenantId: TenantId,
  memberId: MembershipId,
  today: CalendarDay,
  { withPlaces = false }: { readonly withPlaces?: boolean } = {},
): Promise<readonly CaseloadPerson[]> => {
  const [trajectories, planned] = await Promise.all([
    listCaseload(db, tenantId, memberId),
    readNextMoments(db, tenantId, memberId, today, DIARY_DAYS),
  ])
  const ids = [...new Set(trajectories.map(trajectory => trajectory.participantId))]
  const [people, lines, noted, places] = await Promise.all([
    personNames(db, tenantId, ids),
    listNextSteps(db, tenantId, ids, today),
    readLastNoteDays(db, tenantId, ids),
    readPlaceAreas(db, tenantId, withPlaces ? ids : []),
  ])
  return trajectories.flatMap((trajectory): CaseloadPerson[] => {
    const { participantId } = trajectory
    const person = people.get(participantId)
    const plan = lines.get(participantId)
    if (person === undefined || plan === undefined) return []
    const answered = plan.lastAnswer === undefined ? undefined : dayIn(new Date(plan.lastAnswer.answeredAt))
    return [
      {
        participantId,
        person,
        trajectory,
        plan,
        lastContactOn: latest([trajectory.startedOn, noted.get(participantId), answered]),
        nextAppointmentAt: planned.get(participantId),
        placesByArea: places.get(participantId) ?? {},
      },
    ]
  })
}
