import type { ParticipantId, TenantId } from '#kernel'

export type TrajectoriesTables = {
  readonly referral: {
    tenant_id: string
    id: string
    participant_id: string
    state: string
    trajectory_type: string
    law: string
    to_organisation_id: string
    from_membership_id: string
    reason: string
    wish_as_said: string
    wish_language: string
    voluntary: boolean
    sent_at: Date
    answer_by: string
    answered_at: Date | null
    answered_by: string | null
    rejection_reason: string | null
    question: string | null
    question_answer: string | null
    trajectory_id: string | null
    with_since: Date | null
    via_organisation_id: string | null
    reminded_for: string | null
    carries_on_trajectory_id: string | null
    former_reads_until: string | null
    version: number
  }
  readonly referral_version: {
    tenant_id: string
    referral_id: string
    version: number
    participant_id: string
    fields: unknown
    reason: string
    replaced_at: Date
    replaced_by: string
  }
  readonly trajectory: {
    tenant_id: string
    id: string
    participant_id: string
    referral_id: string | null
    type: string
    law: string
    state: string
    organisation_id: string
    coordinator_id: string
    started_on: string
    planned_end_on: string | null
    extended_from: string | null
    ended_on: string | null
    end_reason: string | null
    end_words: string | null
    voluntary: boolean
    phase: string | null
    phase_since: string | null
    paused_on: string | null
    pause_reason: string | null
    pause_words: string | null
    return_on: string | null
    resumes_to: string | null
    version: number
  }
  readonly trajectory_version: {
    tenant_id: string
    trajectory_id: string
    version: number
    participant_id: string
    action: string
    fields: unknown
    reason: string
    replaced_at: Date
    replaced_by: string
  }
  readonly trajectory_type_setting: {
    tenant_id: string
    type: string
    name_nl: string | null
    name_en: string | null
    new_name_early: boolean
    review_weeks: number | null
    longest_months: number | null
    access_weeks: number | null
    intake_organisation_id: string | null
    intake_until: string | null
    version: number
  }
  readonly review: {
    tenant_id: string
    id: string
    participant_id: string
    trajectory_id: string
    planned_on: string
    state: string
    held_on: string | null
    hold_until: string | null
    version: number
  }
  readonly advice: {
    tenant_id: string
    id: string
    participant_id: string
    trajectory_id: string
    state: string
    direction: string | null
    summary: string
    growth: string
    because: string
    goals: unknown
    extend_until: string | null
    to_organisation_id: string | null
    reads_until: string | null
    stays_at: string
    end_reason: string | null
    written_by: string
    written_at: Date
    sent_at: Date | null
    sent_by: string | null
    withdrawal_reason: string | null
    decision: string | null
    decision_words: string | null
    decided_at: Date | null
    decided_by: string | null
    version: number
  }
  readonly advice_version: {
    tenant_id: string
    advice_id: string
    version: number
    participant_id: string
    fields: unknown
    reason: string
    replaced_at: Date
    replaced_by: string
  }
  readonly review_result: {
    tenant_id: string
    review_id: string
    participant_id: string
    goes_on: string
    changes: string
    hold_reason: string
    written_by: string
    written_at: Date
  }
  readonly review_web: {
    tenant_id: string
    review_id: string
    participant_id: string
    shows: boolean
    chosen_as: string
    chosen_by: string
    chosen_at: Date
    version: number
  }
  readonly own_word: {
    tenant_id: string
    id: string
    participant_id: string
    review_id: string | null
    trajectory_id: string | null
    words: string
    language: string
    written_as: string
    written_by: string
    written_at: Date
    for_municipality: boolean
    version: number
  }
  readonly intake: {
    tenant_id: string
    trajectory_id: string
    participant_id: string
    wish: string
    wish_language: string
    stability: unknown
    stability_words: string
    obstacles: string
    state: string
    support: string
    support_by: string
    look_again_on: string | null
    version: number
  }
  readonly intake_version: {
    tenant_id: string
    trajectory_id: string
    version: number
    participant_id: string
    fields: unknown
    replaced_at: Date
    replaced_by: string
  }
  readonly life_area: {
    tenant_id: string
    id: string
    participant_id: string
    area: string
    reason: string
    opened_on: string
    opened_by: string
    until: string
    closed_on: string | null
    objection: string
    objection_language: string
    objected_on: string | null
    answer: string
    answered_on: string | null
    answered_by: string | null
    version: number
  }
  readonly life_area_note: {
    tenant_id: string
    id: string
    participant_id: string
    area: string
    words: string
    written_at: Date
    written_by: string
    removed_at: Date | null
    version: number
  }
  readonly life_area_version: {
    tenant_id: string
    of_id: string
    area: string
    version: number
    participant_id: string
    words: string
    until: string | null
    replaced_at: Date
    replaced_by: string
  }
}

/** Where a row stands: in this municipality, in this dossier. */
export type Scope = { readonly tenantId: TenantId; readonly participantId: ParticipantId }
