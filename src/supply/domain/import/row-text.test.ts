import { CalendarDay } from '#kernel'
import { describe, expect, it } from 'vitest'
import { IMPORT_COLUMNS } from './columns.ts'
import { parseRow } from './parse-row.ts'
import { suspicionsAbout, textOfRow } from './row-text.ts'

const today = CalendarDay.parse('2026-11-22')
const codes = (...args: Parameters<typeof suspicionsAbout>) =>
  suspicionsAbout(...args).map(({ level, code }) => `${level} ${code}`)

describe('given the cells of a row, when their texts are gathered', () => {
  it('then columns with one meaning are joined, and columns without one are kept under their heading', () => {
    const mapping = [
      { header: 'Dag', column: 'times' },
      { header: 'Tijd', column: 'times' },
      { header: 'Kleur', column: null },
    ] as const
    expect(textOfRow(mapping, ['ma ', '9-12', 'rood', 'meer'])).toEqual({
      originals: { times: 'ma 9-12' },
      extra: { Kleur: 'rood', 'Kolom 4': 'meer' },
    })
  })
  it('then a heading with a name from JavaScript itself is a heading like any other', () => {
    const { extra } = textOfRow([{ header: '__proto__', column: null }], ['x'])
    expect([Object.entries(extra), Object.getPrototypeOf(extra)]).toEqual([[['__proto__', 'x']], Object.prototype])
  })
  it('then what no database can hold is made visible, never dropped', () => {
    expect(textOfRow([{ header: 'Naam', column: 'name' }], ['a\0b\uD800']).originals).toEqual({ name: 'a␀b\uFFFD' })
  })
  it('then characters are composed and the apostrophe before a formula is taken away, but no other', () => {
    const mapping = [
      { header: 'Naam', column: 'name' },
      { header: 'Organisatie', column: 'organisation' },
    ] as const
    expect(textOfRow(mapping, ["'=1+1", "'t Cafe\u0301"]).originals).toEqual({ name: '=1+1', organisation: "'t Café" })
  })
})

describe('given a text, when it is looked at with suspicion', () => {
  it.each([
    ['name', '=HYPERLINK("x")', ['refused text.formula']],
    ['remarks', '=1+1', ['doubtful text.formula']],
    ['name', '@home', []],
    ['name', '+1 gratis', []],
    ['description', '<img src=x onerror=alert(1)>', ['doubtful text.markup']],
    ['description', 'voor < 18 jaar en > 65', []],
    ['name', 'kapot\u0085', ['refused text.unreadable']],
    ['remarks', 'kapot␀', ['refused text.unreadable']],
  ] as const)('then %s %j gives %j', (column, text, expected) => {
    expect(codes(column, text)).toEqual(expected)
  })
  it('then what is too long depends on what it is', () => {
    const lengths = [300, 301, 1000, 1001, 20_000, 20_001]
    const tooLong = (column: 'address' | 'times' | 'description') =>
      lengths.filter(length => codes(column, 'x'.repeat(length)).includes('doubtful text.tooLong'))
    expect([tooLong('address'), tooLong('times'), tooLong('description')]).toEqual([
      lengths.slice(1),
      lengths.slice(3),
      lengths.slice(5),
    ])
  })
  it('then a text that is too long is kept in the finding and not cut off', () => {
    const cells = ['Koffie', 'x'.repeat(400)]
    const parsed = parseRow(
      [
        { header: 'Naam', column: 'name' },
        { header: 'Adres', column: 'address' },
      ],
      { line: 2, cells },
      { today },
    )
    expect([parsed.offer?.address, parsed.findings.find(({ code }) => code === 'text.tooLong')?.original.length]).toEqual([
      '',
      400,
    ])
  })
})

describe('given cells that are made to keep a reader busy, when they are read', () => {
  const seeds = ['a', '1', ' ', '<', '< ', '€ ', '1.', '-', 'ma ', 'a@', 'www.a', '1x', 'in ', 'en ', '\n', '1 -']
  it('then each is read in passing (within the time limit of a test)', () => {
    const mapping = IMPORT_COLUMNS.map(column => ({ header: column, column }))
    for (const seed of seeds)
      for (const start of ['', '<', '€', 'a@']) {
        const cells = IMPORT_COLUMNS.map(() => `${start}${seed.repeat(20_000 / seed.length)}!`.slice(0, 20_000))
        expect(parseRow(mapping, { line: 2, cells }, { today }).outcome).not.toBe('takenOver')
      }
  })
})
