import type { ColumnType } from 'kysely'

export type PlansTables = {
  readonly plan_line: {
    tenant_id: string
    participant_id: string
    line: string
  }
  readonly wish: {
    tenant_id: string
    id: string
    participant_id: string
    kind: string
    words: string
    language: string
    said_on: string
    written_by: string
    archived_at: Date | null
    version: number
  }
  readonly practical: {
    tenant_id: string
    participant_id: string
    day_parts: readonly string[]
    max_distance_km: number | null
    travel_mode: string | null
    dutch_level: string | null
    languages: readonly string[]
    energy: string | null
    needs_childcare: boolean | null
    max_cost_cents: number | null
    remarks: string | null
    version: number
  }
  readonly goal: {
    tenant_id: string
    id: string
    participant_id: string
    wish_id: string | null
    area: string
    title: string
    language: string
    until: string | null
    state: string
    closed_on: string | null
    archive_reason: string | null
    archive_words: string
    position: number
    focused_at: Date | null
    recognition_kind: string | null
    recognition: string | null
    recognition_option_id: string | null
    recognition_cents: number | null
    recognition_counts_as: string | null
    recognition_before: ColumnType<unknown, string | null | undefined, string | null>
    version: number
  }
  readonly step: {
    tenant_id: string
    id: string
    participant_id: string
    goal_id: string
    title: string
    language: string
    who: string
    who_name: string | null
    planned_on: string | null
    planned_at: string | null
    place: string | null
    help_what: string | null
    help_from: string | null
    recognition_kind: string
    recognition: string
    recognition_option_id: string | null
    recognition_cents: number | null
    recognition_counts_as: string | null
    recognition_before: ColumnType<unknown, string | null | undefined, string | null>
    state: string
    answered_at: Date | null
    answered_by: string | null
    own_words: string | null
    smaller_than: string | null
    position: number
    version: number
  }
  readonly recognition_given: {
    tenant_id: string
    id: string
    participant_id: string
    step_id: string | null
    goal_id: string | null
    kind: string
    words: string
    value_cents: number | null
    counts_as: string
    given_at: Date
    given_by: string
    seen_at: Date | null
    handed_on: string | null
    handed_by: string | null
    budget_id: string | null
    version: number
  }
  readonly unmet_wish: {
    tenant_id: string
    id: string
    participant_id: string
    goal_id: string
    area: string
    words: string
    what_lacks: string
    noted_on: string
    noted_by: string
    resolved_on: string | null
  }
  readonly agreement: {
    tenant_id: string
    id: string
    participant_id: string
    promised_by: string
    promised_by_name: string | null
    words: string
    terms: string
    tied_to: string | null
    until: string | null
    for_municipality: boolean
    state: string
    made_on: string
    made_by: string
    version: number
  }
  readonly recognition_option: {
    tenant_id: string
    id: string
    kind: string
    words: string
    value_cents: number | null
    counts_as: string
    archived_at: Date | null
    version: number
  }
  readonly recognition_budget: {
    tenant_id: string
    id: string
    year: number
    organisation_id: string | null
    amount_cents: number
    spent_cents: number
    version: number
  }
  readonly agreement_said: {
    tenant_id: string
    agreement_id: string
    side: string
    participant_id: string
    outcome: string
    words: string
    said_on: string
    said_by: string
  }
  readonly reciprocity: {
    tenant_id: string
    id: string
    participant_id: string
    words: string
    language: string
    hours_per_week: number | null
    said_on: string
    written_by: string
    archived_at: Date | null
    version: number
  }
  readonly placement: {
    tenant_id: string
    id: string
    participant_id: string
    offer_id: string
    offer_organisation_id: string | null
    goal_id: string | null
    area: string
    kind: string
    state: string
    since: string
    starts_on: string | null
    until: string | null
    waiting_since: Date | null
    reasons: unknown
    outcome: string | null
    outcome_words: string | null
    made_by: string
    version: number
  }
  readonly allowance_payment: {
    tenant_id: string
    id: string
    participant_id: string
    organisation_id: string | null
    organisation_name: string
    by_payer: ColumnType<boolean, boolean | undefined>
    talk_first: ColumnType<boolean, boolean | undefined>
    paid_on: string
    amount_cents: number
    kind: string
    hours: number | null
    words: string
    state: ColumnType<string, string | undefined, string>
    entered_by: string
    entered_at: Date
    version: ColumnType<number, number | undefined, number>
  }
  readonly allowance_payment_version: {
    tenant_id: string
    payment_id: string
    version: number
    participant_id: string
    fields: string
    why: string
    replaced_at: Date
    replaced_by: string
    by_payer: ColumnType<boolean, boolean | undefined>
  }
  readonly work_placement: {
    tenant_id: string
    id: string
    participant_id: string
    kind: string
    placement_id: string | null
    workplace: string
    tasks: string
    hours_per_week: number | null
    day_parts: readonly string[]
    starts_on: string
    ends_on: string | null
    extensions: number
    state: string
    ended_on: string | null
    outcome: string | null
    outcome_words: string
    why_longer: string
    handled: readonly string[]
    made_by: string
    created_at: Date
    version: number
  }
}

/** Where a row stands: in this municipality, in this dossier. */
export type Scope = {
  readonly tenantId: string
  readonly participantId: string
}
