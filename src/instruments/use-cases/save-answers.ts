import { z } from 'zod'
import { accept, FilledId, refuse } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { mayFillInstruments } from '../access.ts'
import { firstMissing, fits, type PageOfAnswers, withPage } from '../domain/answers.ts'
import { type FilledAction, type FilledInstrument, type Filling, isShownTo, mustBeAbleTo } from '../domain/filled.ts'
import type { Questionnaire } from '../domain/questionnaire.ts'
import { findFilled, keepEarlier, updateFilled } from '../storage/filled.ts'
import { dossierOf, onePage, onFilled, outdated, pageOf, questionnaireFor, Version } from './parts.ts'

const Input = z.object({ ...onFilled, ...onePage })
type Input = z.infer<typeof Input>
const Output = z.object({ filledId: FilledId, version: Version })

interface Changed {
  readonly filled: FilledInstrument
  readonly questionnaire: Questionnaire
  readonly filling: Filling
}

/** The filled instrument with this page in it, when that may be. */
const withThisPage = async ({ db, tenantId, actor, input }: CommandContext<Input>, action: FilledAction) => {
  const scope = { tenantId, participantId: input.participantId }
  const filled = await findFilled(db, scope, input.filledId)
  const shown = found(filled !== undefined && isShownTo(actor.role, filled) ? filled : undefined, 'filled instrument')
  const allowed = mustBeAbleTo(actor.role, shown, action)
  if (!allowed.ok) return allowed
  const questionnaire = await questionnaireFor(db, tenantId, shown)
  const page: PageOfAnswers = pageOf(input)
  const filling = withPage(shown, page)
  const fit = fits(questionnaire, filling)
  return fit.ok ? accept<Changed>({ filled: shown, questionnaire, filling }) : fit
}

const WRITTEN = ['answers', 'marks', 'said'] as const
const about = {
  input: Input,
  output: Output,
  access: mayFillInstruments,
  subject: dossierOf,
}

export const saveAnswers = command({
  ...about,
  name: 'instruments.saveAnswers',
  summary: 'Keeps one page of a draft; what the page did not ask stays as it was',
  rest: { method: 'PATCH', path: '/participants/{participantId}/instruments/{filledId}' },
  run: async context => {
    const { db, tenantId, input, record } = context
    const changed = await withThisPage(context, 'save')
    if (!changed.ok) return changed
    const { filled, filling } = changed.value
    const scope = { tenantId, participantId: input.participantId }
    if (!(await updateFilled(db, scope, { id: filled.id, version: input.version }, filling))) return outdated(filled)
    record({ entity: 'filledInstrument', id: filled.id, version: input.version + 1, fields: WRITTEN })
    return accept({ filledId: filled.id, version: input.version + 1 })
  },
})

export const finishFilling = command({
  ...about,
  name: 'instruments.finishFilling',
  summary: 'Keeps the last page and finishes the draft: from now on both see it',
  rest: { method: 'POST', path: '/participants/{participantId}/instruments/{filledId}/finish' },
  run: async context => {
    const { db, tenantId, input, today, record } = context
    const changed = await withThisPage(context, 'finish')
    if (!changed.ok) return changed
    const { filled, filling, questionnaire } = changed.value
    const missing = firstMissing(questionnaire, filling)
    if (missing !== undefined) return refuse('invalidInput', `answers.${missing}`, { reason: 'required' })
    const scope = { tenantId, participantId: input.participantId }
    const finished = { ...filling, state: 'finished', finishedOn: today } as const
    if (!(await updateFilled(db, scope, { id: filled.id, version: input.version }, finished))) return outdated(filled)
    record({ entity: 'filledInstrument', id: filled.id, version: input.version + 1, fields: [...WRITTEN, 'state'] })
    return accept({ filledId: filled.id, version: input.version + 1 })
  },
})

export const amendFilled = command({
  ...about,
  name: 'instruments.amendFilled',
  summary: 'Changes a finished one; how it read before is kept',
  rest: { method: 'POST', path: '/participants/{participantId}/instruments/{filledId}/amend' },
  run: async context => {
    const { db, tenantId, memberId, input, now, record } = context
    const changed = await withThisPage(context, 'amend')
    if (!changed.ok) return changed
    const { filled, filling, questionnaire } = changed.value
    const missing = firstMissing(questionnaire, filling)
    if (missing !== undefined) return refuse('invalidInput', `answers.${missing}`, { reason: 'required' })
    const scope = { tenantId, participantId: input.participantId }
    if (!(await updateFilled(db, scope, { id: filled.id, version: input.version }, filling))) return outdated(filled)
    await keepEarlier(db, scope, filled, { at: now, by: memberId })
    record({ entity: 'filledInstrument', id: filled.id, version: input.version + 1, fields: WRITTEN })
    return accept({ filledId: filled.id, version: input.version + 1 })
  },
})
