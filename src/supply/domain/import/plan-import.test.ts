import { CalendarDay, namedId, type OfferId } from '#kernel'
import { describe, expect, it } from 'vitest'
import { mergeKnownOffers } from '../merge-offers.ts'
import type { OfferField } from '../offer.ts'
import { parseRow, type ParsedRow } from './parse-row.ts'
import { planImport, sourceOf, takeFromList, type ImportPlan } from './plan-import.ts'
import { mappingOf, proposeMapping } from './propose-mapping.ts'
import { readTable } from './read-table.ts'
import type { KnownOffer } from './recognise.ts'

const today = CalendarDay.parse('2026-11-22')
const HEADINGS = 'Nr;Naam;Organisatie;Postcode;Dag en tijd;Max. deelnemers;Vrij;Laatst gecontroleerd'

/** A list in the notation of the file itself. */
const list = (...lines: string[]): readonly ParsedRow[] => {
  const read = readTable([HEADINGS, ...lines, ''].join('\n'))
  if (!read.ok) throw new Error('list is not read')
  const mapping = mappingOf(proposeMapping(read.value.headers, read.value.rows))
  return read.value.rows.map(row => parseRow(mapping, row, { today }))
}
const idOf = (name: string): OfferId => namedId<OfferId>(name)
/** What Opstap knows after these rows were imported for the first time; ids are a, b, c… in the order of the list. */
const imported = (rows: readonly ParsedRow[], source = 'lijst'): readonly KnownOffer[] =>
  rows.flatMap((row, at) =>
    row.offer
      ? [{ id: idOf('abcdef'[at] ?? ''), content: row.offer, sources: [sourceOf(row, source)], correctedFields: [] }]
      : [],
  )
const kinds = (plan: ImportPlan) => plan.items.map(item => item.kind)
const changesOf = (plan: ImportPlan, at = 0) => {
  const item = plan.items[at]
  if (item?.kind !== 'changed') return item?.kind
  const shown = (changes: typeof item.changes) =>
    changes.map(({ field, textBefore, textNow }) => `${field}: ${textBefore} → ${textNow}`)
  return { changes: shown(item.changes), conflicts: shown(item.conflicts), notes: item.notes }
}

const FIETSLES = '1;Fietsles;De Brug;2451 AB;di 9-11;8;2;12-9-2026'
const KOKEN = '2;Samen koken;Het Anker;2451 EE;do 16-20;14;1;5-11-2026'

describe('given a list that was imported before, when the same list comes again', () => {
  it('then nothing is new and nothing has changed', () => {
    const rows = list(FIETSLES, KOKEN, ';Wandelen;Natuurclub;;zo 10-12;25;25;')
    expect(planImport(rows, imported(rows), 'lijst').counts).toEqual({
      new: 0,
      unchanged: 3,
      changed: 0,
      refused: 0,
      vanished: 0,
    })
  })
  it('then a correction made in Opstap since is left in peace', () => {
    const known = imported(list(FIETSLES)).map(offer => ({
      ...offer,
      content: { ...offer.content, name: 'Fietsen voor vrouwen', capacity: 9 },
      correctedFields: ['name', 'capacity'] satisfies OfferField[],
    }))
    expect(planImport(list(FIETSLES), known, 'lijst').counts).toMatchObject({ unchanged: 1, changed: 0 })
  })
  it('then a refused row does not take the offer of a row with the same name', () => {
    const rows = list(';Wandelen;;;\u0000;;;', ';Wandelen;;;zo 10-12;;;')
    expect(kinds(planImport(rows, [], 'lijst'))).toEqual(['refused', 'new'])
    expect(kinds(planImport(rows, imported(rows), 'lijst'))).toEqual(['refused', 'unchanged'])
  })
  it('then a row that was refused and corrected in the preview is known', () => {
    const refused = '3;;De Brug;2451 AB;;;;'
    const rows = list(refused)
    const offer = parseRow([{ header: 'Naam', column: 'name' }], { line: 2, cells: ['Koffie'] }, { today }).offer
    const known = rows.flatMap(row =>
      offer ? [{ id: idOf('a'), content: offer, sources: [sourceOf(row, 'lijst')], correctedFields: [] }] : [],
    )
    expect(kinds(planImport(list(refused), known, 'lijst'))).toEqual(['unchanged'])
  })
})

