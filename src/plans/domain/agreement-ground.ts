import { z } from 'zod'
import { CalendarDay, Law } from '#kernel'
import data from './agreement-grounds.json' with { type: 'json' }

const Words = z.object({ nl: z.string(), en: z.string() })

/** A duty in law that an agreement may be tied to, with the days on which it is in force and where that was read. */
const Ground = z.object({
  key: z.string(),
  law: Law,
  article: Words,
  about: Words,
  from: CalendarDay,
  until: CalendarDay.nullable(),
  source: z.string(),
})
export type AgreementGround = Readonly<z.infer<typeof Ground>>

const GROUNDS: readonly AgreementGround[] = z.array(Ground).parse(data)

/** The duties that are in force on this day. */
export const groundsOn = (day: CalendarDay): readonly AgreementGround[] =>
  GROUNDS.filter(ground => ground.from <= day && (ground.until === null || day <= ground.until))

/** Also one that is no longer in force: an agreement that was made under it keeps its name. */
export const groundOf = (key: string | undefined): AgreementGround | undefined => GROUNDS.find(ground => ground.key === key)
