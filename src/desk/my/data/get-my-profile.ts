import { z } from 'zod'
import { ParticipantId } from '#kernel'
import { Contact, Correction, Person, readContact, readOwnVoice, readPerson, Story } from '#people'
import { found, query } from '#platform'
import { maySeeProfile } from '../access.ts'

export const MyProfile = z.object({
  participantId: ParticipantId,
  person: Person,
  contact: Contact.optional(),
  story: Story.optional(),
  /** Newest first. */
  corrections: z.array(Correction),
})
export type MyProfile = Readonly<z.infer<typeof MyProfile>>

export const getMyProfile = query({
  name: 'desk.getMyProfile',
  summary: 'Who a participant is, how to reach the participant, the own story, and what was asked to be corrected',
  input: z.object({ participantId: ParticipantId }),
  output: MyProfile,
  access: maySeeProfile,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/profile' },
  run: async ({ db, tenantId, input: { participantId } }) => {
    const [person, contact, { story, corrections }] = await Promise.all([
      readPerson(db, tenantId, participantId),
      readContact(db, tenantId, participantId),
      readOwnVoice(db, tenantId, participantId),
    ])
    return {
      participantId,
      person: found(person, 'participant'),
      ...(contact === undefined ? {} : { contact }),
      ...(story === undefined ? {} : { story }),
      corrections: [...corrections],
    }
  },
})
