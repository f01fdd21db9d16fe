import { z } from 'zod'
import { accept, type Decision, LifeAreaId, ParticipantId, refuse } from '#kernel'
import { type CommandContext, found } from '#platform'
import type { Opening } from '../domain/life-area.ts'
import { insertEarlierWords, lockOpenings, updateOpening } from '../storage/life-areas.ts'

/** Which period, in whose dossier, and the version that was looked at. */
export const OpeningKey = z.object({
  participantId: ParticipantId,
  lifeAreaId: LifeAreaId,
  version: z.coerce.number().int().positive(),
})
export const OpeningSaved = z.object({ lifeAreaId: LifeAreaId, version: z.number() })
type OpeningSaved = z.infer<typeof OpeningSaved>

/** The period of the same area that was not closed. */
export const standingOf = (openings: readonly Opening[], area: Opening['area']): Opening | undefined =>
  openings.find(opening => opening.area === area && opening.closedOn === undefined)

/** Load and lock → decide → save → record: the same for every change of a period. */
export const changeOpening = async (
  context: CommandContext<z.infer<typeof OpeningKey>>,
  fields: readonly string[],
  decide: (opening: Opening, all: readonly Opening[]) => Decision<Opening>,
): Promise<Decision<OpeningSaved>> => {
  const { db, tenantId, memberId, now, input, record } = context
  const scope = { tenantId, participantId: input.participantId }
  const all = await lockOpenings(db, scope)
  const opening = found(
    all.find(each => each.id === input.lifeAreaId),
    'lifeArea',
  )
  if (opening.version !== input.version) return refuse('versionConflict', undefined, { current: { version: opening.version } })
  const decided = decide(opening, all)
  if (!decided.ok) return decided
  await updateOpening(db, scope, decided.value)
  if (decided.value.reason !== opening.reason || decided.value.until !== opening.until)
    await insertEarlierWords(db, scope, {
      ofId: opening.id,
      area: opening.area,
      version: opening.version,
      words: opening.reason,
      until: opening.until,
      replacedAt: now,
      replacedBy: memberId,
    })
  const version = opening.version + 1
  record({ entity: 'lifeArea', id: opening.id, version, fields })
  return accept({ lifeAreaId: opening.id, version })
}
