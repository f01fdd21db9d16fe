import { z } from 'zod'
import { accept, AgreementId, type Decision, type ParticipantId } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { mayWritePlan } from '../access.ts'
import { type ActionOn, mustBeAble } from '../domain/actions.ts'
import { type Agreement, AgreementFields, AgreementOutcome } from '../domain/agreement.ts'
import { findAgreement, saveAgreement } from '../storage/agreements.ts'
import { nameOfPromiser } from './add-agreement.ts'
import { dossierOf, inDossier, outdated, Version } from './parts.ts'

const on = { ...inDossier, agreementId: AgreementId, version: Version }
const output = z.object({ agreementId: AgreementId, version: Version })

const change = async (
  {
    db,
    tenantId,
    input,
    record,
  }: CommandContext<{ readonly participantId: ParticipantId; readonly agreementId: AgreementId; readonly version: number }>,
  action: ActionOn<'agreement'>,
  becomes: (agreement: Agreement) => Agreement,
): Promise<Decision<z.infer<typeof output>>> => {
  const { participantId, agreementId, version } = input
  const scope = { tenantId, participantId }
  const agreement = found(await findAgreement(db, scope, agreementId), 'agreement')
  const allowed = mustBeAble('agreement', agreement.state, action)
  if (!allowed.ok) return agreement.version === version ? allowed : outdated(agreement)
  if (!(await saveAgreement(db, scope, becomes(agreement), version))) return outdated(agreement)
  record({ entity: 'agreement', id: agreementId, version: version + 1, fields: [action] })
  return accept({ agreementId, version: version + 1 })
}

export const amendAgreement = command({
  name: 'plans.amendAgreement',
  summary: 'Changes an agreement, or whether the municipality sees it',
  input: AgreementFields.extend(on),
  output,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/agreements/{agreementId}' },
  run: async context => {
    const { promisedBy, promisedByName, words, until, forMunicipality } = context.input
    const nameless = nameOfPromiser(context.input)
    if (nameless !== undefined) return nameless
    return change(context, 'amend', agreement => ({ ...agreement, promisedBy, promisedByName, words, until, forMunicipality }))
  },
})

export const closeAgreement = command({
  name: 'plans.closeAgreement',
  summary: 'Says of an agreement that it was kept, not kept or withdrawn',
  input: z.object({ ...on, outcome: AgreementOutcome }),
  output,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/agreements/{agreementId}/close' },
  run: context => change(context, 'close', agreement => ({ ...agreement, state: context.input.outcome })),
})

export const reopenAgreement = command({
  name: 'plans.reopenAgreement',
  summary: 'Opens an agreement again that was closed',
  input: z.object(on),
  output,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/agreements/{agreementId}/reopen' },
  run: context => change(context, 'reopen', agreement => ({ ...agreement, state: 'open' })),
})
