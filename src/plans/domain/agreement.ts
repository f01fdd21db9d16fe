import { z } from 'zod'
import { AgreementId, CalendarDay, freeText, lineText, MembershipId } from '#kernel'

export const PROMISERS = ['participant', 'coach', 'municipality', 'other'] as const
/** Which side promises; agreements bind both. */
export const Promiser = z.enum(PROMISERS)
export type Promiser = z.infer<typeof Promiser>

export const AGREEMENT_OUTCOMES = ['kept', 'notKept', 'withdrawn'] as const
export const AgreementOutcome = z.enum(AGREEMENT_OUTCOMES)
export type AgreementOutcome = z.infer<typeof AgreementOutcome>

export const AgreementFields = z.object({
  promisedBy: Promiser,
  promisedByName: lineText(100).optional(),
  words: freeText(2_000, 1),
  until: CalendarDay.optional(),
  /** Only what is marked is seen by the municipality's contact person. */
  forMunicipality: z.boolean().default(false),
})
export type AgreementFields = Readonly<z.infer<typeof AgreementFields>>

const base = z.object({
  id: AgreementId,
  promisedBy: Promiser,
  promisedByName: z.string().optional(),
  words: z.string(),
  until: CalendarDay.optional(),
  forMunicipality: z.boolean(),
  madeOn: CalendarDay,
  madeBy: MembershipId,
  version: z.int().positive(),
})

/** A promise of one side to the other. */
export const Agreement = z.discriminatedUnion('state', [
  base.extend({ state: z.literal('open') }),
  base.extend({ state: z.literal('kept') }),
  base.extend({ state: z.literal('notKept') }),
  base.extend({ state: z.literal('withdrawn') }),
])
export type Agreement = Readonly<z.infer<typeof Agreement>>
export type AgreementState = Agreement['state']
