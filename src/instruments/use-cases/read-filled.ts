import type { CalendarDay, FilledId, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import type { FilledInstrument } from '../domain/filled.ts'
import { type LadderMoment, rungOf } from '../domain/ladder.ts'
import type { InstrumentKind, View } from '../domain/questionnaire.ts'
import { listFilledOf } from '../storage/filled.ts'

/** That something was filled in, and when: nothing of what was answered. */
export interface FinishedInstrument {
  readonly filledId: FilledId
  readonly key: string
  readonly kind: InstrumentKind
  readonly view: View
  readonly on: CalendarDay
}

const finished = (all: readonly FilledInstrument[]) =>
  all.flatMap(filled =>
    filled.state === 'finished' && filled.finishedOn !== undefined ? [{ filled, on: filled.finishedOn }] : [],
  )

/** For use cases that opened the slice `instruments`: the ladders of both views, oldest first. */
export const readLadder = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly LadderMoment[]> => {
  const all = await listFilledOf(db, { tenantId, participantId })
  return finished(all)
    .flatMap(({ filled, on }): readonly LadderMoment[] => {
      if (filled.kind !== 'ladder') return []
      const current = rungOf(filled.answers, 'now')
      if (current === undefined) return []
      const potential = rungOf(filled.answers, 'nextYear')
      const { id, occasionId, view } = filled
      return [{ filledId: id, occasionId, on, view, current, ...(potential === undefined ? {} : { potential }) }]
    })
    .toSorted((a, b) => a.on.localeCompare(b.on))
}

/** For use cases that opened the slice `instruments`: what was finished, oldest first. */
export const readFinishedInstruments = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<readonly FinishedInstrument[]> => {
  const all = await listFilledOf(db, { tenantId, participantId })
  return finished(all)
    .map(({ filled: { id, key, kind, view }, on }) => ({ filledId: id, key, kind, view, on }))
    .toSorted((a, b) => a.on.localeCompare(b.on))
}
