import { z } from 'zod'
import { ParticipantId } from '#kernel'
import { found, query } from '#platform'
import { mayReadPerson } from '../access.ts'
import { Contact } from '../domain/contact.ts'
import { Person } from '../domain/person.ts'
import { findContact } from '../storage/contacts.ts'
import { findPerson } from '../storage/persons.ts'

export const getPerson = query({
  name: 'people.getPerson',
  summary: 'Who a participant is and how to reach the participant',
  input: z.object({ participantId: ParticipantId }),
  output: z.object({ person: Person, contact: Contact }),
  access: mayReadPerson,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}' },
  oneBatch: true,
  run: async ({ db, tenantId, input }) => {
    const [person, contact] = await Promise.all([
      findPerson(db, tenantId, input.participantId),
      findContact(db, tenantId, input.participantId),
    ])
    return { person: found(person, 'participant'), contact: found(contact, 'contact data') }
  },
})
