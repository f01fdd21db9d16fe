import { z } from 'zod'
import { accept, FilledId } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { mayFillInstruments } from '../access.ts'
import { takenOver } from '../domain/answers.ts'
import { type FilledAction, isShownTo, mustBeAbleTo } from '../domain/filled.ts'
import { findFilled, keepEarlier, updateFilled } from '../storage/filled.ts'
import { dossierOf, offeredNow, onFilled, outdated, questionnaireFor, Version } from './parts.ts'

const Input = z.object(onFilled)
type Input = z.infer<typeof Input>

const about = {
  input: Input,
  output: z.object({ filledId: FilledId, version: Version }),
  access: mayFillInstruments,
  subject: dossierOf,
}

const findFor = async ({ db, tenantId, actor, input }: CommandContext<Input>, action: FilledAction) => {
  const filled = await findFilled(db, { tenantId, participantId: input.participantId }, input.filledId)
  const shown = found(filled !== undefined && isShownTo(actor.role, filled) ? filled : undefined, 'filled instrument')
  const allowed = mustBeAbleTo(actor.role, shown, action)
  return allowed.ok ? accept(shown) : allowed
}

export const discardFilling = command({
  ...about,
  name: 'instruments.discardFilling',
  summary: 'Puts away what was filled in; it can be brought back',
  rest: { method: 'POST', path: '/participants/{participantId}/instruments/{filledId}/discard' },
  run: async context => {
    const { db, tenantId, input, record } = context
    const allowed = await findFor(context, 'discard')
    if (!allowed.ok) return allowed
    const { participantId, filledId, version } = input
    if (!(await updateFilled(db, { tenantId, participantId }, { id: filledId, version }, { state: 'discarded' })))
      return outdated(allowed.value)
    record({ entity: 'filledInstrument', id: filledId, version: version + 1, fields: ['state'] })
    return accept({ filledId, version: version + 1 })
  },
})

export const restoreFilling = command({
  ...about,
  name: 'instruments.restoreFilling',
  summary: 'Brings back what was put away, as it was: a draft, or finished',
  rest: { method: 'POST', path: '/participants/{participantId}/instruments/{filledId}/restore' },
  run: async context => {
    const { db, tenantId, input, record } = context
    const allowed = await findFor(context, 'restore')
    if (!allowed.ok) return allowed
    const { participantId, filledId, version } = input
    const state = allowed.value.finishedOn === undefined ? 'draft' : 'finished'
    if (!(await updateFilled(db, { tenantId, participantId }, { id: filledId, version }, { state })))
      return outdated(allowed.value)
    record({ entity: 'filledInstrument', id: filledId, version: version + 1, fields: ['state'] })
    return accept({ filledId, version: version + 1 })
  },
})

export const renewDraft = command({
  ...about,
  name: 'instruments.renewDraft',
  summary: 'Goes on with a draft in the newest version of its questionnaire; the answers to what is the same go along',
  rest: { method: 'POST', path: '/participants/{participantId}/instruments/{filledId}/renew' },
  run: async context => {
    const { db, tenantId, memberId, input, now, record } = context
    const allowed = await findFor(context, 'renew')
    if (!allowed.ok) return allowed
    const filled = allowed.value
    const [from, offered] = await Promise.all([questionnaireFor(db, tenantId, filled), offeredNow(db, tenantId)])
    const to = offered.find(each => each.key === filled.key) ?? from
    const scope = { tenantId, participantId: input.participantId }
    const renewed = { ...takenOver(from, to, filled), instrumentVersion: to.version }
    if (!(await updateFilled(db, scope, { id: filled.id, version: input.version }, renewed))) return outdated(filled)
    await keepEarlier(db, scope, filled, { at: now, by: memberId })
    record({ entity: 'filledInstrument', id: filled.id, version: input.version + 1, fields: ['instrumentVersion', 'answers'] })
    return accept({ filledId: filled.id, version: input.version + 1 })
  },
})
