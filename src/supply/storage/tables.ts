/** Columns that are jsonb go in as JSON text and come out as values. */
type Json = unknown

export type SupplyTables = {
  readonly offer: {
    tenant_id: string
    id: string
    organisation_id: string | null
    organisation_name: string
    name: string
    kind: string
    description: string
    areas: readonly string[]
    postcode: string | null
    place: string | null
    address: string | null
    capacity: number | null
    free_stated: number | null
    free_stated_on: string | null
    last_confirmed_on: string | null
    last_confirmed_precision: string | null
    last_confirmed_by: string | null
    details: Json
    sources: Json
    identity_key: string
    corrected_fields: readonly string[]
    state: string
    merged_into: string | null
    survivor_id: string | null
    version: number
    updated_at: Date
  }
  readonly offer_version: {
    tenant_id: string
    offer_id: string
    version: number
    fields: Json
    replaced_at: Date
    replaced_by: string | null
    cause: string
  }
  readonly supply_import: {
    tenant_id: string
    id: string
    source: string
    file_name: string
    state: string
    recognised: Json
    mapping: Json
    read_on: string
    planned_at: Date | null
    summary: Json
    rows_total: number
    rows_done: number
    result: Json
    applied_at: Date | null
    created_by: string
    created_by_name: string
    created_at: Date
    version: number
  }
  readonly supply_import_row: {
    tenant_id: string
    import_id: string
    row_number: number
    line: number
    cells: Json
    corrections: Json
    outcome: string | null
    plan: string | null
    offer_id: string | null
    changes: Json
    double_of_row: number | null
    double_of_offer: string | null
    decision: string | null
    double_decision: string | null
    result: string | null
  }
  readonly offer_kept_apart: {
    tenant_id: string
    offer_id: string
    other_id: string
    decided_by: string
    decided_at: Date
  }
  readonly postcode_point: { tenant_id: string; postcode: string; lat: number; lon: number; source: string }
}
