import { z } from 'zod'
import { accept, type Decision, type ParticipantId, ReciprocityId } from '#kernel'
import { command, type CommandContext, found } from '#platform'
import { mayWishFor } from '../access.ts'
import { type ActionOn, mustBeAble } from '../domain/actions.ts'
import { ReciprocityFields } from '../domain/reciprocity.ts'
import { findReciprocity, saveReciprocity } from '../storage/reciprocity.ts'
import { dossierOf, inDossier, outdated, Version } from './parts.ts'

const on = { ...inDossier, reciprocityId: ReciprocityId, version: Version }
const output = z.object({ reciprocityId: ReciprocityId, version: Version })

const change = async (
  context: CommandContext<{
    readonly participantId: ParticipantId
    readonly reciprocityId: ReciprocityId
    readonly version: number
  }>,
  action: ActionOn<'reciprocity'>,
  becomes: Parameters<typeof saveReciprocity>[4],
): Promise<Decision<z.infer<typeof output>>> => {
  const { db, tenantId, input, record } = context
  const { participantId, reciprocityId, version } = input
  const scope = { tenantId, participantId }
  const given = found(await findReciprocity(db, scope, reciprocityId), 'reciprocity')
  const allowed = mustBeAble('reciprocity', given.archived ? 'archived' : 'kept', action)
  if (!allowed.ok) return given.version === version ? allowed : outdated(given)
  if (!(await saveReciprocity(db, scope, reciprocityId, version, becomes)))
    return outdated(await findReciprocity(db, scope, reciprocityId))
  record({ entity: 'reciprocity', id: reciprocityId, version: version + 1, fields: [action] })
  return accept({ reciprocityId, version: version + 1 })
}

export const amendReciprocity = command({
  name: 'plans.amendReciprocity',
  summary: 'Changes the words or the hours of what somebody gives back',
  input: ReciprocityFields.extend(on),
  output,
  access: mayWishFor,
  subject: dossierOf,
  rest: { method: 'PUT', path: '/participants/{participantId}/reciprocity/{reciprocityId}' },
  run: context => {
    const { words, language, hoursPerWeek } = context.input
    return change(context, 'amend', { words, language, hoursPerWeek })
  },
})

export const archiveReciprocity = command({
  name: 'plans.archiveReciprocity',
  summary: 'Puts away what somebody gives back; it can be brought back, and nobody has to give',
  input: z.object(on),
  output,
  access: mayWishFor,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/reciprocity/{reciprocityId}/archive' },
  run: context => change(context, 'archive', { archivedAt: context.now }),
})

export const restoreReciprocity = command({
  name: 'plans.restoreReciprocity',
  summary: 'Brings back what somebody gives back',
  input: z.object(on),
  output,
  access: mayWishFor,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/reciprocity/{reciprocityId}/restore' },
  run: context => change(context, 'restore', { archivedAt: null }),
})
