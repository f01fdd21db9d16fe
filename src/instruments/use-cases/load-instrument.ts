import { z } from 'zod'
import { accept, freeText, refuse } from '#kernel'
import { command } from '#platform'
import { mayManageInstruments } from '../access.ts'
import { isShipped } from '../content/index.ts'
import { canDoLoaded, LoadedState } from '../domain/loaded.ts'
import { InstrumentKey } from '../domain/questionnaire.ts'
import { readQuestionnaireFile } from '../domain/questionnaire-file.ts'
import { findLoaded, insertLoaded, lastVersionOf, setLoadedState, withdrawOffered } from '../storage/loaded.ts'
import { Version } from './parts.ts'

const LARGEST = 600_000

export const loadInstrument = command({
  name: 'instruments.loadInstrument',
  summary:
    'Loads a questionnaire for which the municipality has a licence, as the next version of its key, to be looked at first',
  input: z.object({
    fileName: freeText(300).default('vragenlijst.json'),
    /** The text of the JSON file. */
    file: z.string().min(1).max(LARGEST),
  }),
  output: z.object({ key: InstrumentKey, version: Version }),
  access: mayManageInstruments,
  rest: { method: 'POST', path: '/instruments', status: 201 },
  run: async ({ db, tenantId, memberId, input, now, record }) => {
    const read = readQuestionnaireFile(input.file)
    if (!read.ok) return read
    const { key } = read.value
    if (isShipped(key)) return refuse('invalidInput', 'file', { reason: 'shipped', key })
    const version = (await lastVersionOf(db, tenantId, key)) + 1
    const { fileName } = input
    const loaded = { version, state: 'preview', content: read.value, fileName, loadedBy: memberId, loadedAt: now } as const
    if (!(await insertLoaded(db, tenantId, loaded))) return refuse('versionConflict')
    record({ entity: 'instrument', id: `${key} ${version}`, version, fields: ['content'] })
    return accept({ key, version })
  },
})

const Chosen = z.object({ key: InstrumentKey, version: Version })
const changed = { input: Chosen, output: Chosen.extend({ state: LoadedState }), access: mayManageInstruments }

export const offerInstrument = command({
  ...changed,
  name: 'instruments.offerInstrument',
  summary: 'Offers this version from now on; what was filled in with another version stays as it was',
  rest: { method: 'POST', path: '/instruments/{key}/versions/{version}/offer' },
  run: async ({ db, tenantId, input, record }) => {
    const { key, version } = input
    const loaded = await findLoaded(db, tenantId, input)
    if (loaded === undefined) return refuse('notFound')
    if (!canDoLoaded(loaded.state, 'offer')) return refuse('notPossibleNow', undefined, { state: loaded.state })
    await withdrawOffered(db, tenantId, key)
    await setLoadedState(db, tenantId, input, 'offered')
    record({ entity: 'instrument', id: `${key} ${version}`, version, fields: ['state'] })
    return accept({ key, version, state: 'offered' })
  },
})

export const withdrawInstrument = command({
  ...changed,
  name: 'instruments.withdrawInstrument',
  summary: 'Offers this version no longer; what was filled in with it stays readable',
  rest: { method: 'POST', path: '/instruments/{key}/versions/{version}/withdraw' },
  run: async ({ db, tenantId, input, record }) => {
    const { key, version } = input
    const loaded = await findLoaded(db, tenantId, input)
    if (loaded === undefined) return refuse('notFound')
    if (!canDoLoaded(loaded.state, 'withdraw')) return refuse('notPossibleNow', undefined, { state: loaded.state })
    await setLoadedState(db, tenantId, input, 'withdrawn')
    record({ entity: 'instrument', id: `${key} ${version}`, version, fields: ['state'] })
    return accept({ key, version, state: 'withdrawn' })
  },
})
