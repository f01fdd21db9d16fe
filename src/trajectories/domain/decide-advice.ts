import { accept, type CalendarDay, type Decision, type MembershipId, refuse } from '#kernel'
import { type Advice, type AdviceContent, assertAdvice, fitToSend } from './advice.ts'
import { replacedInAdvice } from './advice-trace.ts'
import type { Trajectory } from './trajectory.ts'

interface Writer {
  readonly by: MembershipId
  readonly at: Date
}
type Sent = Extract<Advice, { state: 'sent' }>
type Decided = Extract<Advice, { state: 'decided' }>

/** What belongs to another direction is left out, so that nobody reads a leftover. */
const onlyOf = (content: AdviceContent): AdviceContent => {
  const { direction, extendUntil, organisationId, readsUntil, endReason, staysAt } = content
  return {
    ...content,
    extendUntil: direction === 'extension' ? extendUntil : undefined,
    organisationId: direction === 'onward' ? organisationId : undefined,
    readsUntil: direction === 'onward' ? readsUntil : undefined,
    staysAt: direction === 'stayActive' ? staysAt : '',
    endReason: direction === 'end' ? endReason : undefined,
  }
}

/** A draft may lack anything. */
export const saveAdvice = (advice: Advice, content: AdviceContent, { by, at }: Writer): Decision<Advice> => {
  const allowed = assertAdvice('save', advice)
  return allowed.ok ? accept({ ...advice, ...content, writtenBy: by, writtenAt: at }) : allowed
}

export const sendAdvice = (
  advice: Advice,
  content: AdviceContent,
  { by, at }: Writer,
  trajectory: Trajectory,
  today: CalendarDay,
): Decision<Sent> => {
  if (advice.state === 'sent') return refuse('alreadyDone', undefined, { state: advice.state })
  const allowed = assertAdvice('send', advice)
  if (!allowed.ok) return allowed
  const fits = fitToSend(content, trajectory, today)
  if (!fits.ok) return fits
  return accept({ ...advice, ...onlyOf(content), state: 'sent', writtenBy: by, writtenAt: at, sentAt: at, sentBy: by })
}

/** As long as nobody decided; what stood there stays readable. */
export const amendAdvice = (
  advice: Advice,
  content: AdviceContent,
  { by, at }: Writer,
  trajectory: Trajectory,
  today: CalendarDay,
): Decision<Sent> => {
  if (advice.state !== 'sent') return refuse('notPossibleNow', undefined, { state: advice.state, action: 'amend' })
  const fits = fitToSend(content, trajectory, today)
  if (!fits.ok) return fits
  const amended = { ...advice, ...onlyOf(content), writtenBy: by, writtenAt: at }
  return Object.keys(replacedInAdvice(advice, amended)).length === 0
    ? refuse('invalidInput', 'reason', { reason: 'nothingChanged' })
    : accept(amended)
}

export const withdrawAdvice = (advice: Advice, withdrawalReason: string): Decision<Advice> => {
  if (advice.state !== 'sent') return refuse('notPossibleNow', undefined, { state: advice.state, action: 'withdraw' })
  return accept({ ...advice, state: 'withdrawn', withdrawalReason })
}

/** Sent again as it was. */
export const undoAdviceWithdrawal = (advice: Advice): Decision<Sent> => {
  if (advice.state !== 'withdrawn') return refuse('notPossibleNow', undefined, { state: advice.state, action: 'undoWithdrawal' })
  const { withdrawalReason: _taken, ...sent } = advice
  return accept({ ...sent, state: 'sent' })
}

/** Only the municipality decides; when it decides otherwise it says why. */
export const decideAdvice = (
  advice: Advice,
  decided: { readonly decision: Decided['decision']; readonly words: string },
  { by, at }: Writer,
): Decision<Decided> => {
  if (advice.state === 'decided') return refuse('alreadyDone', undefined, { state: advice.state })
  if (advice.state !== 'sent') return refuse('notPossibleNow', undefined, { state: advice.state, action: 'decide' })
  if (decided.decision === 'otherwise' && decided.words === '') return refuse('invalidInput', 'words', { reason: 'required' })
  const { decision, words: decisionWords } = decided
  return accept({ ...advice, state: 'decided', decision, decisionWords, decidedAt: at, decidedBy: by })
}
