import { z } from 'zod'
import { accept, AgreementId, CalendarDay, type Decision, freeText, lineText, MembershipId, refuse } from '#kernel'
import { groundsOn } from './agreement-ground.ts'

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
  /** On which terms: what has to be so for it. */
  terms: freeText(1_000).default(''),
  /** The duty in law that it is tied to; without it the agreement is voluntary. */
  tiedTo: lineText(40).optional(),
  until: CalendarDay.optional(),
  /** Only what is marked is seen by the municipality's contact person. */
  forMunicipality: z.boolean().default(false),
})
export type AgreementFields = Readonly<z.infer<typeof AgreementFields>>
export const OutcomeWords = freeText(1_000)

const base = z.object({
  id: AgreementId,
  promisedBy: Promiser,
  promisedByName: z.string().optional(),
  words: z.string(),
  terms: z.string(),
  tiedTo: z.string().optional(),
  until: CalendarDay.optional(),
  forMunicipality: z.boolean(),
  madeOn: CalendarDay,
  madeBy: MembershipId,
  version: z.int().positive(),
})
const open = base.extend({ state: z.literal('open') })
const kept = base.extend({ state: z.literal('kept') })
const notKept = base.extend({ state: z.literal('notKept') })
const withdrawn = base.extend({ state: z.literal('withdrawn') })

/** A promise of one side to the other, without what each says of it. */
export const AgreementRecord = z.discriminatedUnion('state', [open, kept, notKept, withdrawn])
export type AgreementRecord = Readonly<z.infer<typeof AgreementRecord>>
export type AgreementState = AgreementRecord['state']

export const SIDES = ['guide', 'participant'] as const
/** Who says how it went: who guides, or the person. */
export const Side = z.enum(SIDES)
export type Side = z.infer<typeof Side>

/** What one side says of an agreement. Two sides may differ; both are kept. */
export const Said = z.object({
  side: Side,
  outcome: AgreementOutcome,
  words: z.string(),
  saidOn: CalendarDay,
  saidBy: MembershipId,
})
export type Said = Readonly<z.infer<typeof Said>>

const said = { said: z.array(Said).readonly() }
export const Agreement = z.discriminatedUnion('state', [
  open.extend(said),
  kept.extend(said),
  notKept.extend(said),
  withdrawn.extend(said),
])
export type Agreement = Readonly<z.infer<typeof Agreement>>

/** The person says of what others promised whether it was kept; the own promises are talked about together. */
export const isPromiseOfOthers = (agreement: Pick<AgreementRecord, 'promisedBy'>): boolean =>
  agreement.promisedBy !== 'participant'

/** A new tie is to a duty that is in force; an older one may stay as it was made. */
export const mayBeTied = (tiedTo: string | undefined, today: CalendarDay, before?: string): Decision<undefined, 'invalidInput'> =>
  tiedTo === undefined || tiedTo === before || groundsOn(today).some(ground => ground.key === tiedTo)
    ? accept(undefined)
    : refuse('invalidInput', 'tiedTo', { reason: 'notInForce' })

/** What stands when one side takes back what it said: what the other says, or nothing yet. */
export const stateWithout = (agreement: Pick<Agreement, 'said'>, side: Side): AgreementState =>
  agreement.said.find(other => other.side !== side)?.outcome ?? 'open'
