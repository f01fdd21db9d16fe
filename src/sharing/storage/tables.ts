export type SharingTables = {
  readonly access_grant: {
    tenant_id: string
    id: string
    participant_id: string
    membership_id: string | null
    organisation_id: string | null
    reads: readonly string[]
    writes: readonly string[]
    ground: string
    legal_basis: string
    purpose: string
    valid_from: string
    valid_until: string | null
    revoked_at: Date | null
    created_by: string | null
    created_at: Date
    version: number
  }
  readonly paper_invitation: {
    tenant_id: string
    id: string
    participant_id: string
    membership_id: string
    code_hash: Buffer
    language: string
    made_by: string
    made_at: Date
    expires_on: string
    tries: number
    used_at: Date | null
    withdrawn_at: Date | null
    version: number
  }
  readonly access_line: {
    tenant_id: string
    participant_id: string
    id: string
    at: Date
    membership_id: string | null
    organisation_id: string | null
    role: string
    use_case: string
    kind: 'read' | 'write'
    slices: readonly string[]
    outcome: string
  }
}
