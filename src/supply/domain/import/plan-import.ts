import type { OfferId } from '#kernel'
import { LEAD_FIELDS, withFollowers, type LeadField } from '../offer-fields.ts'
import type { Offer } from '../offer.ts'
import type { ImportColumn } from './columns.ts'
import type { ParsedRow } from './parse-row.ts'
import { recognise, type KnownOffer, type OfferSource, type Recognised } from './recognise.ts'

type Columns = readonly [ImportColumn, ...ImportColumn[]]

/** Columns of the list from which a field is read: it can only have changed when one of these texts has. */
const COLUMNS: Readonly<Record<LeadField, Columns | undefined>> = {
  name: ['name'],
  organisationName: ['organisation'],
  kind: ['kind'],
  description: ['description'],
  areas: ['area', 'kind', 'name', 'description'],
  targetGroups: ['targetGroup'],
  targetGroupStrict: undefined,
  limits: ['targetGroup', 'cost'],
  laws: ['law'],
  times: ['times', 'description'],
  startMoments: ['startMoments', 'times', 'remarks'],
  address: ['address'],
  postcode: ['postcode'],
  place: ['place'],
  capacity: ['capacity'],
  free: ['free', 'lastConfirmed'],
  cost: ['cost'],
  languages: ['language'],
  contactName: ['contact'],
  phone: ['phone'],
  email: ['email'],
  website: ['website'],
  lastConfirmed: ['lastConfirmed'],
  remarks: ['remarks'],
  features: ['name', 'description', 'times', 'language', 'remarks'],
}

/** One field that the list now says differently. The texts are the list's own words, to show; the values are what goes in. */
export interface FieldChange {
  readonly field: LeadField
  readonly textBefore: string
  readonly textNow: string
  readonly valueInOpstap: Offer[LeadField]
  readonly valueInList: Offer[LeadField]
}

/** `freeNotNewer`: Opstap has a statement of free places of the same or a later date. `confirmedNotNewer`: idem for the check. */
export type PlanNote = 'freeNotNewer' | 'confirmedNotNewer'

/**
 * What an import would do with one row. `changes` are proposed; `conflicts` are fields that were corrected by hand in Opstap
 * since, so they stay as they are unless somebody chooses the list. A refused row may be about an offer that is known.
 */
export type PlanItem =
  | { readonly kind: 'new'; readonly row: ParsedRow; readonly offer: Offer }
  | { readonly kind: 'unchanged'; readonly row: ParsedRow; readonly offerId: OfferId; readonly notes: readonly PlanNote[] }
  | {
      readonly kind: 'changed'
      readonly row: ParsedRow
      readonly offer: Offer
      readonly offerId: OfferId
      readonly changes: readonly FieldChange[]
      readonly conflicts: readonly FieldChange[]
      readonly notes: readonly PlanNote[]
    }
  | { readonly kind: 'refused'; readonly row: ParsedRow; readonly offerId?: OfferId }

export interface ImportPlan {
  /** One item per row, in the order of the list. */
  readonly items: readonly PlanItem[]
  /** Offers that this list named before and does not name now: shown, never removed by an import. */
  readonly vanished: readonly OfferId[]
  readonly counts: Readonly<Record<PlanItem['kind'] | 'vanished', number>>
}

/** Equal whatever the order of keys; an absent key equals an undefined one. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [first, second] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return [...new Set([...first.keys(), ...second.keys()])].every(key => isSame(first.get(key), second.get(key)))
}

const textIn = (texts: OfferSource['originals'] | undefined, [first, ...rest]: Columns): string =>
  texts?.[first] ?? rest.map(column => texts?.[column]).find(text => text !== undefined) ?? ''

const saysOtherwise = (row: ParsedRow, before: OfferSource | undefined, columns: Columns): boolean =>
  before === undefined
    ? columns.some(column => row.originals[column] !== undefined)
    : columns.some(column => (row.originals[column] ?? '') !== (before.originals[column] ?? ''))

/** A statement with a date gives way only to a later one. */
const outdated = (field: LeadField, mine: Offer, theirs: Offer): PlanNote | undefined => {
  if (field === 'free' && mine.freeStatedOn && !(theirs.freeStatedOn && theirs.freeStatedOn > mine.freeStatedOn))
    return 'freeNotNewer'
  if (
    field === 'lastConfirmed' &&
    mine.lastConfirmed &&
    !(theirs.lastConfirmed && theirs.lastConfirmed.on > mine.lastConfirmed.on)
  )
    return 'confirmedNotNewer'
  return undefined
}

const compare = (row: ParsedRow, offer: Offer, { offer: known, before }: Recognised): PlanItem => {
  const changes: FieldChange[] = []
  const conflicts: FieldChange[] = []
  const notes: PlanNote[] = []
  for (const field of LEAD_FIELDS) {
    const columns = COLUMNS[field]
    const fields = withFollowers(field)
    if (!columns || !saysOtherwise(row, before, columns) || fields.every(name => isSame(known.content[name], offer[name])))
      continue
    const note = outdated(field, known.content, offer)
    if (note) {
      notes.push(note)
      continue
    }
    const isCorrected = fields.some(name => known.correctedFields.includes(name))
    ;(isCorrected ? conflicts : changes).push({
      field,
      textBefore: textIn(before?.originals, columns),
      textNow: textIn(row.originals, columns),
      valueInOpstap: known.content[field],
      valueInList: offer[field],
    })
  }
  if (changes.length + conflicts.length === 0) return { kind: 'unchanged', row, offerId: known.id, notes }
  return { kind: 'changed', row, offer, offerId: known.id, changes, conflicts, notes }
}

const planRow = (row: ParsedRow, match: Recognised | undefined): PlanItem => {
  if (match?.before && isSame(row.originals, match.before.originals))
    return { kind: 'unchanged', row, offerId: match.offer.id, notes: [] }
  if (!row.offer) return { kind: 'refused', row, ...(match ? { offerId: match.offer.id } : {}) }
  return match ? compare(row, row.offer, match) : { kind: 'new', row, offer: row.offer }
}

/** Compares a list with what is known, without doing anything. The same list a second time: nothing new, nothing changed. */
export const planImport = (rows: readonly ParsedRow[], known: readonly KnownOffer[], source: string): ImportPlan => {
  const recognised = recognise(rows, known, source)
  const items = rows.map((row, at) => planRow(row, recognised.get(at)))
  const seen = new Set([...recognised.values()].map(({ offer }) => offer.id))
  const vanished = known
    .filter(({ id, sources }) => !seen.has(id) && sources.some(ref => ref.source === source))
    .map(({ id }) => id)
  const count = (kind: PlanItem['kind']) => items.filter(item => item.kind === kind).length
  return {
    items,
    vanished,
    counts: {
      new: count('new'),
      unchanged: count('unchanged'),
      changed: count('changed'),
      refused: count('refused'),
      vanished: vanished.length,
    },
  }
}

/** The offer with the chosen fields taken from the list, and the fields that go along with them. */
export const takeFromList = (current: Offer, fromList: Offer, chosen: readonly LeadField[]): Offer => {
  const fields = chosen.flatMap(withFollowers)
  return { ...current, ...Object.fromEntries(fields.map(field => [field, fromList[field]])) }
}

/** What to remember of a row that was taken over, so that the next import can tell what is new. */
export const sourceOf = (row: ParsedRow, source: string): OfferSource => ({
  source,
  ...(row.number === undefined ? {} : { number: row.number }),
  originals: row.originals,
  extra: row.extra,
})
