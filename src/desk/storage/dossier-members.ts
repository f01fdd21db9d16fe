import type { MembershipId, ParticipantId, TenantId } from '#kernel'
import { type Db, prepared } from '#platform'

type DossierViews = {
  readonly dossier_member: {
    readonly tenant_id: string
    readonly participant_id: string
    readonly id: string
    readonly name: string
    readonly role: string
    readonly function_title: string | null
    readonly organisation_name: string | null
  }
}

export interface DossierMember {
  readonly name: string
  readonly role: string
  readonly functionTitle: string | undefined
  readonly organisationName: string | undefined
}

const ofPerson = prepared<{ tenantId: TenantId; participantId: ParticipantId }>()((db, param) =>
  db
    .withTables<DossierViews>()
    .selectFrom('dossier_member')
    .select(['id', 'name', 'role', 'function_title', 'organisation_name'])
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId')),
)

export const listDossierMembers = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
): Promise<ReadonlyMap<MembershipId, DossierMember>> => {
  const rows = await ofPerson(db, { tenantId, participantId })
  return new Map(
    rows.map(row => [
      row.id as MembershipId,
      {
        name: row.name,
        role: row.role,
        functionTitle: row.function_title ?? undefined,
        organisationName: row.organisation_name ?? undefined,
      },
    ]),
  )
}
