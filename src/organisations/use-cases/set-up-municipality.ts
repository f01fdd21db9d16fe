import { z } from 'zod'
import { accept, foldText, lineText } from '#kernel'
import { command } from '#platform'
import { maySetUp } from '../access.ts'
import { insertMunicipality } from '../storage/organisations.ts'

export const setUpMunicipality = command({
  name: 'organisations.setUpMunicipality',
  summary: 'Makes an empty municipality; from the command line only',
  input: z.object({ name: lineText(80) }),
  output: z.object({ slug: z.string() }),
  access: maySetUp,
  run: async ({ db, tenantId, input, record }) => {
    const slug = foldText(input.name).replaceAll(' ', '-')
    await insertMunicipality(db, tenantId, slug, input.name)
    record({ entity: 'municipality', id: tenantId, version: 1, fields: ['name'] })
    return accept({ slug })
  },
})
