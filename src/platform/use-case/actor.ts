import type { MembershipId, OrganisationId, ParticipantId, Role, TenantId, UserId } from '#kernel'

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
