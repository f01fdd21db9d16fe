import { sql } from 'kysely'
import { CalendarDay, LimitId, MembershipId, type TenantId } from '#kernel'
import { type Db, prepared } from '#platform'
import { LimitKey, LimitMark } from '../domain/limit.ts'
import type { SetLimit } from '../domain/set-limit.ts'

export type RegimesTables = {
  readonly legal_limit: {
    tenant_id: string
    id: string
    key: string
    value: number
    valid_from: string
    valid_until: string | null
    source: string
    mark: string
    state: string
    set_by: string
    set_at: Date
    closed_by: string | null
    closed_at: Date | null
    version: number
  }
}

const tables = (db: Db) => db.withTables<RegimesTables>()

const all = prepared<{ tenantId: string }>()((db, param) =>
  db
    .withTables<RegimesTables>()
    .selectFrom('legal_limit')
    .select(['id', 'key', 'value', 'valid_from', 'valid_until', 'source', 'mark', 'state'])
    .select(['set_by', 'set_at', 'closed_by', 'closed_at', 'version'])
    .where('tenant_id', '=', param('tenantId'))
    .orderBy('valid_from')
    .orderBy('set_at')
    .orderBy('id'),
)

/** Everything that was ever set here, the earliest period first; rows of a limit that no longer exists are left out. */
export const listSetLimits = async (db: Db, tenantId: TenantId): Promise<readonly SetLimit[]> => {
  const rows = await all(db, { tenantId })
  return rows.flatMap((row): SetLimit[] => {
    const key = LimitKey.safeParse(row.key)
    if (!key.success) return []
    const base = {
      id: LimitId.parse(row.id),
      key: key.data,
      value: row.value,
      from: CalendarDay.parse(row.valid_from),
      ...(row.valid_until === null ? {} : { until: CalendarDay.parse(row.valid_until) }),
      source: row.source,
      mark: LimitMark.parse(row.mark),
      setBy: MembershipId.parse(row.set_by),
      setAt: row.set_at,
      version: row.version,
    }
    if (row.state === 'current' || row.closed_at === null || row.closed_by === null) return [{ ...base, state: 'current' }]
    const state = row.state === 'replaced' ? 'replaced' : 'withdrawn'
    return [{ ...base, state, closedBy: MembershipId.parse(row.closed_by), closedAt: row.closed_at }]
  })
}

/** Whoever sets this limit waits here for another who does, until that transaction has ended. */
export const takeTurn = async (db: Db, tenantId: TenantId, key: LimitKey): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/limit/${key}`}, 0))`.execute(db)
}

export const insertLimit = async (
  db: Db,
  tenantId: TenantId,
  limit: Pick<SetLimit, 'id' | 'key' | 'value' | 'from' | 'until' | 'source' | 'mark' | 'setBy' | 'setAt'>,
): Promise<void> => {
  await tables(db)
    .insertInto('legal_limit')
    .values({
      tenant_id: tenantId,
      id: limit.id,
      key: limit.key,
      value: limit.value,
      valid_from: limit.from,
      valid_until: limit.until ?? null,
      source: limit.source,
      mark: limit.mark,
      state: 'current',
      set_by: limit.setBy,
      set_at: limit.setAt,
      version: 1,
    })
    .execute()
}

/** Opens it again when `closed` is left out. The caller holds the turn, so the version has been looked at. */
export const saveLimitState = async (
  db: Db,
  tenantId: TenantId,
  limit: Pick<SetLimit, 'id' | 'version'>,
  closed?: { readonly state: 'replaced' | 'withdrawn'; readonly by: MembershipId; readonly at: Date },
): Promise<void> => {
  await tables(db)
    .updateTable('legal_limit')
    .set({
      state: closed?.state ?? 'current',
      closed_by: closed?.by ?? null,
      closed_at: closed?.at ?? null,
      version: limit.version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', limit.id)
    .where('version', '=', limit.version)
    .execute()
}
