import { z } from 'zod'
import { accept, ParticipantId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayUpdateContact } from '../access.ts'
import { Contact, ContactData } from '../domain/contact.ts'
import { findContact, updateContact as saveContact } from '../storage/contacts.ts'

export const updateContact = command({
  name: 'people.updateContact',
  summary: "Changes a participant's contact data",
  input: ContactData.extend({ participantId: ParticipantId, version: z.coerce.number().int().positive() }),
  output: z.object({ contact: Contact }),
  access: mayUpdateContact,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/contact-data' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, ...contact } = input
    const current = found(await findContact(db, tenantId, participantId), 'contact data')
    const saved = await saveContact(db, tenantId, participantId, contact)
    if (!saved) return refuse('versionConflict', undefined, { current: await findContact(db, tenantId, participantId) })
    const changed = Object.keys(ContactData.shape).filter(field => !isSame(current, contact, field))
    record({ entity: 'participantContact', id: participantId, version: contact.version + 1, fields: changed })
    return accept({ contact: { ...contact, version: contact.version + 1 } })
  },
})

const isSame = (before: Contact, after: Contact, field: string): boolean => {
  const valueIn = (contact: Contact): string => JSON.stringify(Object.entries(contact).find(([name]) => name === field)?.[1])
  return valueIn(before) === valueIn(after)
}
