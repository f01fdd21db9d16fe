import { readFileSync } from 'node:fs'
import { CalendarDay } from '#kernel'
import { describe, expect, it } from 'vitest'
import { readList } from '../import/read-list.ts'
import { guardFormula, offersToCsv } from './export-offers.ts'
import { parseRow } from './import/parse-row.ts'
import { mappingOf } from './import/propose-mapping.ts'
import { offerWith, type Offer } from './offer.ts'

const today = CalendarDay.parse('2026-11-22')
const imported = (bytes: Uint8Array): readonly Offer[] => {
  const read = readList(bytes)
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.details)}`)
  const mapping = mappingOf(read.value.proposed)
  return read.value.table.rows.flatMap(row => parseRow(mapping, row, { today }).offer ?? [])
}
const exported = (offers: readonly Offer[], lang: 'nl' | 'en') =>
  new TextEncoder().encode(
    offersToCsv(
      offers.map((offer, i) => ({ number: String(i + 1), offer })),
      lang,
    ),
  )

describe('given a text that a spreadsheet would run, when it is exported', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\u200B=1', '＝1'])('then %j gets an apostrophe', text => {
    expect(guardFormula(text)).toBe(`'${text}`)
  })
  it.each(["Buurthuis 't Anker", '€ 5', '10-12', ''])('then %j stays as it is', text => {
    expect(guardFormula(text)).toBe(text)
  })
  it('then a cell cannot break out of its quotes', () => {
    const csv = offersToCsv([{ number: '1', offer: offerWith({ name: 'a";=1+1;"', remarks: '-x\n"y"' }) }], 'nl')
    expect(csv).toContain('"a"";=1+1;"""')
    expect(csv).toContain(`"'-x\n""y"""`)
  })
})

describe('given the example list, when it is imported, exported and imported again', () => {
  const offers = imported(readFileSync(new URL('../test-fixtures/aanbod-voorbeeld.csv', import.meta.url)))
  it.each(['nl', 'en'] as const)('then every offer is the same, in %s', lang => {
    const again = imported(exported(offers, lang))
    const undated = (offer: Offer) => ({ ...offer, startMoments: '', lastConfirmedText: '' })
    expect(again.map(undated)).toEqual(offers.map(undated))
  })
})

describe('given an offer that was entered in Opstap, without words of a list, when it is exported', () => {
  const offer = offerWith({
    name: 'Koffie',
    organisationName: 'Het Anker',
    kind: 'dropIn',
    targetGroups: [],
    limits: { minAge: 18, sex: 'm', indication: true },
    laws: ['wmo'],
    times: {
      weekdays: [2, 5],
      slots: [{ weekday: 2, from: '09:30', to: '11:00' }],
      dayParts: [{ weekday: 5, part: 'evening' }],
      frequency: { kind: 'weekly' },
      complete: true,
      text: '',
    },
    cost: { kind: 'perMonth', cents: 1250, text: '' },
    languages: ['nl', 'en'],
    dutchLevel: 'A2',
  })
  it.each(['nl', 'en'] as const)('then an import understands it, in %s', lang => {
    const [again] = imported(exported([offer], lang))
    expect(again).toMatchObject({
      kind: 'dropIn',
      limits: offer.limits,
      laws: ['wmo'],
      times: { slots: offer.times.slots, dayParts: offer.times.dayParts, frequency: { kind: 'weekly' } },
      cost: { kind: 'perMonth', cents: 1250 },
      languages: ['nl', 'en'],
      dutchLevel: 'A2',
    })
  })
})
