import { sql } from 'kysely'
import type { MembershipId, PhoneNumber, Role, TenantId, UserId } from '#kernel'
import { ACTORS_CHANNEL, type Db } from '#platform'
import type { EmailAddress } from '../domain/member.ts'
import { noMailAddress } from '../domain/own-address.ts'
import type { OrganisationTables } from './tables.ts'

const tables = (db: Db) => db.withTables<OrganisationTables>()

const reopenByPhone = async (db: Db, phone: PhoneNumber, at: Date): Promise<UserId | undefined> => {
  const row = await tables(db)
    .updateTable('auth.user')
    .set({ disabled_at: null, updated_at: at })
    .where('phone', '=', phone)
    .returning('id')
    .executeTakeFirst()
  return row?.id as UserId | undefined
}

/** One account per address: somebody who works elsewhere already keeps the one they have (`known`). */
export const accountFor = async (
  db: Db,
  account: {
    readonly id: UserId
    readonly name: string
    readonly email: EmailAddress | undefined
    /** Known by a number instead: whoever has it keeps the account. */
    readonly phone?: PhoneNumber | undefined
    readonly language: string
    readonly at: Date
  },
): Promise<{ readonly userId: UserId; readonly known: boolean }> => {
  const { email = noMailAddress(account.id), phone } = account
  const known = account.email === undefined && phone !== undefined ? await reopenByPhone(db, phone, account.at) : undefined
  if (known !== undefined) return { userId: known, known: true }
  const made = await tables(db)
    .insertInto('auth.user')
    .values({
      id: account.id,
      name: account.name,
      email,
      phone: phone ?? null,
      email_verified: true,
      two_factor_enabled: false,
      disabled_at: null,
      language: account.language,
      updated_at: account.at,
    })
    .onConflict(conflict => conflict.column('email').doUpdateSet({ disabled_at: null, updated_at: account.at }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return { userId: made.id as UserId, known: made.id !== account.id }
}

export const keepPassword = async (db: Db, id: string, userId: UserId, hash: string): Promise<void> => {
  await tables(db)
    .insertInto('auth.account')
    .values({ id, account_id: userId, provider_id: 'credential', user_id: userId, password: hash })
    .execute()
}

export const leadTo = async (db: Db, userId: UserId, tenantId: TenantId): Promise<void> => {
  await tables(db)
    .insertInto('auth.works_in')
    .values({ user_id: userId, tenant_id: tenantId })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

interface Place {
  readonly membershipId: MembershipId
  readonly tenantId: TenantId
  readonly municipalityName: string
  readonly organisationName: string | undefined
  readonly role: Role
}

/** Every place that is open to this person, here and in other municipalities. */
export const placesOf = async (db: Db, userId: UserId): Promise<readonly Place[]> => {
  const answer = await sql<{
    membership_id: MembershipId
    tenant_id: TenantId
    tenant_name: string
    organisation_name: string | null
    role: Role
  }>`select membership_id, tenant_id, tenant_name, organisation_name, role from auth.memberships_of(${userId})`.execute(db)
  return answer.rows.map(row => ({
    membershipId: row.membership_id,
    tenantId: row.tenant_id,
    municipalityName: row.tenant_name,
    organisationName: row.organisation_name ?? undefined,
    role: row.role,
  }))
}

/** Whether this account has a place at work, here or elsewhere, or ever had one: it may be enabled again. */
export const everWorked = async (db: Db, userId: UserId): Promise<boolean> => {
  const { rows } = await sql<{ worked: boolean }>`select auth.ever_worked(${userId}) as worked`.execute(db)
  return rows[0]?.worked === true
}

export const endSessions = async (db: Db, userId: UserId): Promise<void> => {
  await tables(db).deleteFrom('auth.session').where('user_id', '=', userId).execute()
}

/**
 * From now on the account is known by the mail address, or by the number, and by nothing that somebody added to it: sessions
 * end, codes and links that are under way are worth nothing. Whoever signs in at this moment waits for the account, and looks
 * again afterwards.
 */
export const keepOnly = async (db: Db, userId: UserId, knownBy: 'mail' | 'phone', at: Date): Promise<void> => {
  const account = await tables(db)
    .selectFrom('auth.user')
    .select('email')
    .where('id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  await Promise.all([
    endSessions(db, userId),
    tables(db).deleteFrom('auth.sign_in_change').where('user_id', '=', userId).execute(),
    tables(db)
      .deleteFrom('auth.verification')
      .where(eb => eb.or([eb('identifier', '=', `sign-in-otp-${account.email}`), eb('value', '=', userId)]))
      .execute(),
    tables(db)
      .updateTable('auth.user')
      .set({ ...(knownBy === 'mail' ? { phone: null } : { email: noMailAddress(userId) }), updated_at: at })
      .where('id', '=', userId)
      .execute(),
  ])
}

export const dropPassword = async (db: Db, userId: UserId): Promise<void> => {
  await tables(db).deleteFrom('auth.account').where('user_id', '=', userId).execute()
}

export const disableAccount = async (db: Db, userId: UserId, at: Date): Promise<void> => {
  await Promise.all([
    tables(db).updateTable('auth.user').set({ disabled_at: at, updated_at: at }).where('id', '=', userId).execute(),
    endSessions(db, userId),
  ])
}

export const enableAccount = async (db: Db, userId: UserId, at: Date): Promise<void> => {
  await tables(db).updateTable('auth.user').set({ disabled_at: null, updated_at: at }).where('id', '=', userId).execute()
}

/** The second factor is gone: the next sign-in sets up a new one. */
export const dropSecondFactor = async (db: Db, userId: UserId, at: Date): Promise<void> => {
  await Promise.all([
    tables(db).deleteFrom('auth.two_factor').where('user_id', '=', userId).execute(),
    endSessions(db, userId),
    tables(db).updateTable('auth.user').set({ two_factor_enabled: false, updated_at: at }).where('id', '=', userId).execute(),
  ])
}

/** Every process forgets who it thought was signed in, once this transaction is committed. */
export const tellActorsChanged = async (db: Db): Promise<void> => {
  await sql`select pg_notify(${ACTORS_CHANNEL}, '')`.execute(db)
}
