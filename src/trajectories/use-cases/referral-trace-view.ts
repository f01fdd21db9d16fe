import { z } from 'zod'
import type { MembershipId } from '#kernel'
import type { MemberName, OrganisationName } from '#organisations'
import type { Referral } from '../domain/referral.ts'
import type { Side } from '../domain/referral-actions.ts'
import { type ReferralVersion, tellTrace, TRACED, type TracedField } from '../domain/referral-trace.ts'

const Stood = z.union([z.string(), z.boolean()]).nullable()
export const TraceEntry = z.object({
  at: z.iso.datetime(),
  byName: z.string(),
  reason: z.string(),
  changes: z.array(z.object({ field: z.enum(TRACED), was: Stood, became: Stood })),
})
export type TraceEntry = z.infer<typeof TraceEntry>

/** How it came to the organisation that has it now. */
export const Handover = z.object({
  at: z.iso.datetime(),
  byName: z.string(),
  fromName: z.string(),
  /** After an intake, by the organisation that had it; otherwise the municipality sent it elsewhere. */
  passedOn: z.boolean(),
  words: z.string(),
})

interface Names {
  readonly members: ReadonlyMap<MembershipId, MemberName>
  readonly organisations: readonly OrganisationName[]
}

const ORGANISATIONS: readonly TracedField[] = ['organisationId', 'viaOrganisationId']

/** The municipality reads the whole trace; an organisation what was said since it has the referral, and how it came there. */
export const viewTrace = (referral: Referral, versions: readonly ReferralVersion[], side: Side, names: Names) => {
  const byName = (id: MembershipId): string => names.members.get(id)?.name ?? ''
  const nameOf = (id: z.infer<typeof Stood>): string => names.organisations.find(each => each.id === id)?.name ?? ''
  const told = tellTrace(referral, versions)
  const routedAt = told.findIndex(entry => entry.changes.some(change => change.field === 'organisationId'))
  const routing = told[routedAt]
  const shown = side === 'sender' || routedAt === -1 ? told : told.slice(0, routedAt)
  const trace = shown.map(({ replacedAt, replacedBy, reason, changes }): TraceEntry => ({
    at: replacedAt.toISOString(),
    byName: byName(replacedBy),
    reason,
    changes: changes.map(({ field, was, became }) =>
      ORGANISATIONS.includes(field)
        ? { field, was: was === null ? null : nameOf(was), became: became === null ? null : nameOf(became) }
        : { field, was, became },
    ),
  }))
  if (routing === undefined) return { trace }
  const handover: z.infer<typeof Handover> = {
    at: routing.replacedAt.toISOString(),
    byName: byName(routing.replacedBy),
    fromName: nameOf(routing.before.organisationId ?? null),
    passedOn: routing.changes.some(change => change.field === 'viaOrganisationId' && change.became !== null),
    words: routing.reason,
  }
  return { trace, handover }
}
