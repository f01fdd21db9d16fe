import { form, type ModuleWeb, type PageRequest } from '#platform'
import { amendLimit } from '../use-cases/amend-limit.ts'
import { setLimit } from '../use-cases/set-limit.ts'
import { restoreLimit, withdrawLimit } from '../use-cases/withdraw-limit.ts'
import { typedLimit } from './limit-form.tsx'
import { ADD_LIMIT, AMEND_LIMIT, limitPage } from './limit.page.tsx'
import { limitsPage } from './limits.page.tsx'
import { regimesPaths } from './paths.ts'
import { regimeTexts } from './texts.ts'

const keyOf = (request: PageRequest): string => request.params['limitKey'] ?? ''
const back = (request: PageRequest): string => regimesPaths.limit(keyOf(request))
const say = (request: PageRequest) => regimeTexts(request.lang).t
const byAdmin = { who: ['beheer'], page: limitPage } as const

interface Kept {
  readonly limitId: string
  readonly version: number
}
const undoing = (request: PageRequest, action: string, { version }: Kept) => ({
  action,
  label: say(request)('undo'),
  fields: { version: String(version) },
})

const forms = [
  form({
    ...byAdmin,
    id: ADD_LIMIT,
    path: regimesPaths.limit(':limitKey'),
    useCase: setLimit,
    input: (fields, { limitKey }) => ({ key: limitKey, ...typedLimit(fields, limitKey) }),
    done: (output, request) => ({
      to: back(request),
      notice: {
        text: say(request)('saved'),
        undo: undoing(request, regimesPaths.withdraw(keyOf(request), output.limitId), output),
      },
    }),
  }),
  form({
    ...byAdmin,
    id: AMEND_LIMIT,
    path: regimesPaths.amend(':limitKey', ':limitId'),
    useCase: amendLimit,
    input: (fields, { limitKey, limitId }) => ({
      limitId,
      version: fields.number('version'),
      ...typedLimit(fields, limitKey),
    }),
    done: (_, request) => ({ to: back(request), notice: { text: say(request)('amended') } }),
  }),
  form({
    ...byAdmin,
    id: 'regimes.withdrawLimit',
    path: regimesPaths.withdraw(':limitKey', ':limitId'),
    useCase: withdrawLimit,
    input: (fields, { limitId }) => ({ limitId, version: fields.number('version') }),
    done: (output, request) => ({
      to: back(request),
      notice: {
        text: say(request)('withdrawn'),
        undo: undoing(request, regimesPaths.restore(keyOf(request), output.limitId), output),
      },
    }),
  }),
  form({
    ...byAdmin,
    id: 'regimes.restoreLimit',
    path: regimesPaths.restore(':limitKey', ':limitId'),
    useCase: restoreLimit,
    input: (fields, { limitId }) => ({ limitId, version: fields.number('version') }),
    done: (_, request) => ({ to: back(request), notice: { text: say(request)('restored') } }),
  }),
]

export const regimesWeb: ModuleWeb = { pages: [limitsPage, limitPage], forms }
