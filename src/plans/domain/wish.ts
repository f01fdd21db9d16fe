import { z } from 'zod'
import { CalendarDay, freeText, Language, MembershipId, WishId } from '#kernel'

export const WISH_KINDS = ['wish', 'strength'] as const
/** A wish is what somebody wants; a strength is what somebody is good at or enjoys. */
export const WishKind = z.enum(WISH_KINDS)
export type WishKind = z.infer<typeof WishKind>

/** As said: kept in the person's own words and language, never translated or corrected. */
export const OwnWords = freeText(2_000, 1)

export const Wish = z.object({
  id: WishId,
  kind: WishKind,
  words: z.string(),
  language: Language,
  saidOn: CalendarDay,
  writtenBy: MembershipId,
  archived: z.boolean(),
  version: z.int().positive(),
})
export type Wish = Readonly<z.infer<typeof Wish>>
