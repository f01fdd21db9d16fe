import { readFileSync } from 'node:fs'
import { CalendarDay } from '#kernel'
import { describe, expect, it } from 'vitest'
import { readList } from '../../import/read-list.ts'
import { findDoubles } from '../doubles.ts'
import { Offer } from '../offer.ts'
import { isBlank } from './parse-numbers.ts'
import { parseRow, type ParsedRow } from './parse-row.ts'
import { mappingOf } from './propose-mapping.ts'

const today = CalendarDay.parse('2026-11-22')
const read = readList(readFileSync(new URL('../../test-fixtures/aanbod-voorbeeld.csv', import.meta.url)))
if (!read.ok) throw new Error('the example is not read')
const { encoding, table, proposed } = read.value
const mapping = mappingOf(proposed)
const rows = table.rows.map(row => parseRow(mapping, row, { today }))

const rowOf = (number: string): ParsedRow => {
  const found = rows.find(row => (row.number ?? '-') === number)
  if (!found) throw new Error(`no row ${number}`)
  return found
}
const offerOf = (number: string): Offer => Offer.parse(rowOf(number).offer)
const codesOf = (number: string): string =>
  rowOf(number)
    .findings.map(({ code }) => code)
    .join(', ')

describe('given the example list of Veenrijk, when it is imported as it is', () => {
  it('then encoding, delimiter, title and headings are recognised', () => {
    expect([encoding, table.delimiter, table.headerLine, rows.length]).toEqual(['windows-1252', ';', 2, 30])
    expect(table.titles).toEqual(['Aanbod participatie gemeente Veenrijk (fictief voorbeeld), export uit Excel'])
    expect(proposed.every(({ confidence }) => confidence === 'exact')).toBe(true)
  })

  // Nr 27 has no name and 28 pretends to be a formula; '-' is the row without a number.
  it.each([
    ['1', 'repaired', 'limits.sex, website.completed'],
    ['2', 'repaired', 'postcode.spaced'],
    ['3', 'doubtful', 'times.runDatesUnknown'],
    ['4', 'repaired', 'times.sessionsFromDescription'],
    ['5', 'doubtful', 'limits.indication, confirmed.stale'],
    ['6', 'doubtful', 'postcode.spaced, confirmed.monthOnly, confirmed.stale'],
    ['7', 'repaired', 'limits.age'],
    ['8', 'doubtful', 'times.noFixedDays'],
    ['9', 'doubtful', 'times.noClockTimes'],
    ['10', 'doubtful', 'times.partly, limits.ageWithoutNumber'],
    ['11', 'doubtful', 'times.noFixedDays, times.monthsFromDescription'],
    ['12', 'doubtful', 'times.noFixedDays'],
    ['13', 'doubtful', 'kind.guessed, times.noFixedDays, times.monthsFromDescription'],
    ['14', 'takenOver', ''],
    ['15', 'repaired', 'times.weeksFromDescription, free.withoutDate'],
    ['16', 'takenOver', ''],
    ['17', 'takenOver', ''],
    ['18', 'doubtful', 'postcode.spaced, confirmed.stale'],
    ['19', 'repaired', 'times.weeksFromDescription'],
    ['20', 'doubtful', 'times.startOnly, times.sessionsFromDescription'],
    ['21', 'repaired', 'times.sessionsFromDescription'],
    ['22', 'doubtful', 'times.runDatesUnknown'],
    ['23', 'doubtful', 'limits.indication, confirmed.stale'],
    ['24', 'doubtful', 'cost.byLaw, limits.indication, confirmed.monthOnly, confirmed.stale'],
    ['25', 'doubtful', 'confirmed.impossible, count.negative'],
    ['-', 'doubtful', 'times.noEnd, free.withoutDate'],
    ['27', 'refused', 'name.missing, times.missing'],
    [
      '28',
      'refused',
      'text.formula, text.markup, organisation.missing, times.missing, cost.unreadable, phone.unreadable, email.unreadable, website.forbidden, confirmed.unreadable, count.word, count.unreadable',
    ],
    ['29', 'takenOver', ''],
    ['30', 'repaired', 'limits.age'],
  ])('then row %s is %s', (number, outcome, findings) => {
    expect(codesOf(number).split(', ').toSorted()).toEqual(findings.split(', ').toSorted())
    expect(rowOf(number).outcome).toBe(outcome)
    expect(rowOf(number).offer === undefined).toBe(outcome === 'refused')
  })

  it('then a whole row is taken over as it is meant', () => {
    expect(offerOf('1')).toEqual({
      name: 'Fietsles voor vrouwen',
      organisationName: 'De Brug Welzijn',
      kind: 'activity',
      kindText: 'activiteit',
      description: 'Leren fietsen in een kleine groep, ook voor wie het eng vindt.',
      areas: ['takingPart', 'skills'],
      targetGroups: ['vrouwen', 'statushouders'],
      targetGroupText: 'vrouwen, statushouders',
      targetGroupStrict: false,
      limits: { sex: 'f' },
      laws: ['wmo'],
      lawText: 'Wmo',
      times: {
        weekdays: [2],
        slots: [{ weekday: 2, from: '09:30', to: '11:00' }],
        dayParts: [],
        frequency: { kind: 'weekly' },
        complete: true,
        text: 'di 9.30-11.00u',
      },
      startMoments: 'start ieder kwartaal',
      address: 'Lijsterlaan 4',
      postcode: '2451 AB',
      place: 'Veenrijk',
      capacity: 8,
      free: 2,
      freeStatedOn: '2026-09-12',
      cost: { kind: 'free', text: 'gratis' },
      languages: ['nl', 'ar'],
      allLanguages: false,
      languageText: 'NL, Arabisch',
      contactName: 'J. de Boer',
      phone: '0172 555 010',
      phoneText: '0172-555 010',
      email: 'fietsles@debrug.example',
      website: 'https://www.debrug.example/fietsles',
      lastConfirmed: { on: '2026-09-12', precision: 'day' },
      lastConfirmedText: '12-9-2026',
      remarks: 'start ieder kwartaal',
      features: [],
    })
  })

  it('then a line break inside a cell is kept', () => {
    expect(offerOf('2').description).toBe('Wandelen en Nederlands oefenen.\nBij regen koffie binnen.')
  })
  it('then full is known as full, and what cannot be is unknown', () => {
    expect([offerOf('12').free, offerOf('25').free, offerOf('25').freeStatedOn]).toEqual([0, undefined, undefined])
  })
  it('then an impossible day stays as text only', () => {
    expect([offerOf('25').lastConfirmed, offerOf('25').lastConfirmedText]).toEqual([undefined, '31-02-2026'])
  })
  it('then nothing of the hostile row is run or linked, and every text of it can still be read', () => {
    const { offer, findings, originals } = rowOf('28')
    expect(offer).toBeUndefined()
    expect(originals).toMatchObject({
      name: '=HYPERLINK("http://kwaad.example";"klik")',
      description: '<script>alert(1)</script>',
      website: 'javascript:alert(1)',
    })
    expect(findings.find(({ code }) => code === 'website.forbidden')?.original).toBe('javascript:alert(1)')
  })
  it('then a refused row is accepted once it is corrected, and still knows what the list said', () => {
    const row = table.rows.find(({ cells }) => cells[0] === '27')
    const corrected = parseRow(mapping, row ?? { line: 0, cells: [] }, { today, corrections: { name: 'Koffie-uur' } })
    expect([corrected.offer?.name, corrected.outcome, corrected.originals.name]).toEqual(['Koffie-uur', 'doubtful', undefined])
  })

  it('then only the real double is offered to merge: not the gardens, not the wood workshops', () => {
    const candidates = rows.flatMap(({ number, offer }) => (offer ? [{ key: number, offer }] : []))
    expect(findDoubles(candidates)).toEqual([{ first: '17', second: '18' }])
  })

  it('then every filled cell of an accepted row is found again in the offer, in its findings, or in what was kept apart', () => {
    for (const [at, row] of rows.entries()) {
      if (!row.offer) continue
      const kept = JSON.stringify([row.offer, row.findings.map(({ original }) => original), row.extra, row.number])
      const cells = (table.rows[at]?.cells ?? []).map(cell => cell.trim()).filter(cell => !isBlank(cell))
      for (const cell of cells) expect(kept).toContain(JSON.stringify(cell).slice(1, -1))
    }
  })
})
