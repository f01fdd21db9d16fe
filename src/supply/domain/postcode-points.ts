import { accept, type Decision, refuse } from '#kernel'
import { columnOfHeading } from './import/columns.ts'
import { parsePostcode } from './import/parse-contact.ts'

export interface PointOfPostcode {
  readonly postcode: string
  readonly lat: number
  readonly lon: number
}

const MOST_REFUSED_SHOWN = 20

const coordinate = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')))

/** Rough limits of the Kingdom's European part: a swapped or mistyped pair falls outside. */
const isInTheNetherlands = (lat: number, lon: number): boolean => lat > 50.5 && lat < 53.8 && lon > 3 && lon < 7.5

const indexOf = (headers: readonly string[], known: RegExp): number =>
  headers.findIndex(header => known.test(header.trim().toLowerCase()))

/** Rows of a table "postcode; lat; lon" → points, with the lines that could not be read. */
export const readPostcodePoints = (
  headers: readonly string[],
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
): Decision<{
  readonly points: readonly PointOfPostcode[]
  readonly refusedLines: readonly number[]
  readonly refused: number
}> => {
  const at = {
    postcode: headers.findIndex(header => columnOfHeading(header) === 'postcode'),
    lat: indexOf(headers, /^(lat|latitude|breedtegraad)$/),
    lon: indexOf(headers, /^(lon|lng|long|longitude|lengtegraad)$/),
  }
  if (at.postcode < 0 || at.lat < 0 || at.lon < 0) return refuse('invalidInput', 'file', { reason: 'noPointColumns' })
  const points = new Map<string, PointOfPostcode>()
  const refused: number[] = []
  for (const { line, cells } of rows) {
    const postcode = parsePostcode(cells[at.postcode] ?? '').value
    const [lat, lon] = [coordinate(cells[at.lat] ?? ''), coordinate(cells[at.lon] ?? '')]
    if (postcode !== undefined && isInTheNetherlands(lat, lon)) points.set(postcode, { postcode, lat, lon })
    else refused.push(line)
  }
  return accept({ points: [...points.values()], refusedLines: refused.slice(0, MOST_REFUSED_SHOWN), refused: refused.length })
}
