import { CalendarDay } from '#kernel'
import { describe, expect, it } from 'vitest'
import { parseConfirmed } from './parse-confirmed.ts'
import { parseEmail, parsePhone, parsePostcode, parseWebsite } from './parse-contact.ts'
import { parseCost } from './parse-cost.ts'
import { parseLanguages } from './parse-languages.ts'
import { parseCount } from './parse-numbers.ts'
import { parseLimits, targetGroupsIn } from './parse-target-group.ts'
import { featuresIn, parseAreas, parseKind, parseLaws, proposeAreas } from './parse-words.ts'
import type { Reading } from './findings.ts'

const today = CalendarDay.parse('2026-11-22')
const codes = (read: Reading<unknown>): string => read.notes.map(({ code }) => code).join(', ')

describe('given a price as people write it, when it is read', () => {
  it.each([
    ['gratis', 'free', undefined, ''],
    ['geen', 'free', undefined, ''],
    ['n.v.t.', 'free', undefined, ''],
    ['€ 0', 'free', undefined, ''],
    ['€ 2,50 p.k.', 'amount', 250, ''],
    ['3 euro', 'amount', 300, ''],
    ['€3', 'amount', 300, ''],
    ['€ 12.50', 'amount', 1250, ''],
    ['€ 1.250,- per groep', 'perGroup', 125_000, ''],
    ['€ 15/mnd', 'perMonth', 1500, ''],
    ['eigen bijdrage € 5 p.n.', 'perNight', 500, ''],
    ['8 x € 2', 'amount', 200, ''],
    ['vrijw.verg. € 5,60 per uur', 'allowance', 560, ''],
    ['onkostenvergoeding max wettelijk', 'allowance', undefined, ''],
    ['indicatie', 'indication', undefined, ''],
    ['Wlz', 'indication', undefined, 'cost.byLaw'],
    ['€ 5, met pas € 2', 'amount', 500, 'cost.several'],
    ['€ -5', 'unknown', undefined, 'cost.negative'],
    ['duur', 'unknown', undefined, 'cost.unreadable'],
    ['-', 'unknown', undefined, ''],
    ['', 'unknown', undefined, ''],
  ])('then %j is %s', (text, kind, cents, finding) => {
    const read = parseCost(text)
    expect(read.value).toEqual({ kind, text, ...(cents === undefined ? {} : { cents }) })
    expect(codes(read)).toBe(finding)
  })
})

describe('given a day of checking, when it is read on 22 November 2026', () => {
  it.each([
    ['12-9-2026', '2026-09-12', 'day', ''],
    ['12-09-2026', '2026-09-12', 'day', ''],
    ['2026-08-30', '2026-08-30', 'day', ''],
    ['12 september 2026', '2026-09-12', 'day', ''],
    ['22-11-2026', '2026-11-22', 'day', ''],
    ['1/11/26', '2026-11-01', 'day', 'confirmed.otherNotation'],
    ['9-2026', '2026-09-01', 'month', 'confirmed.monthOnly'],
    ['3-2024', '2024-03-01', 'month', 'confirmed.monthOnly, confirmed.stale'],
    ['15-6-2025', '2025-06-15', 'day', 'confirmed.stale'],
  ])('then %j is %s to the %s', (text, on, precision, finding) => {
    const read = parseConfirmed(text, today)
    expect(read.value).toEqual({ on, precision })
    expect(codes(read)).toBe(finding)
  })
  it.each([
    ['31-02-2026', 'confirmed.impossible'],
    ['12-13-2026', 'confirmed.impossible'],
    ['gisteren', 'confirmed.unreadable'],
    ['23-11-2026', 'confirmed.inFuture'],
    ['12 brumaire 2026', 'confirmed.impossible'],
    ['', ''],
  ])('then %j is not taken for a day', (text, finding) => {
    const read = parseConfirmed(text, today)
    expect([read.value, codes(read)]).toEqual([undefined, finding])
  })
})

describe('given a number of places, when it is read', () => {
  it.each([
    ['12', 12, ''],
    ['0', 0, ''],
    ['tien', 10, 'count.word'],
    ['max. 8 personen', 8, 'count.aroundText'],
    ['-1', undefined, 'count.negative'],
    ['veel', undefined, 'count.unreadable'],
    ['8-10', undefined, 'count.unreadable'],
    ['1e9', undefined, 'count.unreadable'],
    ['', undefined, ''],
  ])('then %j is %s', (text, value, finding) => {
    const read = parseCount(text)
    expect([read.value, codes(read)]).toEqual([value, finding])
  })
})

describe('given ways to get in touch, when they are read', () => {
  it.each([
    [parsePostcode, '2451 AB', '2451 AB', ''],
    [parsePostcode, '2451ab', '2451 AB', 'postcode.spaced'],
    [parsePostcode, '0451 AB', undefined, 'postcode.unreadable'],
    [parsePhone, '0172-555 010', '0172 555 010', ''],
    [parsePhone, '06-12345678', '06 12345678', ''],
    [parsePhone, '+31 (0)20 123 45 67', '020 123 4567', ''],
    [parsePhone, '0800 1234', '0800 1234', ''],
    [parsePhone, 'bel maar', 'bel maar', 'phone.unreadable'],
    [parsePhone, '0172 555', '0172 555', 'phone.unreadable'],
    [parseEmail, 'a@b.example', 'a@b.example', ''],
    [parseEmail, 'mailto:a@b.example', 'a@b.example', 'email.repaired'],
    [parseEmail, 'a@b.example; c@d.example', 'a@b.example', 'email.several'],
    [parseEmail, 'geen-mail', undefined, 'email.unreadable'],
    [parseWebsite, 'https://a.example/x?y=1', 'https://a.example/x?y=1', ''],
    [parseWebsite, 'http://a.example', 'http://a.example', ''],
    [parseWebsite, 'www.a.example/x', 'https://www.a.example/x', 'website.completed'],
    [parseWebsite, 'javascript:alert(1)', undefined, 'website.forbidden'],
    [parseWebsite, 'JaVaScRiPt:alert(1)//http://a.example', undefined, 'website.forbidden'],
    [parseWebsite, 'data:text/html,x', undefined, 'website.forbidden'],
    [parseWebsite, 'zie folder', undefined, 'website.unreadable'],
  ])('then %o reads %j as %j', (parse, text, value, finding) => {
    const read = parse(text)
    expect([read.value, codes(read)]).toEqual([value, finding])
  })
})