describe('given a list that was imported before, when it has changed', () => {
  it('then what it now says differently is shown, field by field, with both texts', () => {
    const plan = planImport(list('1;Fietsles;De Brug;2451 AB;wo 9-11;8;2;12-9-2026'), imported(list(FIETSLES)), 'lijst')
    expect(changesOf(plan)).toEqual({ changes: ['times: di 9-11 → wo 9-11'], conflicts: [], notes: [] })
  })
  it('then a field that was corrected by hand is a conflict, not a change', () => {
    const known = imported(list(FIETSLES)).map(offer => ({
      ...offer,
      content: { ...offer.content, capacity: 9 },
      correctedFields: ['capacity'] satisfies OfferField[],
    }))
    const plan = planImport(list('1;Fietsles;De Brug;2451 AB;di 9-11;12;2;12-9-2026'), known, 'lijst')
    expect(changesOf(plan)).toEqual({ changes: [], conflicts: ['capacity: 8 → 12'], notes: [] })
  })
  it('then a row that is gone is named, and a row that came is new', () => {
    const plan = planImport(list(KOKEN, '3;Schilderen;Atelier;2451 KK;vr 13-15;8;;'), imported(list(FIETSLES, KOKEN)), 'lijst')
    expect(kinds(plan)).toEqual(['unchanged', 'new'])
    expect(plan.vanished).toEqual([idOf('a')])
  })
  it('then offers of another list are not missed', () => {
    expect(planImport(list(FIETSLES), imported(list(KOKEN), 'andere lijst'), 'lijst').vanished).toEqual([])
  })
  it('then a known offer whose row is refused now is not missed either', () => {
    const plan = planImport(list('1;;De Brug;2451 AB;di 9-11;8;2;12-9-2026'), imported(list(FIETSLES)), 'lijst')
    expect(plan.items[0]).toMatchObject({ kind: 'refused', offerId: idOf('a') })
    expect(plan.vanished).toEqual([])
  })
})

describe('given free places as stated on 12 September, when the list states others', () => {
  it.each([
    [
      'on a later day',
      '1;Fietsles;De Brug;2451 AB;di 9-11;8;5;1-10-2026',
      { changes: ['free: 2 → 5', 'lastConfirmed: 12-9-2026 → 1-10-2026'], conflicts: [], notes: [] },
    ],
    ['on the same day', '1;Fietsles;De Brug;2451 AB;di 9-11;8;5;12-9-2026', 'unchanged'],
    ['on an earlier day', '1;Fietsles;De Brug;2451 AB;di 9-11;8;5;1-9-2026', 'unchanged'],
  ])('%s, then %#', (_when, line, expected) => {
    expect(changesOf(planImport(list(line), imported(list(FIETSLES)), 'lijst'))).toEqual(expected)
  })
  it('then what is ignored is said', () => {
    const plan = planImport(list('1;Fietsles;De Brug;2451 AB;di 9-11;8;5;1-9-2026'), imported(list(FIETSLES)), 'lijst')
    expect(plan.items[0]).toMatchObject({
      notes: ['free', 'lastConfirmed'].map(field => (field === 'free' ? 'freeNotNewer' : 'confirmedNotNewer')),
    })
  })
  it('then taking the change takes its date along', () => {
    const [known] = imported(list(FIETSLES))
    const [row] = list('1;Fietsles;De Brug;2451 AB;di 9-11;8;5;1-10-2026')
    const merged = known && row?.offer ? takeFromList(known.content, row.offer, ['free']) : undefined
    expect([merged?.free, merged?.freeStatedOn, merged?.lastConfirmedText]).toEqual([5, '2026-10-01', '12-9-2026'])
  })
})

