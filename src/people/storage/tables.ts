export type PeopleTables = {
  readonly participant: {
    tenant_id: string
    participant_id: string
    call_name: string
    version: number
    created_at: Date
  }
  readonly participant_identity: {
    tenant_id: string
    participant_id: string
    surname: string
    birth_date: string
    sex: string | null
    folded_name: string
    version: number
  }
  readonly participant_bsn: {
    tenant_id: string
    participant_id: string
    bsn_encrypted: Buffer
    bsn_hash: Buffer
    version: number
  }
  readonly participant_contact: {
    tenant_id: string
    participant_id: string
    phone: string | null
    email: string | null
    address: string | null
    postcode: string | null
    place: string | null
    language: string
    interpreter: boolean
    channels: readonly string[]
    preferences: string | null
    version: number
  }
  readonly participant_story: {
    tenant_id: string
    participant_id: string
    words: string
    language: string
    told_at: Date
    version: number
  }
  readonly correction: {
    tenant_id: string
    id: string
    participant_id: string
    about: string
    words: string
    language: string
    state: string
    asked_at: Date
    outcome: string | null
    answer: string
    answered_at: Date | null
    answered_by: string | null
    version: number
  }
}
