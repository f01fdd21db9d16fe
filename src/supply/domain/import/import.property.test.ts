import { CalendarDay, namedId, type OfferId } from '#kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../import/decode.ts'
import { readList } from '../../import/read-list.ts'
import { Offer } from '../offer.ts'
import { IMPORT_COLUMNS } from './columns.ts'
import { isBlank } from './parse-numbers.ts'
import { parseRow } from './parse-row.ts'
import { planImport, sourceOf } from './plan-import.ts'
import { mappingOf } from './propose-mapping.ts'

const today = CalendarDay.parse('2026-11-22')
const mapping = [...IMPORT_COLUMNS.map(column => ({ header: column, column })), { header: 'Overig', column: null }]

/** Pieces out of which people build cells, next to any text at all. */
const piece = fc.constantFrom(
  ...[
    'ma',
    'di t/m vr',
    '9.00-12.00',
    '€ 2,50',
    '-1',
    '31-02-2026',
    'NL (A1+)',
    '65+',
    'vrouwen',
    '2451ab',
    '=1+1',
    '<b>',
    'in overleg',
  ],
  ...[
    'javascript:alert(1)',
    'www.a.example',
    'a@b.example',
    '\0',
    '\u0085',
    '"',
    ';',
    '\n',
    'é',
    '٣',
    '?',
    '-',
    '1e ma v/d maand',
    '4-16 uur p/w',
    '(6 wkn)',
  ],
)
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 4 }).map(parts => parts.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
)
const cells = fc.array(cell, { minLength: mapping.length, maxLength: mapping.length })

describe('whatever file is sent', () => {
  const file = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .array(cells, { maxLength: 3 })
      .map(rows => new TextEncoder().encode([IMPORT_COLUMNS.join(';'), ...rows.map(row => row.join(';'))].join('\n'))),
  )
  it('reading it gives rows or one refusal with a reason, and never throws', () => {
    fc.assert(
      fc.property(file, bytes => {
        const read = readList(bytes)
        if (read.ok) for (const row of read.value.table.rows) parseRow(mappingOf(read.value.proposed), row, { today })
        else expect(read).toMatchObject({ code: 'invalidInput', field: 'file', details: { reason: expect.any(String) } })
      }),
      { numRuns: 400 },
    )
  })
  it('no text is replaced unseen: what is decoded as UTF-8 encodes to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), bytes => {
        const decoded = decodeText(bytes)
        if (!decoded.ok || decoded.value.encoding !== 'utf-8' || bytes[0] === 0xef || bytes.includes(0)) return
        expect([...new TextEncoder().encode(decoded.value.text)]).toEqual([...bytes])
      }),
    )
  })
})

describe('whatever stands in a row', () => {
  it('an accepted row gives an offer that can be kept, and a refused row says why', () => {
    fc.assert(
      fc.property(cells, row => {
        const parsed = parseRow(mapping, { line: 2, cells: row }, { today })
        if (parsed.offer) expect(Offer.safeParse(parsed.offer).error).toBeUndefined()
        else expect(parsed.findings.some(({ level }) => level === 'refused')).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
  it('no words are lost: each is in the offer, in a finding, or kept apart', () => {
    fc.assert(
      fc.property(cells, row => {
        const parsed = parseRow(mapping, { line: 2, cells: row }, { today })
        if (!parsed.offer) return
        const kept = JSON.stringify([parsed.offer, parsed.findings, parsed.extra, parsed.number])
        const seen = Object.values(parsed.originals).concat(Object.values(parsed.extra))
        for (const text of seen) if (!isBlank(text)) expect(kept).toContain(JSON.stringify(text).slice(1, -1))
      }),
      { numRuns: 1000 },
    )
  })
  it('times always lie on the clock and days in the week', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), parts => {
        const at = IMPORT_COLUMNS.indexOf('times')
        const row = mapping.map((_column, i) => (i === at ? parts.join(' ') : 'x'))
        const { offer } = parseRow(mapping, { line: 2, cells: row }, { today })
        if (offer) expect(Offer.shape.times.safeParse(offer.times).error).toBeUndefined()
      }),
    )
  })
})

describe('whatever list is imported', () => {
  const list = fc
    .array(cells, { maxLength: 12 })
    .map(rows => rows.map((row, i) => parseRow(mapping, { line: i + 2, cells: row }, { today })))
  it('the same list again, a day later, has nothing new and nothing changed', () => {
    fc.assert(
      fc.property(list, rows => {
        const known = rows.flatMap((row, i) =>
          row.offer
            ? [{ id: namedId<OfferId>(String(i)), content: row.offer, sources: [sourceOf(row, 'lijst')], correctedFields: [] }]
            : [],
        )
        const { counts } = planImport(rows, known, 'lijst')
        expect(counts).toMatchObject({ new: 0, changed: 0, vanished: 0, unchanged: known.length })
      }),
      { numRuns: 300 },
    )
  })
})
