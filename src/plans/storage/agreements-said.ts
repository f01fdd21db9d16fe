import type { AgreementId } from '#kernel'
import { type Db, prepared } from '#platform'
import { Said, type Side } from '../domain/agreement.ts'
import type { PlansTables, Scope } from './tables.ts'

const ofPerson = prepared<Scope>()((db, param) =>
  db
    .withTables<PlansTables>()
    .selectFrom('agreement_said')
    .select(['agreement_id', 'side', 'outcome', 'words', 'said_on', 'said_by'])
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId'))
    .orderBy('said_on')
    .orderBy('side'),
)

/** What was said of each agreement, by its id. */
export const listSaid = async (db: Db, scope: Scope): Promise<ReadonlyMap<string, readonly Said[]>> => {
  const said = new Map<string, Said[]>()
  for (const row of await ofPerson(db, scope)) {
    const { side, outcome, words } = row
    const one = Said.parse({ side, outcome, words, saidOn: row.said_on, saidBy: row.said_by })
    said.set(row.agreement_id, [...(said.get(row.agreement_id) ?? []), one])
  }
  return said
}

/** Each side says one thing: the newest. */
export const saveSaid = async (db: Db, scope: Scope, agreementId: AgreementId, said: Said): Promise<void> => {
  const says = { outcome: said.outcome, words: said.words, said_on: said.saidOn, said_by: said.saidBy }
  await db
    .withTables<PlansTables>()
    .insertInto('agreement_said')
    .values({
      tenant_id: scope.tenantId,
      participant_id: scope.participantId,
      agreement_id: agreementId,
      side: said.side,
      ...says,
    })
    .onConflict(conflict => conflict.columns(['tenant_id', 'agreement_id', 'side']).doUpdateSet(says))
    .execute()
}

export const deleteSaid = async (db: Db, scope: Scope, agreementId: AgreementId, side: Side): Promise<void> => {
  await db
    .withTables<PlansTables>()
    .deleteFrom('agreement_said')
    .where('tenant_id', '=', scope.tenantId)
    .where('participant_id', '=', scope.participantId)
    .where('agreement_id', '=', agreementId)
    .where('side', '=', side)
    .execute()
}
