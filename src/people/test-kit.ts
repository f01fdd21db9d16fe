import {
  type CalendarDay,
  foldText,
  type MembershipId,
  newId,
  type OrganisationId,
  type ParticipantId,
  type TenantId,
} from '#kernel'
import type { TestHouse } from '#organisations/test-kit'
import { COORDINATOR_REACH, type Reach, SELF_REACH } from '#sharing'
import { configureBsn } from './bsn-box.ts'

configureBsn('a secret for tests only, long enough')

export interface TestPerson {
  readonly callName: string
  readonly surname: string
  readonly birthDate: CalendarDay
}

/** A participant that is known in the municipality; nobody reaches the dossier yet. */
export const aParticipant = async (
  house: TestHouse,
  tenantId: TenantId,
  person: Partial<TestPerson> = {},
): Promise<ParticipantId> => {
  const id = newId<ParticipantId>()
  const { callName = 'Selam', surname = 'Tesfay', birthDate = '1988-04-12' as CalendarDay } = person
  await house.owner.query('insert into participant (tenant_id, participant_id, call_name) values ($1, $2, $3)', [
    tenantId,
    id,
    callName,
  ])
  await house.owner.query(
    'insert into participant_identity (tenant_id, participant_id, surname, birth_date, folded_name) values ($1, $2, $3, $4, $5)',
    [tenantId, id, surname, birthDate, foldText(`${callName} ${surname}`)],
  )
  await house.owner.query('insert into participant_contact (tenant_id, participant_id) values ($1, $2)', [tenantId, id])
  return id
}

/** Opens a reach on the dossier, as a referral or a share would. */
export const reaching = async (
  house: TestHouse,
  tenantId: TenantId,
  participantId: ParticipantId,
  grantee: { readonly membershipId: MembershipId } | { readonly organisationId: OrganisationId },
  reach: Reach = COORDINATOR_REACH,
): Promise<void> => {
  await house.owner.query(
    `insert into access_grant (tenant_id, id, participant_id, membership_id, organisation_id, reads, writes, ground, legal_basis, purpose, valid_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'test', 'test', current_date - 1)`,
    [
      tenantId,
      newId(),
      participantId,
      'membershipId' in grantee ? grantee.membershipId : null,
      'membershipId' in grantee ? null : grantee.organisationId,
      reach.reads,
      reach.writes,
      reach === SELF_REACH ? 'self' : 'trajectory',
    ],
  )
}
