import { z } from 'zod'
import { accept, ParticipantId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayRectifyName } from '../access.ts'
import { CallName, Person, Surname } from '../domain/person.ts'
import { findPerson, updateName } from '../storage/persons.ts'

export const rectifyName = command({
  name: 'people.rectifyName',
  summary: "Rectifies a participant's call name and surname",
  input: z.object({
    participantId: ParticipantId,
    callName: CallName,
    surname: Surname,
    version: z.coerce.number().int().positive(),
  }),
  output: z.object({ person: Person }),
  access: mayRectifyName,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/name' },
  run: async ({ db, tenantId, input, record }) => {
    const known = found(await findPerson(db, tenantId, input.participantId), 'participant')
    const saved = await updateName(db, tenantId, { ...known, ...input })
    if (!saved) return refuse('versionConflict', undefined, { current: await findPerson(db, tenantId, input.participantId) })
    record({ entity: 'participant', id: input.participantId, version: input.version + 1, fields: ['callName', 'surname'] })
    return accept({ person: { ...known, ...input, version: input.version + 1 } })
  },
})
