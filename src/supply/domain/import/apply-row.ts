import type { LeadField } from '../offer-fields.ts'
import { withCorrected } from '../offer-record.ts'
import type { Offer, OfferField } from '../offer.ts'
import type { ImportColumn } from './columns.ts'
import type { ParsedRow } from './parse-row.ts'
import { isSame, sourceOf, takeFromList } from './plan-import.ts'
import type { KnownOffer, OfferSource } from './recognise.ts'
import type { ImportRow, RowResult } from './supply-import.ts'

const FIELD_OF: Readonly<Record<ImportColumn, LeadField | undefined>> = {
  number: undefined,
  name: 'name',
  organisation: 'organisationName',
  kind: 'kind',
  description: 'description',
  area: 'areas',
  targetGroup: 'targetGroups',
  law: 'laws',
  times: 'times',
  startMoments: 'startMoments',
  address: 'address',
  postcode: 'postcode',
  place: 'place',
  capacity: 'capacity',
  free: 'free',
  cost: 'cost',
  language: 'languages',
  contact: 'contactName',
  phone: 'phone',
  email: 'email',
  website: 'website',
  lastConfirmed: 'lastConfirmed',
  remarks: 'remarks',
}

/** What the offer becomes. `offer` is absent when nothing about it changes. */
export interface AppliedRow {
  readonly result: RowResult
  readonly offer?: {
    readonly content: Offer
    readonly sources: readonly OfferSource[]
    readonly correctedFields: readonly OfferField[]
  }
}

const correctedIn = (row: ImportRow): LeadField[] =>
  Object.keys(row.corrections).flatMap(column => FIELD_OF[column as ImportColumn] ?? [])

/** The list's new words in the place of its former ones about the same row. */
const remember = (sources: readonly OfferSource[], now: OfferSource): readonly OfferSource[] => {
  const mine = sources.filter(({ source }) => source === now.source)
  const former =
    mine.find(({ number }) => number !== undefined && number === now.number) ??
    mine.find(({ originals }) => isSame(originals, now.originals)) ??
    mine.find(({ originals }) => originals.name === now.originals.name) ??
    mine[0]
  return former === undefined ? [...sources, now] : sources.map(source => (source === former ? now : source))
}

const chosenFields = (row: ImportRow, current: KnownOffer): LeadField[] => {
  const { changes, conflicts } = row.changes
  if (row.decision === 'ours') return []
  if (row.decision === 'list') return [...changes, ...conflicts].map(({ field }) => field)
  return changes.map(({ field }) => field).filter(field => !current.correctedFields.includes(field))
}

const applyToKnown = (row: ImportRow, parsed: ParsedRow, offer: Offer, current: KnownOffer, source: string): AppliedRow => {
  const chosen = chosenFields(row, current)
  const fromList = row.decision === 'list' ? new Set<OfferField>(chosen) : new Set<OfferField>()
  const kept = current.correctedFields.filter(field => !fromList.has(field))
  return {
    result: chosen.length === 0 ? 'kept' : 'changed',
    offer: {
      content: takeFromList(current.content, offer, chosen),
      sources: remember(current.sources, sourceOf(parsed, source)),
      correctedFields: withCorrected(kept, correctedIn(row)),
    },
  }
}

/**
 * One row taken over as it was planned and decided. Fields that somebody corrected in Opstap after the plan was made are
 * left alone, unless the list was chosen for this row.
 */
export const applyRow = (row: ImportRow, parsed: ParsedRow, current: KnownOffer | undefined, source: string): AppliedRow => {
  if (row.decision === 'skip') return { result: 'skipped' }
  if (parsed.offer === undefined) return { result: 'refused' }
  if (current === undefined) {
    const sources = [sourceOf(parsed, source)]
    return { result: 'created', offer: { content: parsed.offer, sources, correctedFields: withCorrected([], correctedIn(row)) } }
  }
  if (row.plan === 'changed') return applyToKnown(row, parsed, parsed.offer, current, source)
  const sources = remember(current.sources, sourceOf(parsed, source))
  if (isSame(sources, current.sources)) return { result: 'unchanged' }
  return { result: 'unchanged', offer: { content: current.content, sources, correctedFields: current.correctedFields } }
}
