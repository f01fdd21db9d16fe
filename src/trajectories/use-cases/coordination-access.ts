import { addDays, type CalendarDay, type MembershipId, type OrganisationId, type ParticipantId } from '#kernel'
import type { CommandContext } from '#platform'
import { COLLEAGUE_REACH, COORDINATOR_REACH, endAccess, giveAccess } from '#sharing'
import { legalBasisOf } from '../domain/laws.ts'
import { isRunning, type Trajectory } from '../domain/trajectory.ts'
import { rulesHere } from '../domain/type-settings.ts'
import { listTrajectories } from '../storage/trajectories.ts'
import { mapTypeSettings } from '../storage/type-settings.ts'

type Writing = Pick<CommandContext<unknown>, 'db' | 'tenantId' | 'memberId' | 'now' | 'today' | 'newId' | 'record'>
type Coordinated = Pick<Trajectory, 'participantId' | 'organisationId' | 'coordinatorId' | 'law'>

const DAYS_PER_WEEK = 7

const openForCoordinator = (
  context: Writing,
  { participantId, coordinatorId, law }: Coordinated,
  until?: CalendarDay,
): Promise<void> =>
  giveAccess(context, {
    participantId,
    grantee: { membershipId: coordinatorId },
    ground: 'trajectory',
    reach: COORDINATOR_REACH,
    legalBasis: legalBasisOf(law),
    purpose: 'coordinate',
    ...(until === undefined ? {} : { until }),
  })

const openForColleagues = (context: Writing, { participantId, organisationId, law }: Coordinated): Promise<void> =>
  giveAccess(context, {
    participantId,
    grantee: { organisationId },
    ground: 'trajectory',
    reach: COLLEAGUE_REACH,
    legalBasis: legalBasisOf(law),
    purpose: 'knownAtOrganisation',
  })

/** The member coordinates; colleagues see that somebody is known and who coordinates. */
export const openForCoordination = async (context: Writing, trajectory: Coordinated): Promise<void> => {
  await openForCoordinator(context, trajectory)
  await openForColleagues(context, trajectory)
}

const closeFor = async (
  context: Writing,
  participantId: ParticipantId,
  who: { readonly members: readonly MembershipId[]; readonly organisations: readonly OrganisationId[] },
): Promise<void> => {
  const which = { participantId, ground: 'trajectory' } as const
  for (const membershipId of new Set(who.members)) await endAccess(context, { ...which, membershipId })
  for (const organisationId of new Set(who.organisations)) await endAccess(context, { ...which, organisationId })
}

/**
 * After a change of who coordinates, for which organisation, under which law, or whether it still runs: what was open for
 * those concerned ends, and opens again as their trajectories are now. Somebody may coordinate two of one person. Whoever
 * coordinated what has ended keeps the dossier for some weeks, to finish the last words.
 */
export const settleAccess = async (context: Writing, before: Trajectory, after: Trajectory): Promise<void> => {
  const { db, tenantId, today } = context
  const { participantId } = after
  const members = [...new Set([before.coordinatorId, after.coordinatorId])]
  const organisations = [...new Set([before.organisationId, after.organisationId])]
  await closeFor(context, participantId, { members, organisations })
  const running = (await listTrajectories(db, tenantId, [participantId])).filter(isRunning)
  for (const membershipId of members) {
    const led = running.find(trajectory => trajectory.coordinatorId === membershipId)
    if (led !== undefined) await openForCoordinator(context, led)
    else if (!isRunning(after) && membershipId === after.coordinatorId) {
      const weeks = rulesHere(after.type, await mapTypeSettings(db, tenantId)).accessWeeks.value
      await openForCoordinator(context, after, addDays(today, weeks * DAYS_PER_WEEK))
    }
  }
  for (const organisationId of organisations) {
    const there = running.find(trajectory => trajectory.organisationId === organisationId)
    if (there !== undefined) await openForColleagues(context, there)
  }
}
