import type { CalendarDay, FilledId, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import type { FilledInstrument } from '../domain/filled.ts'
import { type LadderMoment, rungOf } from '../domain/ladder.ts'
import type { InstrumentKind, Localised, View } from '../domain/questionnaire.ts'
import { listFilledOf } from '../storage/filled.ts'
import { questionnaireFor } from './parts.ts'

/** That something was filled in, and when: nothing of what was answered. */
export interface FinishedInstrument {
  readonly filledId: FilledId
  readonly key: string
  readonly title: Localised
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
  const all = finished(await listFilledOf(db, { tenantId, participantId }))
  const questionnaires = await Promise.all(all.map(({ filled }) => questionnaireFor(db, tenantId, filled)))
  return all
    .flatMap(({ filled: { id, key, kind, view }, on }, at): readonly FinishedInstrument[] => {
      const title = questionnaires[at]?.title
      return title === undefined ? [] : [{ filledId: id, key, title, kind, view, on }]
    })
    .toSorted((a, b) => a.on.localeCompare(b.on))
}
