import { z } from 'zod'
import { memberNames } from '#organisations'
import { query } from '#platform'
import { mayManageInstruments } from '../access.ts'
import { shippedNow } from '../content/index.ts'
import { textsOf, VersionedTexts } from '../domain/filled-view.ts'
import { LoadedState } from '../domain/loaded.ts'
import { listLoaded as load } from '../storage/loaded.ts'

const Loaded = z.object({
  texts: VersionedTexts,
  state: LoadedState,
  fileName: z.string(),
  loadedAt: z.iso.datetime(),
  by: z.string(),
})
export type Loaded = Readonly<z.infer<typeof Loaded>>

export const listLoaded = query({
  name: 'instruments.listLoaded',
  summary: 'Every questionnaire that is offered or was loaded, with its versions',
  input: z.object({}),
  output: z.object({ shipped: z.array(VersionedTexts), loaded: z.array(Loaded) }),
  access: mayManageInstruments,
  personal: false,
  rest: { method: 'GET', path: '/instruments' },
  run: async ({ db, tenantId }) => {
    const loaded = await load(db, tenantId)
    const ids = [...new Set(loaded.map(each => each.loadedBy))]
    const names = ids.length === 0 ? undefined : await memberNames(db, tenantId, ids)
    return {
      shipped: shippedNow().map(textsOf),
      loaded: loaded.map(({ version, content, state, fileName, loadedAt, loadedBy }) => ({
        texts: { version, content },
        ...{ state, fileName, loadedAt: loadedAt.toISOString(), by: names?.get(loadedBy)?.name ?? '' },
      })),
    }
  },
})
