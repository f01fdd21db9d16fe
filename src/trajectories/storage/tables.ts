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
    version: number
  }
}
