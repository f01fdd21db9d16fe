import type { OfferId } from '#kernel'
import { findDoubles, type Candidate } from '../doubles.ts'
import type { ParsedRow } from './parse-row.ts'
import { planImport, type PlanItem } from './plan-import.ts'
import type { KnownOffer } from './recognise.ts'
import type { ImportSummary, RowPlan, StoredChanges } from './supply-import.ts'

/** Two offers that a person looked at and kept apart. */
export type KeptApart = readonly [OfferId, OfferId]

export interface PlannedRows {
  /** One plan per row, in the order of the rows. */
  readonly rows: readonly RowPlan[]
  readonly summary: ImportSummary
}

type Key = { readonly row: number; readonly offerId?: OfferId } | { readonly row?: undefined; readonly offerId: OfferId }

export const pairKey = (a: OfferId, b: OfferId): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
export const keptApartSet = (pairs: readonly KeptApart[]): ReadonlySet<string> => new Set(pairs.map(([a, b]) => pairKey(a, b)))

const changesOf = (item: PlanItem): StoredChanges => {
  if (item.kind === 'unchanged') return { changes: [], conflicts: [], notes: [...item.notes] }
  if (item.kind !== 'changed') return { changes: [], conflicts: [], notes: [] }
  return { changes: [...item.changes], conflicts: [...item.conflicts], notes: [...item.notes] }
}

const offerIdOf = (item: PlanItem): OfferId | undefined => (item.kind === 'new' ? undefined : item.offerId)

/** Per row the other one that it probably is: an earlier row, or an offer that this list does not name. */
const doublesAmong = (items: readonly PlanItem[], others: readonly KnownOffer[], apart: ReadonlySet<string>) => {
  const candidates: Candidate<Key>[] = others.map(({ id, content }) => ({ key: { offerId: id }, offer: content }))
  for (const [row, item] of items.entries()) {
    const offerId = offerIdOf(item)
    if (item.row.offer) candidates.push({ key: { row, ...(offerId === undefined ? {} : { offerId }) }, offer: item.row.offer })
  }
  const found = new Map<number, Key>()
  for (const { first, second } of findDoubles(candidates)) {
    const [a, b] = [first.offerId, second.offerId]
    const known = a !== undefined && b !== undefined && (a === b || apart.has(pairKey(a, b)))
    if (second.row !== undefined && !known) found.set(second.row, first)
  }
  return found
}

const countBy = <Name extends string>(names: readonly Name[]): Partial<Record<Name, number>> => {
  const counts: Partial<Record<Name, number>> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/** What an import would do with every row of a list, without doing anything. */
export const planRows = (
  rows: readonly ParsedRow[],
  known: readonly KnownOffer[],
  {
    source,
    apart,
    mergeable,
  }: {
    readonly source: string
    readonly apart: ReadonlySet<string>
    /** Whether this offer may be offered to merge with: it is still active. */
    readonly mergeable: (id: OfferId) => boolean
  },
): PlannedRows => {
  const plan = planImport(rows, known, source)
  const named = new Set(plan.items.map(offerIdOf))
  const others = known.filter(({ id }) => !named.has(id) && mergeable(id))
  const doubles = doublesAmong(plan.items, others, apart)
  const planned = plan.items.map((item, at): RowPlan => {
    const offerId = offerIdOf(item)
    const double = doubles.get(at)
    return {
      outcome: item.row.outcome,
      plan: item.kind,
      ...(offerId === undefined ? {} : { offerId }),
      changes: changesOf(item),
      ...(double === undefined
        ? {}
        : double.row === undefined
          ? { doubleOfOffer: double.offerId }
          : { doubleOfRow: double.row + 1 }),
    }
  })
  return {
    rows: planned,
    summary: {
      outcomes: countBy(planned.map(row => row.outcome)),
      plans: countBy(planned.map(row => row.plan)),
      doubles: doubles.size,
      vanished: [...plan.vanished],
    },
  }
}
