import { z } from 'zod'
import { CalendarDay, LifeAreaId, type MembershipId, type TenantId } from '#kernel'
import { memberNames } from '#organisations'
import type { Db } from '#platform'
import { LifeArea, type Opening, OPENING_STATES, Opening as OpeningFields, stateOn } from '../domain/life-area.ts'
import type { PastOpening } from '../storage/life-areas.ts'

/** A period as a reader sees it. Of one that is over, a coach learns that it was there, not why. */
export const OpeningView = z.object({
  id: LifeAreaId,
  area: LifeArea,
  state: z.enum(OPENING_STATES),
  openedOn: CalendarDay,
  until: CalendarDay,
  closedOn: CalendarDay.optional(),
  reason: z.string().optional(),
  openedByName: z.string().optional(),
  objection: OpeningFields.shape.objection,
  answer: z.object({ words: z.string(), on: CalendarDay, byName: z.string() }).optional(),
  version: z.number(),
})
export type OpeningView = Readonly<z.infer<typeof OpeningView>>

type Names = ReadonlyMap<string, { readonly name: string }>

export const namesFor = (db: Db, tenantId: TenantId, openings: readonly Opening[]): Promise<Names> =>
  memberNames(db, tenantId, [
    ...new Set<MembershipId>(
      openings.flatMap(({ openedBy, answer }) => [openedBy, ...(answer === undefined ? [] : [answer.by])]),
    ),
  ])

export const viewOpening = (opening: Opening, names: Names, today: CalendarDay): OpeningView => {
  const { id, area, openedOn, until, closedOn, reason, objection, answer, version } = opening
  return {
    ...{ id, area, openedOn, until, reason, version, state: stateOn(opening, today) },
    openedByName: names.get(opening.openedBy)?.name ?? '',
    ...(closedOn === undefined ? {} : { closedOn }),
    ...(objection === undefined ? {} : { objection }),
    ...(answer === undefined ? {} : { answer: { words: answer.words, on: answer.on, byName: names.get(answer.by)?.name ?? '' } }),
  }
}

export const viewPast = (past: PastOpening, today: CalendarDay): OpeningView => {
  const { id, area, openedOn, until, closedOn, version } = past
  return { id, area, openedOn, until, version, state: stateOn(past, today), ...(closedOn === undefined ? {} : { closedOn }) }
}
