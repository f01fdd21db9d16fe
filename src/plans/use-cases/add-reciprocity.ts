import { z } from 'zod'
import { accept, ReciprocityId } from '#kernel'
import { command } from '#platform'
import { mayWishFor } from '../access.ts'
import { ReciprocityFields } from '../domain/reciprocity.ts'
import { insertReciprocity } from '../storage/reciprocity.ts'
import { dossierOf, inDossier } from './parts.ts'

export const addReciprocity = command({
  name: 'plans.addReciprocity',
  summary: 'Writes down what somebody gives back, in the person’s own words; hours only when the person says them',
  input: ReciprocityFields.extend(inDossier),
  output: z.object({ reciprocityId: ReciprocityId }),
  access: mayWishFor,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/reciprocity', status: 201 },
  run: async ({ db, tenantId, memberId, input, today, newId, record }) => {
    const { participantId, ...fields } = input
    const reciprocityId = newId<ReciprocityId>()
    const said = { id: reciprocityId, saidOn: today, writtenBy: memberId }
    await insertReciprocity(db, { tenantId, participantId }, { ...fields, ...said })
    record({ entity: 'reciprocity', id: reciprocityId, version: 1, fields: Object.keys(fields) })
    return accept({ reciprocityId })
  },
})
