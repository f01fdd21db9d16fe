/** This module's tables, and the accounts of schema `auth` that it gives and ends. */
export type OrganisationTables = {
  readonly municipality: { tenant_id: string; slug: string; name: string }
  readonly organisation: {
    tenant_id: string
    id: string
    name: string
    kind: string
    email: string | null
    phone: string | null
    version: number
    created_at: Date
  }
  readonly membership: {
    tenant_id: string
    id: string
    user_id: string
    organisation_id: string | null
    participant_id: string | null
    role: string
    name: string
    function_title: string | null
    active: boolean
    version: number
    created_at: Date
  }
  readonly 'auth.user': {
    id: string
    name: string
    email: string
    phone: string | null
    email_verified: boolean
    two_factor_enabled: boolean
    disabled_at: Date | null
    language: string
    updated_at: Date
  }
  readonly 'auth.account': {
    id: string
    account_id: string
    provider_id: string
    user_id: string
    password: string | null
  }
  readonly 'auth.session': { id: string; user_id: string }
  readonly 'auth.verification': { id: string; identifier: string; value: string }
  readonly 'auth.two_factor': { user_id: string }
  readonly 'auth.sign_in_change': {
    user_id: string
    channel: string
    address: string
    code_hash: string
    tries: number
    sent: number
    counted_from: Date
    expires_at: Date
  }
  readonly 'auth.works_in': { user_id: string; tenant_id: string }
  readonly 'auth.api_token': {
    id: string
    token: string
    tenant_id: string
    membership_id: string
    name: string
    expires_at: Date
  }
}
