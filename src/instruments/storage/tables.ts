export type InstrumentsTables = {
  readonly instrument_version: {
    tenant_id: string
    key: string
    version: number
    state: string
    content: unknown
    file_name: string
    loaded_by: string
    loaded_at: Date
  }
  readonly filled_instrument: {
    tenant_id: string
    id: string
    participant_id: string
    occasion_id: string
    instrument_key: string
    instrument_version: number
    kind: string
    view: string
    state: string
    answers: unknown
    marks: readonly string[]
    said: unknown
    started_at: Date
    started_by: string
    finished_on: string | null
    version: number
  }
  readonly filled_instrument_earlier: {
    tenant_id: string
    filled_id: string
    version: number
    participant_id: string
    instrument_version: number
    answers: unknown
    marks: readonly string[]
    said: unknown
    replaced_at: Date
    replaced_by: string
  }
}

/** Where a row stands: in this municipality, in this dossier. */
export interface Scope {
  readonly tenantId: string
  readonly participantId: string
}
