import { z } from 'zod'
import { accept, FilledId, refuse } from '#kernel'
import { command, found } from '#platform'
import { mayFillInstruments } from '../access.ts'
import { isShownTo, speaksFor } from '../domain/filled.ts'
import { InstrumentKey, View } from '../domain/questionnaire.ts'
import { insertFilled, listFilledOf } from '../storage/filled.ts'
import { dossierOf, inDossier, offeredNow } from './parts.ts'

export const startFilling = command({
  name: 'instruments.startFilling',
  summary: 'Begins to fill in a questionnaire, or goes on with the draft that there is',
  input: z.object({
    ...inDossier,
    key: InstrumentKey,
    view: View,
    /** A view beside this one, on the same occasion: so that both can be seen side by side. */
    beside: FilledId.optional(),
  }),
  output: z.object({ filledId: FilledId, started: z.boolean() }),
  access: mayFillInstruments,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/instruments', status: 201 },
  run: async ({ db, tenantId, memberId, actor, input, now, newId, record }) => {
    const { participantId, key, view } = input
    const scope = { tenantId, participantId }
    if (!speaksFor(actor.role, view)) return refuse('invalidInput', 'view', { reason: 'viewOfOther' })
    const [offered, filled] = await Promise.all([offeredNow(db, tenantId), listFilledOf(db, scope)])
    const questionnaire = offered.find(each => each.key === key)
    if (questionnaire === undefined) return refuse('invalidInput', 'key', { reason: 'choice' })
    if (!questionnaire.fillers.includes(view)) return refuse('invalidInput', 'view', { reason: 'choice' })
    const beside =
      input.beside === undefined
        ? undefined
        : found(
            filled.find(each => each.id === input.beside && each.key === key && isShownTo(actor.role, each)),
            'filled instrument',
          )
    const occasionId = beside?.occasionId ?? newId<string>()
    const there = filled.find(
      each =>
        each.view === view &&
        each.key === key &&
        ((each.state === 'draft' && beside === undefined) || (each.state !== 'discarded' && each.occasionId === occasionId)),
    )
    if (there !== undefined) return accept({ filledId: there.id, started: false })
    const id = newId<FilledId>()
    const { kind, version: instrumentVersion } = questionnaire
    await insertFilled(db, scope, {
      ...{ id, occasionId, key, instrumentVersion, kind, view, state: 'draft', version: 1 },
      ...{ answers: {}, marks: [], said: {}, startedAt: now, startedBy: memberId },
    })
    record({ entity: 'filledInstrument', id, version: 1, fields: ['key', 'view'] })
    return accept({ filledId: id, started: true })
  },
})
