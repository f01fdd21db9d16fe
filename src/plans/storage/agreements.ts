import type { AgreementId } from '#kernel'
import { type Db, prepared } from '#platform'
import { type Agreement, AgreementRecord } from '../domain/agreement.ts'
import { listSaid } from './agreements-said.ts'
import type { PlansTables, Scope } from './tables.ts'

const COLUMNS = [
  'id',
  'promised_by',
  'promised_by_name',
  'words',
  'terms',
  'tied_to',
  'until',
  'for_municipality',
  'state',
  'made_on',
  'made_by',
  'version',
] as const
type Row = Pick<PlansTables['agreement'], (typeof COLUMNS)[number]>

const toAgreement = (row: Row): AgreementRecord =>
  AgreementRecord.parse({
    id: row.id,
    promisedBy: row.promised_by,
    promisedByName: row.promised_by_name ?? undefined,
    words: row.words,
    terms: row.terms,
    tiedTo: row.tied_to ?? undefined,
    until: row.until ?? undefined,
    forMunicipality: row.for_municipality,
    state: row.state,
    madeOn: row.made_on,
    madeBy: row.made_by,
    version: row.version,
  })

const selectAgreements = (db: Db, scope: Scope) =>
  db
    .withTables<PlansTables>()
    .selectFrom('agreement')
    .select(COLUMNS)
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .orderBy('made_on')
    .orderBy('id')

const ofPerson = prepared<Scope>()((db, param) =>
  db
    .withTables<PlansTables>()
    .selectFrom('agreement')
    .select(COLUMNS)
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('made_on')
    .orderBy('id'),
)

/** Each with what either side says of it. */
export const listAgreements = async (db: Db, scope: Scope): Promise<readonly Agreement[]> => {
  const [rows, said] = await Promise.all([ofPerson(db, scope), listSaid(db, scope)])
  return rows.map(row => ({ ...toAgreement(row), said: said.get(row.id) ?? [] }))
}

export const listMarkedAgreements = async (db: Db, scope: Scope): Promise<readonly AgreementRecord[]> =>
  (await selectAgreements(db, scope).where('for_municipality', '=', true).execute()).map(toAgreement)

/** Nobody else closes or changes it until the transaction ends. */
export const lockAgreement = async (db: Db, scope: Scope, id: AgreementId): Promise<Agreement | undefined> => {
  const row = await selectAgreements(db, scope).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row === undefined) return undefined
  return { ...toAgreement(row), said: (await listSaid(db, scope)).get(id) ?? [] }
}

export const insertAgreement = async (db: Db, scope: Scope, agreement: AgreementRecord): Promise<void> => {
  await db
    .withTables<PlansTables>()
    .insertInto('agreement')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      id: agreement.id,
      promised_by: agreement.promisedBy,
      promised_by_name: agreement.promisedByName ?? null,
      words: agreement.words,
      terms: agreement.terms,
      tied_to: agreement.tiedTo ?? null,
      until: agreement.until ?? null,
      for_municipality: agreement.forMunicipality,
      state: agreement.state,
      made_on: agreement.madeOn,
      made_by: agreement.madeBy,
      version: agreement.version,
    })
    .execute()
}

/** Resolves to false when somebody else changed it in the meantime. */
export const saveAgreement = async (db: Db, scope: Scope, agreement: AgreementRecord, version: number): Promise<boolean> => {
  const row = await db
    .withTables<PlansTables>()
    .updateTable('agreement')
    .set({
      promised_by: agreement.promisedBy,
      promised_by_name: agreement.promisedByName ?? null,
      words: agreement.words,
      terms: agreement.terms,
      tied_to: agreement.tiedTo ?? null,
      until: agreement.until ?? null,
      for_municipality: agreement.forMunicipality,
      state: agreement.state,
      version: version + 1,
    })
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('id', '=', agreement.id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
