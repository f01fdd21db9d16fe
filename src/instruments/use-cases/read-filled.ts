import { z } from 'zod'
import { CalendarDay, FilledId, type ParticipantId, type TenantId } from '#kernel'
import type { Db } from '#platform'
import { Answers, type FilledInstrument } from '../domain/filled.ts'
import { textsOf, VersionedTexts } from '../domain/filled-view.ts'
import { type LadderMoment, rungOf } from '../domain/ladder.ts'
import { type InstrumentKind, type Localised, View } from '../domain/questionnaire.ts'
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

/** One finished web: what was graded, nothing of what was said beside it. */
export const WebMoment = z.object({ filledId: FilledId, on: CalendarDay, view: View, answers: Answers })
export type WebMoment = Readonly<z.infer<typeof WebMoment>>
export const OwnWebs = z.object({ texts: VersionedTexts, moments: z.array(WebMoment) })
export type OwnWebs = Readonly<z.infer<typeof OwnWebs>>

const MOST_WEBS = 2
/** The webs of the person's own view or filled together, the last and the one of the same kind before it, oldest first. */
const lastWebs = (all: readonly { readonly filled: FilledInstrument; readonly on: CalendarDay }[]) => {
  const webs = all
    .filter(({ filled }) => filled.kind === 'web' && filled.view !== 'coach')
    .toSorted((a, b) => a.on.localeCompare(b.on))
  const last = webs.at(-1)?.filled
  return webs.filter(({ filled }) => filled.view === last?.view && filled.key === last.key).slice(-MOST_WEBS)
}

/** For use cases that opened the slice `instruments`: the own webs as they were on a day. */
export const readOwnWebs = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  until?: CalendarDay,
): Promise<OwnWebs | undefined> => {
  const all = finished(await listFilledOf(db, { tenantId, participantId }))
  const webs = lastWebs(all.filter(({ on }) => until === undefined || on <= until))
  const last = webs.at(-1)
  if (last === undefined) return undefined
  return {
    texts: textsOf(await questionnaireFor(db, tenantId, last.filled)),
    moments: webs.map(({ filled: { id: filledId, view, answers }, on }) => ({ filledId, on, view, answers })),
  }
}
