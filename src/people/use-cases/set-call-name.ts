import { z } from 'zod'
import { accept, ParticipantId, refuse } from '#kernel'
import { command, found } from '#platform'
import { maySetCallName } from '../access.ts'
import { CallName } from '../domain/person.ts'
import { findPerson, updateName } from '../storage/persons.ts'

export const setCallName = command({
  name: 'people.setCallName',
  summary: 'The person says how to be called; the surname stays as it was registered',
  input: z.object({ participantId: ParticipantId, callName: CallName, version: z.coerce.number().int().positive() }),
  output: z.object({ callName: CallName, version: z.int().positive() }),
  access: maySetCallName,
  subject: input => input.participantId,
  rest: { method: 'PUT', path: '/participants/{participantId}/call-name' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, callName, version } = input
    const known = found(await findPerson(db, tenantId, participantId), 'participant')
    const saved = await updateName(db, tenantId, { ...known, callName, version })
    if (!saved) return refuse('versionConflict', undefined, { current: await findPerson(db, tenantId, participantId) })
    record({ entity: 'participant', id: participantId, version: version + 1, fields: ['callName'] })
    return accept({ callName, version: version + 1 })
  },
})
