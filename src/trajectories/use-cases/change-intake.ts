import { z } from 'zod'
import { accept, type Decision, ParticipantId, refuse, TrajectoryId } from '#kernel'
import type { CommandContext } from '#platform'
import { type IntakeReading, NOTHING_SAID, readingOf } from '../domain/intake.ts'
import type { Trajectory } from '../domain/trajectory.ts'
import { findIntake, insertIntake, insertIntakeVersion, lockIntake, updateIntake } from '../storage/intakes.ts'
import { getOwnTrajectory } from './own-trajectory.ts'

/** The intake of which trajectory, in whose dossier, and the version that was looked at; 0 when nothing was written yet. */
export const IntakeKey = z.object({
  participantId: ParticipantId,
  trajectoryId: TrajectoryId,
  version: z.coerce.number().int().min(0),
})
export const IntakeSaved = z.object({ trajectoryId: TrajectoryId, version: z.number() })
type IntakeSaved = z.infer<typeof IntakeSaved>

const changed = (before: IntakeReading, after: IntakeReading): readonly string[] => {
  const [was, is] = [before, after].map(reading => new Map(Object.entries(reading))) as [
    Map<string, unknown>,
    Map<string, unknown>,
  ]
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    name => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name)),
  )
}

/** Load and lock → decide → save with what stood there before → record: the same for every change of an intake. */
export const changeIntake = async (
  context: CommandContext<z.infer<typeof IntakeKey>>,
  decide: (before: IntakeReading, trajectory: Trajectory) => Decision<IntakeReading> | Promise<Decision<IntakeReading>>,
): Promise<Decision<IntakeSaved>> => {
  const { db, tenantId, memberId, input, now, record } = context
  const { participantId, trajectoryId } = input
  const scope = { tenantId, participantId }
  const trajectory = await getOwnTrajectory(context, input)
  const intake = await lockIntake(db, scope, trajectoryId)
  const conflict = (current: unknown) => refuse('versionConflict', undefined, { current })
  if ((intake?.version ?? 0) !== input.version) return conflict(intake)
  const before = intake === undefined ? NOTHING_SAID : readingOf(intake)
  const decided = await decide(before, trajectory)
  if (!decided.ok) return decided
  if (intake === undefined) {
    if (!(await insertIntake(db, scope, trajectoryId, decided.value))) return conflict(await findIntake(db, scope, trajectoryId))
  } else await updateIntake(db, scope, intake, decided.value)
  await insertIntakeVersion(db, scope, trajectoryId, {
    version: input.version,
    reading: before,
    replacedAt: now,
    replacedBy: memberId,
  })
  const version = input.version + 1
  record({ entity: 'intake', id: trajectoryId, version, fields: [...changed(before, decided.value)] })
  return accept({ trajectoryId, version })
}
