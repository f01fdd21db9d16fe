import { z } from 'zod'
import { accept, type Decision, RecognitionOptionId, refuse, type Refusal } from '#kernel'
import { command, type CommandContext, found, query } from '#platform'
import { mayListRecognition, mayManageRecognition } from '../access.ts'
import { mustBeAble } from '../domain/actions.ts'
import { Cents, CountsAs, RecognitionKind, RecognitionOption, RecognitionWords } from '../domain/recognition.ts'
import { insertOption, listOptions, saveOption } from '../storage/recognition-options.ts'
import { outdated, Version } from './parts.ts'

const Fields = z.object({
  kind: RecognitionKind.exclude(['none']),
  words: RecognitionWords.min(1),
  valueCents: Cents.optional(),
  countsAs: CountsAs.default('nothing'),
})
const on = { optionId: RecognitionOptionId, version: Version }
const output = z.object({ optionId: RecognitionOptionId, version: Version })

/** What has a value is a gift or a premium beside a benefit; somebody has to say which. */
const uncounted = (fields: z.infer<typeof Fields>): Refusal<'invalidInput'> | undefined =>
  fields.valueCents !== undefined && fields.countsAs === 'nothing'
    ? refuse('invalidInput', 'countsAs', { reason: 'required' })
    : undefined

export const listRecognitionOptions = query({
  name: 'plans.listRecognitionOptions',
  summary: 'What this municipality has to choose from when somebody is appreciated',
  input: z.object({}),
  output: z.object({ options: z.array(RecognitionOption) }),
  access: mayListRecognition,
  personal: false,
  rest: { method: 'GET', path: '/recognition-options' },
  run: async ({ db, tenantId }) => ({ options: [...(await listOptions(db, tenantId))] }),
})

export const addRecognitionOption = command({
  name: 'plans.addRecognitionOption',
  summary: 'Adds something to choose from when somebody is appreciated, with its value if it has one',
  input: Fields,
  output: z.object({ optionId: RecognitionOptionId }),
  access: mayManageRecognition,
  rest: { method: 'POST', path: '/recognition-options', status: 201 },
  run: async ({ db, tenantId, input, newId, record }) => {
    const refusal = uncounted(input)
    if (refusal !== undefined) return refusal
    const optionId = newId<RecognitionOptionId>()
    await insertOption(db, tenantId, { ...input, id: optionId, archived: false, version: 1 })
    record({ entity: 'recognitionOption', id: optionId, version: 1, fields: Object.keys(input) })
    return accept({ optionId })
  },
})

const change = async (
  { db, tenantId, input, record }: CommandContext<{ readonly optionId: RecognitionOptionId; readonly version: number }>,
  action: 'amend' | 'archive' | 'restore',
  becomes: Parameters<typeof saveOption>[4],
): Promise<Decision<z.infer<typeof output>>> => {
  const { optionId, version } = input
  const option = found(
    (await listOptions(db, tenantId)).find(each => each.id === optionId),
    'recognitionOption',
  )
  const allowed = mustBeAble('recognitionOption', option.archived ? 'archived' : 'kept', action)
  if (!allowed.ok) return option.version === version ? allowed : outdated(option)
  if (!(await saveOption(db, tenantId, optionId, version, becomes)))
    return outdated((await listOptions(db, tenantId)).find(each => each.id === optionId))
  record({ entity: 'recognitionOption', id: optionId, version: version + 1, fields: [action] })
  return accept({ optionId, version: version + 1 })
}

export const amendRecognitionOption = command({
  name: 'plans.amendRecognitionOption',
  summary: 'Changes the words, value or kind of something to choose from; what was agreed before stays as it was',
  input: Fields.extend(on),
  output,
  access: mayManageRecognition,
  rest: { method: 'PUT', path: '/recognition-options/{optionId}' },
  run: async context => {
    const refusal = uncounted(context.input)
    if (refusal !== undefined) return refusal
    const { kind, words, valueCents, countsAs } = context.input
    return change(context, 'amend', { kind, words, valueCents, countsAs })
  },
})

export const archiveRecognitionOption = command({
  name: 'plans.archiveRecognitionOption',
  summary: 'Takes something off the list to choose from; it can be brought back',
  input: z.object(on),
  output,
  access: mayManageRecognition,
  rest: { method: 'POST', path: '/recognition-options/{optionId}/archive' },
  run: context => change(context, 'archive', { archivedAt: context.now }),
})

export const restoreRecognitionOption = command({
  name: 'plans.restoreRecognitionOption',
  summary: 'Brings something back to the list to choose from',
  input: z.object(on),
  output,
  access: mayManageRecognition,
  rest: { method: 'POST', path: '/recognition-options/{optionId}/restore' },
  run: context => change(context, 'restore', { archivedAt: null }),
})
