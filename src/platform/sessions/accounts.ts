import type pg from 'pg'
import { z } from 'zod'
import { MembershipId, PhoneNumber, type Role, ROLES, TenantId, UserId } from '#kernel'

const MembershipRow = z.object({
  membership_id: MembershipId,
  tenant_id: TenantId,
  tenant_name: z.string(),
  organisation_name: z.string().nullable(),
  role: z.enum(ROLES),
})

/** A place where somebody works, or their own dossier; one session has one of them active. */
export interface OwnMembership {
  readonly membershipId: MembershipId
  readonly tenantId: TenantId
  readonly tenantName: string
  readonly organisationName: string | undefined
  readonly role: Role
}

export interface Account {
  readonly userId: UserId
  readonly email: string
  readonly phone: PhoneNumber | undefined
  readonly language: string
  readonly twoFactorEnabled: boolean
  readonly memberships: readonly OwnMembership[]
}

export const membershipsOf = async (pool: pg.Pool, userId: string): Promise<readonly OwnMembership[]> => {
  const answer = await pool.query('select * from auth.memberships_of($1)', [userId])
  return answer.rows.map(raw => {
    const row = MembershipRow.parse(raw)
    return {
      membershipId: row.membership_id,
      tenantId: row.tenant_id,
      tenantName: row.tenant_name,
      organisationName: row.organisation_name ?? undefined,
      role: row.role,
    }
  })
}

const AccountRow = z.object({
  id: UserId,
  email: z.string(),
  phone: PhoneNumber.nullable(),
  language: z.string(),
  two_factor_enabled: z.boolean(),
  disabled_at: z.date().nullable(),
})

const accountWhere = async (pool: pg.Pool, column: 'id' | 'email' | 'phone', value: string): Promise<Account | undefined> => {
  const answer = await pool.query(
    `select id, email, phone, language, two_factor_enabled, disabled_at from auth."user" where ${column} = $1`,
    [value],
  )
  if (answer.rows[0] === undefined) return undefined
  const row = AccountRow.parse(answer.rows[0])
  if (row.disabled_at !== null) return undefined
  const memberships = await membershipsOf(pool, row.id)
  return {
    userId: row.id,
    email: row.email,
    phone: row.phone ?? undefined,
    language: row.language,
    twoFactorEnabled: row.two_factor_enabled,
    memberships,
  }
}

/** Who may sign in with this address or id; undefined for unknown and for disabled. */
export const accountByEmail = async (pool: pg.Pool, email: string): Promise<Account | undefined> =>
  email.includes('\0') ? undefined : accountWhere(pool, 'email', email.trim().toLowerCase())
export const accountByPhone = (pool: pg.Pool, phone: PhoneNumber): Promise<Account | undefined> =>
  accountWhere(pool, 'phone', phone)
export const accountById = (pool: pg.Pool, userId: string): Promise<Account | undefined> => accountWhere(pool, 'id', userId)

export const isStaff = (account: Account): boolean => account.memberships.some(membership => membership.role !== 'participant')
