import type { Bsn, ParticipantId } from '#kernel'
import type { CommandContext } from '#platform'
import { bsnBox } from '../bsn-box.ts'
import { completeContact, type ContactData } from '../domain/contact.ts'
import type { Person } from '../domain/person.ts'
import { insertBsn, findSealedBsn } from '../storage/bsns.ts'
import { findContact, insertContact, updateContact } from '../storage/contacts.ts'
import { insertPerson } from '../storage/persons.ts'

type Writing = Pick<CommandContext<unknown>, 'db' | 'tenantId' | 'newId' | 'record'>

const keepBsn = async ({ db, tenantId, record }: Writing, participantId: ParticipantId, bsn: Bsn): Promise<boolean> => {
  const box = bsnBox()
  const kept = await insertBsn(db, tenantId, participantId, {
    sealed: box.seal(tenantId, participantId, bsn),
    hash: box.hash(tenantId, bsn),
  })
  record({ entity: 'participantBsn', id: participantId, version: 1, fields: ['bsn'], participantId })
  return kept
}

/**
 * Part of another module's command (which declares name, identity, contact and bsn for writing): makes somebody known.
 * Resolves to undefined when somebody else has this citizen service number.
 */
export const registerParticipant = async (
  context: Writing,
  person: Pick<Person, 'callName' | 'surname' | 'birthDate' | 'sex'> & {
    readonly bsn?: Bsn | undefined
    readonly contact: ContactData
  },
): Promise<ParticipantId | undefined> => {
  const { db, tenantId, newId, record } = context
  const participantId = newId<ParticipantId>()
  await insertPerson(db, tenantId, { ...person, participantId, version: 1 })
  await insertContact(db, tenantId, participantId, person.contact)
  record({
    entity: 'participant',
    id: participantId,
    version: 1,
    fields: ['callName', 'surname', 'birthDate', 'contact'],
    participantId,
  })
  const kept = person.bsn === undefined || (await keepBsn(context, participantId, person.bsn))
  return kept ? participantId : undefined
}

/** Adds to somebody who is known what was not known yet; nothing that stands is replaced. False as above. */
export const completeParticipant = async (
  context: Writing,
  participantId: ParticipantId,
  said: { readonly bsn?: Bsn | undefined; readonly contact: ContactData },
): Promise<boolean> => {
  const { db, tenantId, record } = context
  const [known, sealed] = await Promise.all([
    findContact(db, tenantId, participantId),
    findSealedBsn(db, tenantId, participantId),
  ])
  if (known === undefined) {
    await insertContact(db, tenantId, participantId, said.contact)
  } else {
    const contact = completeContact(known, said.contact)
    await updateContact(db, tenantId, participantId, { ...contact, version: known.version })
  }
  record({ entity: 'participantContact', id: participantId, fields: ['contact'], participantId })
  return said.bsn === undefined || sealed !== undefined || keepBsn(context, participantId, said.bsn)
}
