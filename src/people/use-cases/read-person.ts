import type { ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import type { Contact } from '../domain/contact.ts'
import type { Person } from '../domain/person.ts'
import { findContact } from '../storage/contacts.ts'
import { findPerson, listCallNames, listPersons } from '../storage/persons.ts'

/** For another module's query that opened name and identity. */
export const readPerson = (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<Person | undefined> =>
  findPerson(db, tenantId, participantId)

/** For another module's query that opened contact. */
export const readContact = (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<Contact | undefined> =>
  findContact(db, tenantId, participantId)

/** Call name and surname of those whose identity is opened; who is behind a wall is left out. */
export const personNames = async (
  db: Db,
  tenantId: TenantId,
  participantIds: readonly ParticipantId[],
): Promise<ReadonlyMap<ParticipantId, Person>> => {
  const persons = await listPersons(db, tenantId, participantIds)
  return new Map(persons.map(person => [person.participantId, person]))
}

/** First names alone, for who opened only the name (a partner). */
export const callNames = (
  db: Db,
  tenantId: TenantId,
  participantIds: readonly ParticipantId[],
): Promise<ReadonlyMap<ParticipantId, string>> => listCallNames(db, tenantId, participantIds)
