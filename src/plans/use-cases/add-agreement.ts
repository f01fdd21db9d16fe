import { z } from 'zod'
import { accept, AgreementId, refuse, type Refusal } from '#kernel'
import { command } from '#platform'
import { mayWritePlan } from '../access.ts'
import { AgreementFields, mayBeTied } from '../domain/agreement.ts'
import { insertAgreement } from '../storage/agreements.ts'
import { dossierOf, inDossier } from './parts.ts'

export const nameOfPromiser = (fields: AgreementFields): Refusal<'invalidInput'> | undefined =>
  fields.promisedBy === 'other' && fields.promisedByName === undefined
    ? refuse('invalidInput', 'promisedByName', { reason: 'required' })
    : undefined

export const addAgreement = command({
  name: 'plans.addAgreement',
  summary: 'Writes down what one side promised the other, on which terms, and whether it is tied to a duty in law',
  input: AgreementFields.extend(inDossier),
  output: z.object({ agreementId: AgreementId }),
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/agreements', status: 201 },
  run: async ({ db, tenantId, memberId, input, today, newId, record }) => {
    const { participantId, ...fields } = input
    const nameless = nameOfPromiser(fields)
    if (nameless !== undefined) return nameless
    const tied = mayBeTied(fields.tiedTo, today)
    if (!tied.ok) return tied
    const agreementId = newId<AgreementId>()
    await insertAgreement(
      db,
      { tenantId, participantId },
      { ...fields, id: agreementId, state: 'open', madeOn: today, madeBy: memberId, version: 1 },
    )
    record({ entity: 'agreement', id: agreementId, version: 1, fields: Object.keys(fields) })
    return accept({ agreementId })
  },
})
