import type { ParticipantId, TenantId } from '#kernel'
import { type Db, prepared } from '#platform'
import { Contact, type ContactData } from '../domain/contact.ts'
import type { PeopleTables } from './tables.ts'

const columnsOf = (contact: ContactData) => ({
  phone: contact.phone ?? null,
  email: contact.email ?? null,
  address: contact.address ?? null,
  postcode: contact.postcode ?? null,
  place: contact.place ?? null,
  language: contact.language,
  interpreter: contact.interpreter,
  channels: contact.channels,
  preferences: contact.preferences ?? null,
})

export const insertContact = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  contact: ContactData,
): Promise<void> => {
  await db
    .withTables<PeopleTables>()
    .insertInto('participant_contact')
    .values({ tenant_id: tenantId, participant_id: participantId, ...columnsOf(contact), version: 1 })
    .execute()
}

const byId = prepared<{ tenantId: TenantId; participantId: ParticipantId }>()((db, param) =>
  db
    .withTables<PeopleTables>()
    .selectFrom('participant_contact')
    .select(['phone', 'email', 'address', 'postcode', 'place', 'language', 'interpreter', 'channels', 'preferences', 'version'])
    .where('tenant_id', '=', param('tenantId'))
    .where('participant_id', '=', param('participantId')),
)

export const findContact = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<Contact | undefined> => {
  const [row] = await byId(db, { tenantId, participantId })
  if (row === undefined) return undefined
  return Contact.parse(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)))
}

/** False when somebody else changed it since `version`. */
export const updateContact = async (
  db: Db,
  tenantId: TenantId,
  participantId: ParticipantId,
  contact: Contact,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .withTables<PeopleTables>()
    .updateTable('participant_contact')
    .set({ ...columnsOf(contact), version: contact.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('participant_id', '=', participantId)
    .where('version', '=', contact.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
