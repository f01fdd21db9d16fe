import { z } from 'zod'
import { accept, AdviceId, type Decision, OrganisationId, ParticipantId, refuse, TrajectoryId } from '#kernel'
import { organisationNames } from '#organisations'
import { type CommandContext, found } from '#platform'
import type { Advice } from '../domain/advice.ts'
import type { Trajectory } from '../domain/trajectory.ts'
import { lockAdvice, takeAdviceTurn, updateAdvice } from '../storage/advices.ts'
import { getOwnTrajectory } from './own-trajectory.ts'

/** Which advice, in whose dossier, and the version that was looked at. */
export const AdviceKey = z.object({
  participantId: ParticipantId,
  adviceId: AdviceId,
  version: z.coerce.number().int().positive(),
})
export const AdviceSaved = z.object({
  adviceId: AdviceId,
  participantId: ParticipantId,
  trajectoryId: TrajectoryId,
  version: z.number(),
})
export type AdviceSaved = z.infer<typeof AdviceSaved>

/** Load and lock → decide → save: the same for every change on the side of the organisation. */
export const changeAdvice = async (
  context: CommandContext<z.infer<typeof AdviceKey>>,
  decide: (advice: Advice, trajectory: Trajectory) => Decision<Advice> | Promise<Decision<Advice>>,
): Promise<Decision<{ readonly before: Advice; readonly after: Advice }>> => {
  const { db, tenantId, input } = context
  await takeAdviceTurn(db, tenantId, input.participantId)
  const before = found(await lockAdvice(db, tenantId, input), 'advice')
  const trajectory = await getOwnTrajectory(context, before)
  if (before.version !== input.version) return refuse('versionConflict', undefined, { current: before })
  const decided = await decide(before, trajectory)
  if (!decided.ok) return decided
  await updateAdvice(db, tenantId, decided.value)
  return accept({ before, after: { ...decided.value, version: before.version + 1 } })
}

export const savedAdvice = ({ id, participantId, trajectoryId, version }: Advice): AdviceSaved => ({
  adviceId: id,
  participantId,
  trajectoryId,
  version,
})

/** Onward leads to a work company of this municipality. */
export const isWorkCompany = async (
  { db, tenantId }: Pick<CommandContext<unknown>, 'db' | 'tenantId'>,
  organisationId: OrganisationId | undefined,
): Promise<boolean> => {
  if (organisationId === undefined) return true
  const organisations = await organisationNames(db, tenantId)
  return organisations.some(({ id, kind }) => id === organisationId && kind === 'workCompany')
}
