import { accept } from '#kernel'
import { command, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { AgreementFields, mayBeTied } from '../domain/agreement.ts'
import { lockAgreement, saveAgreement } from '../storage/agreements.ts'
import { nameOfPromiser } from './add-agreement.ts'
import { AgreementVersion, dossierOf, onAgreement, outdated } from './parts.ts'

export const amendAgreement = command({
  name: 'plans.amendAgreement',
  summary: 'Changes an agreement, or whether the municipality sees it',
  input: AgreementFields.extend(onAgreement),
  output: AgreementVersion,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/agreements/{agreementId}' },
  run: async ({ db, tenantId, input, today, record }) => {
    const { participantId, agreementId, version, ...fields } = input
    const nameless = nameOfPromiser(fields)
    if (nameless !== undefined) return nameless
    const scope = { tenantId, participantId }
    const agreement = found(await lockAgreement(db, scope, agreementId), 'agreement')
    if (agreement.version !== version) return outdated(agreement)
    const allowed = mustBeAble('agreement', agreement.state, 'amend')
    if (!allowed.ok) return allowed
    const tied = mayBeTied(fields.tiedTo, today, agreement.tiedTo)
    if (!tied.ok) return tied
    const { id, state, madeOn, madeBy } = agreement
    await saveAgreement(db, scope, { ...fields, id, state, madeOn, madeBy, version }, version)
    record({ entity: 'agreement', id: agreementId, version: version + 1, fields: Object.keys(fields) })
    return accept({ agreementId, version: version + 1 })
  },
})
