import { sql } from 'kysely'
import { z } from 'zod'
import type { MembershipId, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'

const ChangeRow = z.object({
  id: z.uuid(),
  at: z.date(),
  membershipId: z.string().nullable(),
  role: z.string(),
  useCase: z.string(),
  changes: z
    .array(
      z.object({
        entity: z.string(),
        id: z.string(),
        version: z.number().optional(),
        fields: z.array(z.string()).default([]),
      }),
    )
    .nullable()
    .transform(changes => changes ?? []),
})
/** One thing that was done in a dossier, as its access line tells: who, when, what it touched, never the contents. */
export type ChangeRow = Readonly<z.infer<typeof ChangeRow>>

export interface ChangesAsked {
  readonly useCases: readonly string[]
  readonly membershipId: MembershipId | undefined
  /** Only what was done before this line, for the next page. */
  readonly before: string | undefined
  readonly limit: number
}

/** What was done in a dossier, newest first; needs the log slice. */
export const listChanges = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  { useCases, membershipId, before, limit }: ChangesAsked,
): Promise<readonly ChangeRow[]> => {
  const { rows } = await sql`
    select id, at, membership_id as "membershipId", role, use_case as "useCase", changed as changes
    from access_line
    where tenant_id = ${tenantId} and participant_id = ${participantId} and kind = 'write' and outcome = 'allowed'
      and use_case = any(${useCases}::text[])
      and (${membershipId ?? null}::uuid is null or membership_id = ${membershipId ?? null})
      and (${before ?? null}::uuid is null or (at, id) < (
        select b.at, b.id from access_line b where b.tenant_id = ${tenantId} and b.participant_id = ${participantId} and b.id = ${before ?? null}))
    order by at desc, id desc
    limit ${limit}`.execute(db)
  return rows.map(row => ChangeRow.parse(row))
}

/** Who did something in a dossier, ever. */
export const listDoers = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct membership_id as id from access_line
    where tenant_id = ${tenantId} and participant_id = ${participantId} and kind = 'write' and outcome = 'allowed'
      and membership_id is not null`.execute(db)
  return rows.map(row => row.id)
}
