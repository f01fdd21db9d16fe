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
}
