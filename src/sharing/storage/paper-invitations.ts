import { dayIn, type MembershipId, PaperInvitationId, type ParticipantId, type TenantId } from '#kernel'
import type { CalendarDay } from '#kernel'
import type { Db } from '#platform'
import { PaperInvitation } from '../domain/paper-invitation.ts'
import type { SharingTables } from './tables.ts'

interface Scope {
  readonly tenantId: TenantId
  readonly participantId: ParticipantId
}
const tables = (db: Db) => db.withTables<SharingTables>()

const rows = (db: Db, { tenantId, participantId }: Scope) =>
  tables(db)
    .selectFrom('paper_invitation')
    .select(['id', 'membership_id', 'language', 'made_at', 'expires_on', 'tries', 'used_at', 'withdrawn_at', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
const toLetter = (row: Row): PaperInvitation =>
  PaperInvitation.parse({
    id: row.id,
    membershipId: row.membership_id,
    language: row.language,
    madeOn: dayIn(row.made_at),
    expiresOn: row.expires_on,
    tries: row.tries,
    ...(row.used_at === null ? {} : { usedOn: dayIn(row.used_at) }),
    ...(row.withdrawn_at === null ? {} : { withdrawnOn: dayIn(row.withdrawn_at) }),
    version: row.version,
  })

/** Newest first. */
export const listPaperInvitations = async (db: Db, scope: Scope): Promise<readonly PaperInvitation[]> =>
  (await rows(db, scope).orderBy('id', 'desc').execute()).map(toLetter)

export const findPaperInvitation = async (db: Db, scope: Scope, id: PaperInvitationId): Promise<PaperInvitation | undefined> => {
  const row = await rows(db, scope).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : toLetter(row)
}

export const insertPaperInvitation = async (
  db: Db,
  { tenantId, participantId }: Scope,
  letter: {
    readonly id: PaperInvitationId
    readonly membershipId: MembershipId
    readonly codeHash: Buffer
    readonly language: string
    readonly by: MembershipId
    readonly at: Date
    readonly expiresOn: CalendarDay
  },
): Promise<void> => {
  await tables(db)
    .insertInto('paper_invitation')
    .values({
      tenant_id: tenantId,
      id: letter.id,
      participant_id: participantId,
      membership_id: letter.membershipId,
      code_hash: letter.codeHash,
      language: letter.language,
      made_by: letter.by,
      made_at: letter.at,
      expires_on: letter.expiresOn,
      tries: 0,
      used_at: null,
      withdrawn_at: null,
      version: 1,
    })
    .execute()
}

/** One letter, or every one that was not used: nobody has two that work. */
export const withdrawPaperInvitations = async (
  db: Db,
  { tenantId, participantId }: Scope,
  at: Date,
  id?: PaperInvitationId,
): Promise<void> => {
  await tables(db)
    .updateTable('paper_invitation')
    .set(eb => ({ withdrawn_at: at, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .$if(id !== undefined, q => q.where('id', '=', id ?? ''))
    .execute()
}
