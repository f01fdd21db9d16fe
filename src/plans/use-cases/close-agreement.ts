import { z } from 'zod'
import { accept, type AgreementId, type Decision, type ParticipantId } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { mayMarkPromises, mayWritePlan } from '../access.ts'
import { type ActionOn, mustBeAble } from '../domain/actions.ts'
import {
  type Agreement,
  AgreementOutcome,
  type AgreementState,
  isPromiseOfOthers,
  OutcomeWords,
  stateWithout,
} from '../domain/agreement.ts'
import { lockAgreement, saveAgreement } from '../storage/agreements.ts'
import { deleteSaid, saveSaid } from '../storage/agreements-said.ts'
import { AgreementVersion, dossierOf, onAgreement, outdated } from './parts.ts'

type OnAgreement = CommandContext<{
  readonly participantId: ParticipantId
  readonly agreementId: AgreementId
  readonly version: number
}>

/**
 * How an agreement stands is a matter of the two sides: nothing here tells it to anybody. No fact is published and no mail is sent,
 * also not when it was not kept.
 */
const change = async (
  { db, tenantId, input: { participantId, agreementId, version }, record }: OnAgreement,
  action: ActionOn<'agreement'>,
  becomes: (agreement: Agreement) => AgreementState,
): Promise<Decision<z.infer<typeof AgreementVersion>>> => {
  const scope = { tenantId, participantId }
  const agreement = found(await lockAgreement(db, scope, agreementId), 'agreement')
  if (agreement.version !== version) return outdated(agreement)
  const allowed = mustBeAble('agreement', agreement.state, action)
  if (!allowed.ok) return allowed
  await saveAgreement(db, scope, { ...agreement, state: becomes(agreement) }, version)
  record({ entity: 'agreement', id: agreementId, version: version + 1, fields: [action] })
  return accept({ agreementId, version: version + 1 })
}

export const closeAgreement = command({
  name: 'plans.closeAgreement',
  summary: 'Says of an agreement, of either side, that it was kept, not kept or withdrawn; nobody is told automatically',
  input: z.object({ ...onAgreement, outcome: AgreementOutcome, words: OutcomeWords.default('') }),
  output: AgreementVersion,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/agreements/{agreementId}/close' },
  run: async context => {
    const { db, tenantId, memberId, today, input } = context
    const { participantId, agreementId, outcome, words } = input
    const closed = await change(context, 'close', () => outcome)
    if (!closed.ok) return closed
    const scope = { tenantId, participantId }
    await saveSaid(db, scope, agreementId, { side: 'guide', outcome, words, saidOn: today, saidBy: memberId })
    return closed
  },
})

export const reopenAgreement = command({
  name: 'plans.reopenAgreement',
  summary: 'Opens an agreement again that was closed; what the person says of it stays',
  input: z.object(onAgreement),
  output: AgreementVersion,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/agreements/{agreementId}/reopen' },
  run: async context => {
    const { db, tenantId, input } = context
    const opened = await change(context, 'reopen', () => 'open')
    if (opened.ok) await deleteSaid(db, { tenantId, participantId: input.participantId }, input.agreementId, 'guide')
    return opened
  },
})

/** The own promises of the person are not marked here: the person gets the answer of an agreement that is not there. */
const ofOthers = (agreement: Agreement): Agreement => found(isPromiseOfOthers(agreement) ? agreement : undefined, 'agreement')

export const markPromise = command({
  name: 'plans.markPromise',
  summary: 'The person says of what others promised whether it was kept, in own words; nobody is told automatically',
  input: z.object({ ...onAgreement, outcome: AgreementOutcome.exclude(['withdrawn']), words: OutcomeWords.default('') }),
  output: AgreementVersion,
  access: mayMarkPromises,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/agreements/{agreementId}/mark' },
  run: async context => {
    const { db, tenantId, memberId, today, input } = context
    const { participantId, agreementId, outcome, words } = input
    const marked = await change(context, 'mark', agreement => ofOthers(agreement) && outcome)
    if (!marked.ok) return marked
    const scope = { tenantId, participantId }
    await saveSaid(db, scope, agreementId, { side: 'participant', outcome, words, saidOn: today, saidBy: memberId })
    return marked
  },
})

export const unmarkPromise = command({
  name: 'plans.unmarkPromise',
  summary: 'The person takes back what was said of a promise; what the coach says of it stands again',
  input: z.object(onAgreement),
  output: AgreementVersion,
  access: mayMarkPromises,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/agreements/{agreementId}/unmark' },
  run: async context => {
    const { db, tenantId, input } = context
    const taken = await change(context, 'mark', agreement => stateWithout(ofOthers(agreement), 'participant'))
    if (taken.ok) await deleteSaid(db, { tenantId, participantId: input.participantId }, input.agreementId, 'participant')
    return taken
  },
})
