import { z } from 'zod'
import { accept, addDays, CalendarDay, type Decision, Language, MembershipId, PaperInvitationId, refuse } from '#kernel'

/** Long enough to come by and be helped with it, short enough that a lost letter is soon worth nothing. */
const DAYS = 14
/** Wrong birthdays after which a letter is worth nothing; `auth.redeem_paper` counts them. */
const MOST_TRIES = 5

export const PaperInvitation = z.object({
  id: PaperInvitationId,
  membershipId: MembershipId,
  language: Language,
  madeOn: CalendarDay,
  expiresOn: CalendarDay,
  tries: z.int(),
  usedOn: CalendarDay.optional(),
  withdrawnOn: CalendarDay.optional(),
  version: z.int().positive(),
})
export type PaperInvitation = Readonly<z.infer<typeof PaperInvitation>>

export const PAPER_STATES = ['open', 'used', 'withdrawn', 'expired', 'blocked'] as const
export type PaperState = (typeof PAPER_STATES)[number]

/** The last day on which a letter that is made today lets in. */
export const lastDayOf = (madeOn: CalendarDay): CalendarDay => addDays(madeOn, DAYS)

export const paperStateOn = (letter: PaperInvitation, today: CalendarDay): PaperState => {
  if (letter.usedOn !== undefined) return 'used'
  if (letter.withdrawnOn !== undefined) return 'withdrawn'
  if (letter.tries >= MOST_TRIES) return 'blocked'
  return letter.expiresOn < today ? 'expired' : 'open'
}

/** Only a letter that still lets in can be printed or withdrawn. */
export const mustBeOpen = (letter: PaperInvitation, today: CalendarDay): Decision<undefined, 'notPossibleNow'> => {
  const state = paperStateOn(letter, today)
  return state === 'open' ? accept(undefined) : refuse('notPossibleNow', undefined, { state })
}
