import type { AppointmentId, MembershipId, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import type { ContactsTables } from './tables.ts'

export interface DiaryMove {
  readonly participantId: ParticipantId
  readonly from: MembershipId
  readonly to: MembershipId
}
type Moved = readonly { readonly id: AppointmentId; readonly version: number }[]

const ahead = (db: Db, tenantId: TenantId, { participantId, from, to }: DiaryMove, now: Date) =>
  db
    .withTables<ContactsTables>()
    .updateTable('appointment')
    .set(eb => ({ membership_id: to, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .where('membership_id', '=', from)
    .where('state', '=', 'planned')
    .where('starts_at', '>', now)
    .returning(['id', 'version'])

const said = (rows: readonly { readonly id: string; readonly version: number }[]): Moved =>
  rows.map(({ id, version }) => ({ id: id as AppointmentId, version }))

/** What is planned ahead with this person goes to another diary, and remembers from whose it came. */
export const moveDiary = async (db: Db, tenantId: TenantId, move: DiaryMove, now: Date): Promise<Moved> =>
  said(await ahead(db, tenantId, move, now).set({ came_from_membership_id: move.from }).execute())

/** What came from that diary and is still planned ahead goes back to it. */
export const returnDiary = async (db: Db, tenantId: TenantId, move: DiaryMove, now: Date): Promise<Moved> =>
  said(
    await ahead(db, tenantId, move, now)
      .set({ came_from_membership_id: null })
      .where('came_from_membership_id', '=', move.to)
      .execute(),
  )