describe('given an offer, when a list names it in another way', () => {
  const known = imported(list(FIETSLES, KOKEN))
  const idsOf = (plan: ImportPlan) => plan.items.map(item => (item.kind === 'new' ? 'new' : item.offerId))
  it('then the number is enough while the organisation is the same', () => {
    expect(idsOf(planImport(list('1;Leren fietsen;De Brug;2451 XX;di 9-11;8;2;12-9-2026'), known, 'lijst'))).toEqual([idOf('a')])
  })
  it('then a list that was numbered anew is followed by name, organisation and postcode', () => {
    const renumbered = list(KOKEN.replace('2;', '1;'), FIETSLES.replace('1;', '2;'))
    expect(idsOf(planImport(renumbered, known, 'lijst'))).toEqual([idOf('b'), idOf('a')])
  })
  it('then a list of one organisation that was numbered anew is followed too', () => {
    const stress = '2;Omgaan met stress;De Brug;2451 AB;ma 19-21;12;5;12-9-2026'
    const ofOne = imported(list(FIETSLES, stress))
    const renumbered = list(stress.replace('2;', '1;'), FIETSLES.replace('1;', '2;'))
    expect(idsOf(planImport(renumbered, ofOne, 'lijst'))).toEqual([idOf('b'), idOf('a')])
  })
  it('then a number that two offers had before says nothing', () => {
    const both = imported(list(FIETSLES, '1;Fietsles extra;De Brug;2451 AB;vr 9-11;8;2;12-9-2026'))
    expect(idsOf(planImport(list('1;Fietsles nieuw;De Brug;2451 AB;za 9-11;8;2;12-9-2026'), both, 'lijst'))).toEqual(['new'])
  })
  it('then two rows without a number and with one name stay two offers', () => {
    const twice = list(FIETSLES.replace('1;', ';'), FIETSLES.replace('1;', ';'))
    expect(idsOf(planImport(twice, imported(twice), 'lijst'))).toEqual([idOf('a'), idOf('b')])
  })
  it('then the number of somebody else is no proof', () => {
    expect(idsOf(planImport(list('1;Judo;Sportclub;2451 SP;ma 9-11;8;2;'), known, 'lijst'))).toEqual(['new'])
  })
  it('then without a number accents, case and legal form do not matter', () => {
    expect(idsOf(planImport(list(';FIETSLES;Stichting de Brug;2451ab;di 9-11;8;2;12-9-2026'), known, 'lijst'))).toEqual([
      idOf('a'),
    ])
  })
  it('then a number that occurs twice is no number', () => {
    const plan = planImport(list(FIETSLES, '1;Fietsles extra;De Brug;2451 AB;vr 9-11;8;2;12-9-2026'), known, 'lijst')
    expect(idsOf(plan)).toEqual([idOf('a'), 'new'])
  })
  it('then another list that names it too joins it instead of doubling it', () => {
    expect(idsOf(planImport(list(FIETSLES.replace('1;', '77;')), known, 'andere lijst'))).toEqual([idOf('a')])
  })
  it('then two rows with one name stay two offers, in the first import and in the next', () => {
    const twice = list(FIETSLES, FIETSLES.replace('1;', '9;'))
    expect(kinds(planImport(twice, [], 'lijst'))).toEqual(['new', 'new'])
    expect(idsOf(planImport(twice, imported(twice), 'lijst'))).toEqual([idOf('a'), idOf('b')])
  })
  it('then both rows of a merged offer are that offer', () => {
    const twice = list(FIETSLES, FIETSLES.replace('1;', '9;'))
    const [first, second] = imported(twice)
    if (!first || !second) throw new Error('two offers expected')
    const plan = planImport(twice, [mergeKnownOffers(first, second)], 'lijst')
    expect([kinds(plan), plan.vanished]).toEqual([['unchanged', 'unchanged'], []])
  })
})
