import { z } from 'zod'
import { CalendarDay, freeText, lineText, MembershipId, OrganisationId, PaymentId } from '#kernel'

export const PAYMENT_KINDS = ['allowance', 'actualCosts'] as const
/** `actualCosts`: nothing but what somebody spent and can prove; it does not count for the limits. */
export const PaymentKind = z.enum(PAYMENT_KINDS)
export type PaymentKind = z.infer<typeof PaymentKind>

/** Whole cents; far above any allowance, and within what a column holds. */
const Amount = z.int().min(1).max(1_000_000)

/** What the payer itself says of a payment. */
export const PaidFields = z.object({
  paidOn: CalendarDay,
  amountCents: Amount,
  kind: PaymentKind,
  /** For how many hours, when that was the measure. */
  hours: z.number().positive().max(744).optional(),
  words: freeText(500).default(''),
})
export type PaidFields = Readonly<z.infer<typeof PaidFields>>

export const PaymentFields = PaidFields.extend({
  /** The payer, when it works in the municipality. */
  organisationId: OrganisationId.optional(),
  /** Needed when the payer is not known here. */
  organisationName: lineText(120).optional(),
})
export type PaymentFields = Readonly<z.infer<typeof PaymentFields>>

export const Payment = z.object({
  id: PaymentId,
  paidOn: CalendarDay,
  amountCents: z.int(),
  kind: PaymentKind,
  hours: z.number().optional(),
  words: z.string(),
  organisationId: OrganisationId.optional(),
  organisationName: z.string(),
  state: z.enum(['paid', 'withdrawn']),
  enteredBy: MembershipId,
  /** The organisation that paid entered it itself. */
  byPayer: z.boolean(),
  version: z.int().positive(),
})
export type Payment = Readonly<z.infer<typeof Payment>>

/** A limit in law on one day; what is not known is not guessed. */
export const Ceiling = z.discriminatedUnion('state', [
  z.object({ state: z.literal('known'), value: z.number(), source: z.string(), mark: z.enum(['verified', 'checkLocally']) }),
  z.object({ state: z.literal('notSet') }),
])
export type Ceiling = Readonly<z.infer<typeof Ceiling>>

/** The limits that hold on one day. */
export interface AllowanceLimits {
  readonly month: Ceiling
  readonly year: Ceiling
  readonly hour: Ceiling
  readonly hourYoung: Ceiling
  /** From this age on the full hourly amount. */
  readonly hourAge: Ceiling
  /** Below this age every allowance counts (Participatiewet article 31, paragraph 5). */
  readonly countsBelowAge: Ceiling
}
export type LimitsOn = (day: CalendarDay) => AllowanceLimits

/** From this share of a limit on, in percent, it is said that it comes near. */
export const NEAR_PERCENT = 80

/** What counts for the month and year limits. */
export const countsForLimits = (payment: Pick<Payment, 'state' | 'kind'>): boolean =>
  payment.state === 'paid' && payment.kind === 'allowance'