describe('given languages, when they are read', () => {
  const none = { languages: [], allLanguages: false, interpreter: false }
  it.each([
    ['NL, Arabisch', { ...none, languages: ['nl', 'ar'] }, ''],
    ['NL (A1+)', { ...none, languages: ['nl'], dutchLevel: 'A1' }, ''],
    ['NL A2', { ...none, languages: ['nl'], dutchLevel: 'A2' }, ''],
    ['NL/Pools/Engels', { ...none, languages: ['nl', 'pl', 'en'] }, ''],
    ['NL/EN/AR', { ...none, languages: ['nl', 'en', 'ar'] }, ''],
    ['Nederlands en Turks', { ...none, languages: ['nl', 'tr'] }, ''],
    ['Tigrinya, geen Nederlands nodig', { ...none, languages: ['ti'], dutchLevel: 'none' }, ''],
    ['tolk AR/TI', { ...none, languages: ['ar', 'ti'], interpreter: true }, ''],
    ['alle', { ...none, allLanguages: true }, ''],
    ['NL, Chinees', { ...none, languages: ['nl'] }, 'language.unknown'],
    ['', none, ''],
  ])('then %j is understood', (text, value, finding) => {
    const read = parseLanguages(text)
    expect(read.value).toEqual(value)
    expect(codes(read)).toBe(finding)
  })
})

describe('given a target group, when hard limits are looked for', () => {
  it.each([
    ['65+', { minAge: 65 }, 'limits.age'],
    ['iedereen 18+', { minAge: 18 }, 'limits.age'],
    ['12-18 jaar', { minAge: 12, maxAge: 18 }, 'limits.age'],
    ['jongeren tot 27 jaar', { maxAge: 26 }, 'limits.age'],
    ['16 t/m 27', { minAge: 16, maxAge: 27 }, 'limits.age'],
    ['vanaf 55', { minAge: 55 }, 'limits.age'],
    ['80-20 jaar', {}, 'limits.ageReversed'],
    ['bijstand, jongeren', {}, 'limits.ageWithoutNumber'],
    ['vrouwen, statushouders', { sex: 'f' }, 'limits.sex'],
    ['mannen en vrouwen', {}, ''],
    ['ggz met indicatie', { indication: true }, 'limits.indication'],
    ['geen indicatie nodig', {}, ''],
    ['ggz', {}, ''],
  ])('then %j gives %j', (text, value, finding) => {
    const read = parseLimits(text)
    expect(read.value).toEqual(value)
    expect(codes(read)).toBe(finding)
  })
  it.each([
    ['bijstand, jongeren', ['bijstand', 'jongeren']],
    ['dak- en thuislozen; iedereen', ['dak- en thuislozen']],
    ['bijstand en minima', ['bijstand', 'minima']],
    ['65+', []],
  ])('then the groups of %j are %j', (text, groups) => {
    expect(targetGroupsIn(text)).toEqual(groups)
  })
})

describe('given the words of an offer, when kind, law, areas and features are looked for', () => {
  it.each([
    ['vrijwilligersplek', 'volunteerPlace', ''],
    ['vrijwilliger bij je thuis', 'buddy', ''],
    ['vrijwilliger', 'buddy', 'kind.guessed'],
    ['Leerwerkplek', 'learnWorkPlace', ''],
    ['opvang', 'shelter', ''],
    ['dayActivity', 'dayActivity', ''],
    ['raketwetenschap', 'other', 'kind.unknown'],
    ['', 'other', 'kind.missing'],
  ])('then the kind of %j is %s', (text, kind, finding) => {
    const read = parseKind(text)
    expect([read.value, codes(read)]).toEqual([kind, finding])
  })
  it.each([
    ['Wlz/Wmo', ['wmo', 'wlz'], ''],
    ['Wi2021', ['inburgering'], ''],
    ['geen', ['none'], ''],
    ['centrumgemeente', [], ''],
    ['Wet op de wilde vaart', [], 'law.unknown'],
  ])('then the laws of %j are %j', (text, laws, finding) => {
    const read = parseLaws(text)
    expect([read.value, codes(read)]).toEqual([laws, finding])
  })
  it('then areas follow the kind first and the words next', () => {
    expect(proposeAreas('module', 'Omgaan met stress')).toEqual(['skills', 'independence'])
    expect(proposeAreas('activity', 'Samen koken, met elkaar eten')).toEqual(['takingPart', 'contacts'])
    expect(proposeAreas('volunteerPlace', 'Sorteren')).toEqual(['contributing'])
  })
  it('then areas that the list states itself are read in both languages', () => {
    expect(parseAreas('sociale contacten, paidWork').value).toEqual(['contacts', 'paidWork'])
    expect(codes(parseAreas('gezelligheid'))).toBe('area.unknown')
  })
  it('then what helps somebody to take part is found, and what is denied is not', () => {
    expect(featuresIn('prikkelarm, vervoer mogelijk, jobcoach aanwezig')).toEqual(['quiet', 'transport', 'jobCoach'])
    expect(featuresIn('geen vervoer')).toEqual([])
  })
})
