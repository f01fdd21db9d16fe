import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { accept, freeText } from '#kernel'
import { command } from '#platform'
import { maySetPoints } from '../access.ts'
import { readTable } from '../domain/import/read-table.ts'
import { readPostcodePoints } from '../domain/postcode-points.ts'
import { decodeText, MAX_FILE_BYTES } from '../import/decode.ts'
import { savePoints } from '../storage/points.ts'

export const importPostcodePoints = command({
  name: 'supply.importPostcodePoints',
  summary: 'Takes over where postcodes are, from a CSV with the columns postcode, lat and lon',
  input: z.object({ fileName: freeText(300, 1), file: z.string().max(Math.ceil((MAX_FILE_BYTES * 4) / 3) + 8) }),
  output: z.object({ taken: z.number(), refused: z.number(), refusedLines: z.array(z.number()) }),
  access: maySetPoints,
  rest: { method: 'POST', path: '/postcode-points' },
  run: async ({ db, tenantId, input, record }) => {
    const decoded = decodeText(Buffer.from(input.file, 'base64'))
    if (!decoded.ok) return decoded
    const table = readTable(decoded.value.text)
    if (!table.ok) return table
    const read = readPostcodePoints(table.value.headers, table.value.rows)
    if (!read.ok) return read
    const { points, refused, refusedLines } = read.value
    await savePoints(db, tenantId, points, input.fileName)
    record({ entity: 'postcodePoints', id: tenantId, fields: ['points'] })
    return accept({ taken: points.length, refused, refusedLines: [...refusedLines] })
  },
})
