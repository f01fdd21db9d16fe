import { accept, type Decision } from '#kernel'
import { proposeMapping, type ProposedColumn } from '../domain/import/propose-mapping.ts'
import { readTable, type ImportTable } from '../domain/import/read-table.ts'
import { decodeText, type Encoding } from './decode.ts'

/** A file as it was understood before anybody chose anything. */
export interface ReadList {
  readonly encoding: Encoding
  readonly table: ImportTable
  readonly proposed: readonly ProposedColumn[]
}

/** Bytes of an uploaded list → its table and a proposal for what each column means. Refusals: `refuseFile`. */
export const readList = (bytes: Uint8Array): Decision<ReadList> => {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const read = readTable(decoded.value.text)
  if (!read.ok) return read
  return accept({
    encoding: decoded.value.encoding,
    table: read.value,
    proposed: proposeMapping(read.value.headers, read.value.rows),
  })
}
