export type ContactsTables = {
  readonly note: {
    tenant_id: string
    id: string
    participant_id: string
    words: string
    kind: string
    happened_on: string
    written_at: Date
    written_by: string
    version: number
  }
  readonly note_version: {
    tenant_id: string
    note_id: string
    version: number
    participant_id: string
    words: string
    replaced_at: Date
    replaced_by: string
  }
  readonly appointment: {
    tenant_id: string
    id: string
    participant_id: string
    membership_id: string
    kind: string
    starts_at: Date
    minutes: number
    place: string | null
    review_id: string | null
    came_from_membership_id: string | null
    state: string
    version: number
  }
}
