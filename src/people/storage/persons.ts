import { sql } from 'kysely'
import type { z } from 'zod'
import type { CalendarDay, ParticipantId, TenantId } from '#kernel'
import { type Db, prepared } from '#platform'
import { foldedName, Person } from '../domain/person.ts'
import type { PeopleTables } from './tables.ts'

const persons = (db: Db) =>
  db
    .withTables<PeopleTables>()
    .selectFrom('participant as p')
    .innerJoin('participant_identity as i', join =>
      join.onRef('i.tenant_id', '=', 'p.tenant_id').onRef('i.participant_id', '=', 'p.participant_id'),
    )
    .select(['p.participant_id', 'p.call_name', 'i.surname', 'i.birth_date', 'i.sex', 'p.version'])

interface PersonRow {
  readonly participant_id: string
  readonly call_name: string
  readonly surname: string
  readonly birth_date: string
  readonly sex: string | null
  readonly version: number
}

const toPerson = (row: PersonRow): Person =>
  Person.parse({
    participantId: row.participant_id,
    callName: row.call_name,
    surname: row.surname,
    birthDate: row.birth_date,
    sex: row.sex ?? undefined,
    version: row.version,
  })

export const insertPerson = async (db: Db, tenantId: TenantId, person: Person): Promise<void> => {
  const tables = db.withTables<PeopleTables>()
  const key = { tenant_id: tenantId, participant_id: person.participantId }
  await tables
    .insertInto('participant')
    .values({ ...key, call_name: person.callName, version: person.version, created_at: sql`now()` })
    .execute()
  await tables
    .insertInto('participant_identity')
    .values({
      ...key,
      surname: person.surname,
      birth_date: person.birthDate,
      sex: person.sex ?? null,
      folded_name: foldedName(person),
      version: person.version,
    })
    .execute()
}

const byId = prepared<{ tenantId: TenantId; participantId: ParticipantId }>()((db, param) =>
  persons(db).where('p.tenant_id', '=', param('tenantId')).where('p.participant_id', '=', param('participantId')),
)

export const findPerson = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<Person | undefined> => {
  const [row] = await byId(db, { tenantId, participantId })
  return row === undefined ? undefined : toPerson(row)
}

const byIds = prepared<{ tenantId: TenantId; ids: readonly ParticipantId[] }>()((db, param) =>
  persons(db)
    .where('p.tenant_id', '=', param('tenantId'))
    .where('p.participant_id', '=', sql<string>`any(${param('ids')}::uuid[])`),
)

export const listPersons = async (db: Db, tenantId: TenantId, ids: readonly ParticipantId[]): Promise<readonly Person[]> =>
  ids.length === 0 ? [] : (await byIds(db, { tenantId, ids })).map(toPerson)

export const listCallNames = async (
  db: Db,
  tenantId: TenantId,
  participantIds: readonly ParticipantId[],
): Promise<ReadonlyMap<ParticipantId, string>> => {
  if (participantIds.length === 0) return new Map()
  const rows = await db
    .withTables<PeopleTables>()
    .selectFrom('participant')
    .select(['participant_id', 'call_name'])
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', sql<string>`any(${participantIds}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.participant_id as ParticipantId, row.call_name]))
}

/** Until this transaction ends nobody else registers somebody with this birth date, so that a double is seen. */
export const lockBirthDate = async (db: Db, tenantId: TenantId, birthDate: CalendarDay): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenantId}/${birthDate}`}, 0))`.execute(db)
}

export const listBornOn = async (db: Db, tenantId: TenantId, birthDate: CalendarDay): Promise<readonly Person[]> => {
  const rows = await persons(db).where('i.tenant_id', '=', tenantId).where('i.birth_date', '=', birthDate).limit(500).execute()
  return rows.map(toPerson)
}

/** False when somebody else changed the name since `version`. */
export const updateName = async (db: Db, tenantId: TenantId, person: Person): Promise<boolean> => {
  const tables = db.withTables<PeopleTables>()
  const named = await tables
    .updateTable('participant')
    .set({ call_name: person.callName, version: person.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', person.participantId)
    .where('version', '=', person.version)
    .executeTakeFirst()
  if (named.numUpdatedRows === 0n) return false
  await tables
    .updateTable('participant_identity')
    .set(eb => ({ surname: person.surname, folded_name: foldedName(person), version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', person.participantId)
    .execute()
  return true
}

const byName = prepared<{ folded: string; limit: number }>()(
  (_db, param) => sql<Omit<PersonRow, 'sex' | 'version'>>`
    select participant_id, call_name, surname, birth_date from search_participants(${param('folded')}, ${param('limit')})`,
)
const Found = Person.pick({ participantId: true, callName: true, surname: true, birthDate: true })

/** By part of the folded name, among those this member reaches; nearest first. */
export const searchPersons = async (db: Db, folded: string, limit: number): Promise<readonly z.infer<typeof Found>[]> => {
  const rows = await byName(db, { folded, limit })
  return rows.map(row =>
    Found.parse({
      participantId: row.participant_id,
      callName: row.call_name,
      surname: row.surname,
      birthDate: row.birth_date,
    }),
  )
}
