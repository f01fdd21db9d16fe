import { type Decision, freeText, OrganisationId, refuse } from '#kernel'
import { organisationNames } from '#organisations'
import type { CommandContext } from '#platform'
import type { z } from 'zod'
import { RECEIVING_KINDS, type Referral } from '../domain/referral.ts'
import type { Side } from '../domain/referral-actions.ts'
import { addWorkingDays, DAYS_TO_ANSWER } from '../domain/working-days.ts'
import { changeReferral, ReferralKey } from './change-referral.ts'
import { findOpenReferral } from './open-referral.ts'
import { closeForAnswer, openForAnswer } from './organisation-access.ts'

export const Routing = ReferralKey.extend({
  organisationId: OrganisationId,
  /** For the organisation that gets it, and in the trace. */
  words: freeText(2000, 1),
})

/** Whether a referral can go to this organisation. */
export const isReceiving = async (
  { db, tenantId }: Pick<CommandContext<unknown>, 'db' | 'tenantId'>,
  to: OrganisationId,
): Promise<boolean> => {
  const organisations = await organisationNames(db, tenantId)
  return organisations.some(({ id, kind }) => id === to && RECEIVING_KINDS.includes(kind))
}

type Decide = (
  referral: Referral,
  route: { readonly to: OrganisationId; readonly at: Date; readonly answerBy: ReturnType<typeof addWorkingDays> },
) => Decision<Referral>

/** To another organisation: the one that had it no longer reaches the dossier for it, the new one does, with a term of its own. */
export const routeReferral = async (
  context: CommandContext<z.infer<typeof Routing>>,
  side: Side,
  decide: Decide,
): Promise<Decision<{ readonly referral: Referral; readonly from: OrganisationId }>> => {
  const { input, now, today } = context
  const to = input.organisationId
  const receiving = await isReceiving(context, to)
  const answerBy = addWorkingDays(today, DAYS_TO_ANSWER)
  let before: Referral | undefined
  const changed = await changeReferral(context, side, input.words, referral => {
    before = referral
    return receiving
      ? decide(referral, { to, at: now, answerBy })
      : refuse('invalidInput', 'organisationId', { reason: 'choice' })
  })
  if (!changed.ok || before === undefined) return changed as Decision<never>
  const waiting = await findOpenReferral(context, changed.value)
  if (waiting !== undefined) return refuse('alreadyDone', 'organisationId', { referralId: waiting.id })
  await closeForAnswer(context, before)
  await openForAnswer(context, changed.value)
  return { ok: true, value: { referral: changed.value, from: before.organisationId } }
}
