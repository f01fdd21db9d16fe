import { z } from 'zod'
import { accept, CalendarDay, type Decision, freeText, Language, LifeAreaId, LifeAreaNoteId, MembershipId, refuse } from '#kernel'

/**
 * Parts of life beside work and spare time. They come up only when they stand in the way: each is shut, and opened one by
 * one, for a reason and until a day.
 */
export const LIFE_AREAS = [
  'finances',
  'housing',
  'health',
  'mentalHealth',
  'addiction',
  'parenting',
  'homeRelations',
  'justice',
] as const
export const LifeArea = z.enum(LIFE_AREAS)
export type LifeArea = z.infer<typeof LifeArea>

export const OpeningFields = z.object({
  /** Why it is needed for the wish. */
  reason: freeText(1_000, 1),
  /** The last day on which it is open. */
  until: CalendarDay,
})
export type OpeningFields = Readonly<z.infer<typeof OpeningFields>>

export const OWN_WORDS = freeText(1_000, 1)

/** One period in which a life area is open. */
export const Opening = z.object({
  id: LifeAreaId,
  area: LifeArea,
  ...OpeningFields.shape,
  openedOn: CalendarDay,
  openedBy: MembershipId,
  closedOn: CalendarDay.optional(),
  /** What the person has against it, in own words. */
  objection: z.object({ words: z.string(), language: Language, on: CalendarDay }).optional(),
  answer: z.object({ words: z.string(), on: CalendarDay, by: MembershipId }).optional(),
  version: z.int().positive(),
})
export type Opening = Readonly<z.infer<typeof Opening>>

export const LifeAreaNote = z.object({
  id: LifeAreaNoteId,
  area: LifeArea,
  words: z.string(),
  writtenAt: z.iso.datetime(),
  writtenBy: MembershipId,
  version: z.int().positive(),
})
export type LifeAreaNote = Readonly<z.infer<typeof LifeAreaNote>>

export const OPENING_STATES = ['open', 'expired', 'closed'] as const
export type OpeningState = (typeof OPENING_STATES)[number]

/** The day itself is the last one on which it is open. */
export const stateOn = ({ until, closedOn }: Pick<Opening, 'until' | 'closedOn'>, day: CalendarDay): OpeningState =>
  closedOn !== undefined ? 'closed' : until < day ? 'expired' : 'open'

/** What may be done now, by whom writes (the coach) or whom it is about. */
export const OPENING_ACTIONS = {
  open: ['amend', 'close', 'note', 'object', 'answer'],
  expired: ['object', 'answer'],
  closed: ['object', 'answer', 'reopen'],
} as const satisfies Readonly<Record<OpeningState, readonly string[]>>
export type OpeningAction = (typeof OPENING_ACTIONS)[OpeningState][number]

export const canDoOn = (state: OpeningState, action: OpeningAction): boolean =>
  (OPENING_ACTIONS[state] as readonly OpeningAction[]).includes(action)

const able = (opening: Opening, action: OpeningAction, day: CalendarDay): Decision<undefined, 'notPossibleNow'> => {
  const state = stateOn(opening, day)
  return canDoOn(state, action)
    ? accept(undefined)
    : refuse('notPossibleNow', undefined, { state, reason: `lifeArea.${state}.${action}` })
}

const untilFrom = (fields: OpeningFields, today: CalendarDay): Decision<OpeningFields> =>
  fields.until < today ? refuse('invalidInput', 'until', { reason: 'inPast' }) : accept(fields)

/** `standing`: the period of this area that was not closed, if there is one; when it has expired it makes room. */
export const openArea = (standing: Opening | undefined, fields: OpeningFields, today: CalendarDay): Decision<OpeningFields> =>
  standing !== undefined && stateOn(standing, today) === 'open' ? refuse('alreadyDone', 'area') : untilFrom(fields, today)

export const amendOpening = (opening: Opening, fields: OpeningFields, today: CalendarDay): Decision<Opening> => {
  const allowed = able(opening, 'amend', today)
  if (!allowed.ok) return allowed
  const checked = untilFrom(fields, today)
  return checked.ok ? accept({ ...opening, ...checked.value }) : checked
}

export const closeArea = (opening: Opening, today: CalendarDay): Decision<Opening> => {
  const allowed = able(opening, 'close', today)
  return allowed.ok ? accept({ ...opening, closedOn: today }) : allowed
}

/** Takes back the closing; after its last day an area is opened anew, with a reason. */
export const reopenArea = (opening: Opening, standing: Opening | undefined, today: CalendarDay): Decision<Opening> => {
  const allowed = able(opening, 'reopen', today)
  if (!allowed.ok) return allowed
  if (standing !== undefined || opening.until < today) return refuse('notPossibleNow', undefined, { state: 'closed' })
  const { closedOn: _closedOn, ...open } = opening
  return accept(open)
}

export const objectTo = (
  opening: Opening,
  objection: { readonly words: string; readonly language: Language },
  today: CalendarDay,
): Decision<Opening> => {
  const allowed = able(opening, 'object', today)
  if (!allowed.ok) return allowed
  // New words ask for a new answer.
  const { answer: _answer, ...asked } = opening
  return accept({ ...asked, objection: { ...objection, on: today } })
}

export const withdrawObjection = (opening: Opening): Decision<Opening> => {
  if (opening.objection === undefined) return refuse('notPossibleNow', undefined, { state: 'noObjection' })
  const { objection: _objection, answer: _answer, ...rest } = opening
  return accept(rest)
}

export const answerObjection = (
  opening: Opening,
  answer: { readonly words: string; readonly by: MembershipId },
  today: CalendarDay,
): Decision<Opening> =>
  opening.objection === undefined
    ? refuse('notPossibleNow', undefined, { state: 'noObjection' })
    : accept({ ...opening, answer: { ...answer, on: today } })

/** A note is written and amended while its area is open. */
export const mayNote = (opening: Opening, day: CalendarDay): Decision<undefined, 'notPossibleNow'> => able(opening, 'note', day)
