import { z } from 'zod'
import { accept, freeText } from '#kernel'
import { command, query } from '#platform'
import { mayLoadSynonyms } from '../access.ts'
import { readSynonymList } from '../domain/synonym-list.ts'
import { listSynonyms as load, replaceSynonyms } from '../storage/synonyms.ts'

export const loadSynonyms = command({
  name: 'matching.loadSynonyms',
  summary: 'Takes over the list of words that mean the same in this municipality, one set per line; replaces the list before',
  input: z.object({ list: freeText(200_000) }),
  output: z.object({ sets: z.int().min(0), words: z.int().min(0) }),
  access: mayLoadSynonyms,
  rest: { method: 'PUT', path: '/synonyms' },
  run: async ({ db, tenantId, input, newId, record }) => {
    const read = readSynonymList(input.list)
    if (!read.ok) return read
    await replaceSynonyms(
      db,
      tenantId,
      read.value.map(words => ({ id: newId<string>(), words })),
    )
    record({ entity: 'synonyms', id: tenantId, fields: ['words'] })
    return accept({ sets: read.value.length, words: read.value.flat().length })
  },
})

export const listSynonyms = query({
  name: 'matching.listSynonyms',
  summary: 'The words that mean the same in this municipality, beside the shipped list',
  input: z.object({}),
  output: z.object({ sets: z.array(z.array(z.string())) }),
  access: mayLoadSynonyms,
  personal: false,
  rest: { method: 'GET', path: '/synonyms' },
  run: async ({ db, tenantId }) => ({ sets: (await load(db, tenantId)).map(words => [...words]) }),
})
