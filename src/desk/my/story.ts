import { z } from 'zod'
import { CalendarDay, clockTimeIn, dayIn, type MembershipId, type ParticipantId, type TenantId } from '#kernel'
import { readAppointments } from '#contacts'
import { type MemberName, memberNames, organisationContacts } from '#organisations'
import { callNames } from '#people'
import { type Db, found } from '#platform'
import { type Placement, type Plan, readPlacements, readPlan } from '#plans'
import { isRunning, readReferrals, readTrajectories, type Trajectory } from '#trajectories'
import { type Helper, helpersOf } from './helpers.ts'

/** The next moment in the diary. */
export const NextAppointment = z.object({
  day: CalendarDay,
  /** `HH:MM` in the Netherlands. */
  time: z.string(),
  minutes: z.number(),
  kind: z.enum(['firstConversation', 'conversation', 'review', 'threeWay', 'other']),
  place: z.string().optional(),
  withName: z.string().optional(),
})
export type NextAppointment = Readonly<z.infer<typeof NextAppointment>>

export interface Story {
  readonly callName: string
  readonly plan: Plan
  readonly placements: readonly Placement[]
  readonly trajectories: readonly Trajectory[]
  readonly helpers: readonly Helper[]
  readonly appointment: NextAppointment | undefined
  readonly names: ReadonlyMap<MembershipId, MemberName>
}

/** All that a participant's own pages tell; for queries that opened name, plan, placements, appointments, trajectory, referral. */
export const readStory = async (db: Db, tenantId: TenantId, participantId: ParticipantId, now: Date): Promise<Story> => {
  const [known, plan, placements, trajectories, referrals, appointments, organisations] = await Promise.all([
    callNames(db, tenantId, [participantId]),
    readPlan(db, tenantId, participantId),
    readPlacements(db, tenantId, participantId),
    readTrajectories(db, tenantId, participantId),
    readReferrals(db, tenantId, participantId),
    readAppointments(db, tenantId, participantId),
    organisationContacts(db, tenantId),
  ])
  const callName = found(known.get(participantId), 'participant')
  const running = trajectories.filter(isRunning)
  const coming = appointments
    .filter(appointment => appointment.state === 'planned' && appointment.startsAt >= now)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const coordinators = running.map(trajectory => trajectory.coordinatorId)
  const referrers = referrals.filter(referral => referral.state !== 'withdrawn').map(referral => referral.sentBy)
  const inDiary = coming.map(appointment => appointment.membershipId)
  const names = await memberNames(db, tenantId, [...new Set([...coordinators, ...inDiary, ...referrers])])
  const next = coming[0]
  const withName = next === undefined ? undefined : names.get(next.membershipId)?.name
  return {
    callName,
    plan,
    placements,
    trajectories,
    names,
    helpers: helpersOf({ plan, placements, names, organisations, coordinators, inDiary, referrers }),
    appointment:
      next === undefined
        ? undefined
        : {
            day: dayIn(next.startsAt),
            time: clockTimeIn(next.startsAt),
            minutes: next.minutes,
            kind: next.kind,
            ...(next.place === null ? {} : { place: next.place }),
            ...(withName === undefined ? {} : { withName }),
          },
  }
}
