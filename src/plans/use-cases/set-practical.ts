import { z } from 'zod'
import { accept } from '#kernel'
import { command } from '#platform'
import { mayWritePlan } from '../access.ts'
import { PracticalFields } from '../domain/practical.ts'
import { findPractical, savePractical } from '../storage/practical.ts'
import { dossierOf, inDossier, outdated } from './parts.ts'

export const setPractical = command({
  name: 'plans.setPractical',
  summary: 'Writes down what would have to be practical: days, distance, language, energy, childcare, cost',
  input: PracticalFields.extend({
    ...inDossier,
    /** 0 when nothing was written down yet. */
    version: z.int().min(0).default(0),
  }),
  output: z.object({ version: z.int().positive() }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/practical' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, version, ...fields } = input
    const scope = { tenantId, participantId }
    if (!(await savePractical(db, scope, version, fields))) return outdated(await findPractical(db, scope))
    record({ entity: 'practical', id: participantId, version: version + 1, fields: Object.keys(fields) })
    return accept({ version: version + 1 })
  },
})
