import type { MembershipId, OrganisationId, ParticipantId, TenantId, UserId } from '#kernel'

export const ROLES = [
  'coach',
  'serviceplein',
  'workcoach',
  'kernteam',
  'teamondersteuning',
  'sociaalteam',
  'partner',
  'netwerkcoach',
  'planner',
  'beleid',
  'beheer',
  'participant',
] as const
export type Role = (typeof ROLES)[number]

/**
 * Each table with personal rows belongs to exactly one slice; a grant names slices. `own_placements` is not granted:
 * it opens, for a partner, the placements at its own offers.
 */
export const SLICES = [
  'name',
  'identity',
  'bsn',
  'contact',
  'referral',
  'trajectory',
  'plan',
  'agreements',
  'placements',
  'own_placements',
  'notes',
  'appointments',
  'instruments',
  'money',
  'signals',
  'safety',
  'family',
  'log',
  'sharing',
] as const
export type Slice = (typeof SLICES)[number]

/** Who asks: a member of an organisation in one municipality, or a participant with an own sign-in. */
export interface Actor {
  readonly tokenHash: string
  readonly userId: UserId
  readonly membershipId: MembershipId
  readonly tenantId: TenantId
  readonly tenantName: string
  readonly organisationId: OrganisationId | undefined
  readonly organisationName: string | undefined
  readonly role: Role
  readonly name: string
  readonly email: string
  /** The dossier of a participant's own sign-in. */
  readonly participantId: ParticipantId | undefined
  readonly language: string
  /** How many memberships this person has: more than one shows the switcher. */
  readonly memberships: number
  readonly via: 'session' | 'token'
}

/** Jobs and demo data: no person; carries its municipality and opens only what its use case declares. */
export interface SystemActor {
  readonly role: 'system'
  readonly tenantId: TenantId
  readonly name: string
  /** In whose name a demo story or an import from the command line is written. */
  readonly onBehalfOf?: MembershipId
}
