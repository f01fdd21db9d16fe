import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mappingOf, missingColumns, proposeMapping } from './propose-mapping.ts'
import { readCells, TABLE_LIMITS } from './read-cells.ts'
import { readTable } from './read-table.ts'

const tableOf = (text: string) => {
  const read = readTable(text)
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.details)}`)
  return read.value
}
const refusalOf = (text: string) => {
  const read = readTable(text)
  return read.ok ? 'read' : read.details
}

describe('given delimited text, when it is cut into cells', () => {
  it('then quotes, doubled quotes, delimiters and line breaks inside quotes are text, and lines are counted', () => {
    expect(readCells('a;"b ""c"";\nd"\n"";e"f\n', ';')).toEqual({
      ok: true,
      value: [
        { line: 1, cells: ['a', 'b "c";\nd'] },
        { line: 3, cells: ['', 'e"f'] },
      ],
    })
  })
  it('then a quote that is never closed is refused with the line on which it opens', () => {
    expect(refusalOf('Naam;Organisatie\nx;"y\nz;w\n')).toEqual({ reason: 'quoteNotClosed', line: 2 })
  })
  it('then it agrees with csv-parse on every well-formed table', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ';', '"', '\n', ' ', '=', '€'), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(table, rows => {
        const text = rows.map(cells => `${cells.map(value => `"${value.replaceAll('"', '""')}"`).join(';')}\n`).join('')
        const oracle: string[][] = parse(text, { delimiter: ';', relax_column_count: true })
        const filled = oracle.filter(cells => cells.some(value => value.trim() !== ''))
        const read = readCells(text, ';')
        expect(read.ok && read.value.map(({ cells }) => cells)).toEqual(filled)
      }),
    )
  })
})

describe('given a list that is too large, when it is read, then it is refused with the limit', () => {
  it.each([
    ['rows', `Naam;Organisatie\n${'a;b\n'.repeat(TABLE_LIMITS.rows + 1)}`, { reason: 'tooManyRows', max: 20_000 }],
    ['columns', `Naam;Organisatie\n${';'.repeat(5_000_000)}`, { reason: 'tooManyColumns', line: 2, max: 100 }],
    ['one cell', `Naam;Organisatie\n${'x'.repeat(20_001)};b`, { reason: 'cellTooLong', line: 2, max: 20_000 }],
  ])('%s', (_name, text, details) => {
    expect(refusalOf(text)).toEqual(details)
  })
  it('and exactly the limit is read', () => {
    expect(tableOf(`Naam;Organisatie\n${'a;b\n'.repeat(TABLE_LIMITS.rows)}`).rows).toHaveLength(20_000)
  })
})

describe('given a list, when its shape is recognised', () => {
  it.each([
    [';', 'Naam;Organisatie;Plaats\nA, b;c, d;e\n'],
    [',', 'Naam,Organisatie,Plaats\nA;b,c;d,e\n'],
    ['\t', 'Naam\tOrganisatie\tPlaats\nA\tb\tc\n'],
    ['|', 'Naam|Organisatie|Plaats\nA|b|c\n'],
    ['|', 'sep=|\nalfa|beta;gamma;delta\n1|2;3;4\n'],
  ])('then the delimiter is %j', (delimiter, text) => {
    expect(tableOf(text).delimiter).toBe(delimiter)
  })
  it('then title lines above the headings are kept apart', () => {
    expect(tableOf('Aanbod 2026;;\n\nVastgesteld door B&W;;\nNr;Naam;Plaats\n1;A;B\n')).toMatchObject({
      titles: ['Aanbod 2026', 'Vastgesteld door B&W'],
      headerLine: 4,
      headers: ['Nr', 'Naam', 'Plaats'],
      rows: [{ line: 5, cells: ['1', 'A', 'B'] }],
    })
  })
  it('then a title line with more than one filled cell is still a title', () => {
    expect(tableOf('Aanbod;2026;versie 3\nNr;Naam;Plaats\n1;A;B\n').headers).toEqual(['Nr', 'Naam', 'Plaats'])
  })
  it('then without any known heading the first full row has the headings', () => {
    expect(tableOf('Lijst;;\nalfa;beta;gamma\n1;2;3\n').headers).toEqual(['alfa', 'beta', 'gamma'])
  })
  it('then every column has a name of its own', () => {
    expect(tableOf('Naam;;Naam;Plaats\na;b;c;d;e\n').headers).toEqual(['Naam', 'Kolom 2', 'Naam (2)', 'Plaats', 'Kolom 5'])
  })
})

describe('given headings, when a mapping is proposed', () => {
  const propose = (text: string) => {
    const { headers, rows } = tableOf(text)
    return proposeMapping(headers, rows).map(({ column, confidence }) => [column, confidence])
  }
  it('then known headings are exact in Dutch and in English, whatever the case and punctuation', () => {
    expect(propose('NAAM;organisation;E-mail;Max. deelnemers\na;b;c;d\n')).toEqual([
      ['name', 'exact'],
      ['organisation', 'exact'],
      ['email', 'exact'],
      ['capacity', 'exact'],
    ])
  })
  it('then a heading around a known one is likely, values tell the rest, and what nobody knows is kept apart', () => {
    expect(propose('Naam van het aanbod;Organisatie;Gebouw;Bereikbaar via;Kleur\na;b;2451 AB;x@y.nl;rood\n')).toEqual([
      ['name', 'likely'],
      ['organisation', 'exact'],
      ['postcode', 'values'],
      ['email', 'values'],
      [null, 'none'],
    ])
  })
  it('then no meaning is given twice, but day and time may be two columns', () => {
    expect(propose('Naam;Titel;Dag;Tijd\na;b;ma;9-12\n').map(([column]) => column)).toEqual(['name', null, 'times', 'times'])
  })
  it('then a mapping without organisation says so', () => {
    const { headers, rows } = tableOf('Naam;Dag\na;ma\n')
    expect(missingColumns(mappingOf(proposeMapping(headers, rows)))).toEqual(['organisation'])
  })
})
