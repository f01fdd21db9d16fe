import type { OfferId, TenantId } from '#kernel'
import type { CommandContext, Db } from '#platform'
import { applyRow } from '../domain/import/apply-row.ts'
import type { ImportResult, ImportRow, SupplyImport } from '../domain/import/supply-import.ts'
import { isSame } from '../domain/import/plan-import.ts'
import type { OfferRecord } from '../domain/offer-record.ts'
import { listRowsAfter, listRowsByNumber, updateRows } from '../storage/import-rows.ts'
import { updateImport } from '../storage/imports.ts'
import { insertKeptApart } from '../storage/kept-apart.ts'
import { lockOffers, saveOffers, type OfferTrace } from '../storage/offers.ts'
import { parsedRow } from './plan-whole-import.ts'
import { loadOrganisations, mergePair, organisationOf } from './write-offers.ts'

/** Rows per transaction: short enough to let others through, long enough to be quick. */
export const ROWS_AT_ONCE = 250

type Context = Pick<CommandContext<unknown>, 'db' | 'tenantId' | 'memberId' | 'now' | 'newId'>

/** What the rows of one chunk make of the offers, kept apart from what was there. */
const takeOver = async ({ db, tenantId, now, newId }: Context, list: SupplyImport, rows: readonly ImportRow[]) => {
  const ids = [...new Set(rows.flatMap(({ offerId }) => offerId ?? []))]
  const [known, organisations] = [await lockOffers(db, tenantId, ids), await loadOrganisations(db, tenantId)]
  const offers = new Map<OfferId, OfferRecord>()
  const done = rows.map((row): ImportRow => {
    const before = row.offerId === undefined ? undefined : known.get(row.offerId)
    const current = (row.offerId === undefined ? undefined : offers.get(row.offerId)) ?? before
    // Somebody merged it after the preview: what the list says about it now is for a next time.
    if (current?.state === 'merged') return { ...row, result: 'kept' }
    const { result, offer } = applyRow(row, parsedRow(list, row), current, list.source)
    if (offer === undefined) return { ...row, result }
    const id = current?.id ?? newId<OfferId>()
    const isConfirmedAnew = !isSame(offer.content.lastConfirmed, current?.content.lastConfirmed)
    offers.set(id, {
      id,
      ...offer,
      organisationId: organisationOf(organisations, offer.content),
      state: current?.state ?? 'active',
      mergedInto: current?.mergedInto,
      lastConfirmedBy: isConfirmedAnew ? undefined : current?.lastConfirmedBy,
      version: (before?.version ?? 0) + 1,
      updatedAt: now,
    })
    return { ...row, result, offerId: id }
  })
  return { done, offers: [...offers.values()] }
}

const otherOf = async (db: Db, scope: { tenantId: TenantId; importId: SupplyImport['id'] }, rows: readonly ImportRow[]) => {
  const near = new Map(rows.map(row => [row.rowNumber, row.offerId]))
  const elsewhere = rows.flatMap(({ doubleOfRow }) => (doubleOfRow === undefined || near.has(doubleOfRow) ? [] : [doubleOfRow]))
  const far = await listRowsByNumber(db, scope, elsewhere)
  return (row: ImportRow): OfferId | undefined =>
    row.doubleOfOffer ?? near.get(row.doubleOfRow ?? 0) ?? far.get(row.doubleOfRow ?? 0)?.offerId
}

/** Doubles as they were decided, now that both have an offer. */
const settleDoubles = async (
  { db, tenantId, memberId, now }: Context,
  list: SupplyImport,
  rows: readonly ImportRow[],
  trace: OfferTrace,
): Promise<readonly ImportRow[]> => {
  const decided = rows.filter(row => row.doubleDecision !== undefined && row.result !== 'skipped' && row.result !== 'refused')
  const firstOf = await otherOf(db, { tenantId, importId: list.id }, decided.length === 0 ? [] : rows)
  const merged = new Map<number, OfferId>()
  for (const row of decided) {
    const first = firstOf(row)
    if (first === undefined || row.offerId === undefined || first === row.offerId) continue
    if (row.doubleDecision === 'keepApart') {
      await insertKeptApart(db, tenantId, [first, row.offerId], { by: memberId, at: now })
      continue
    }
    const pair = await lockOffers(db, tenantId, [first, row.offerId])
    const [kept, other] = [pair.get(first), pair.get(row.offerId)]
    if (kept?.state !== 'active' || other?.state !== 'active') continue
    await mergePair(db, tenantId, { kept, other }, { ...trace, cause: 'merged' })
    merged.set(row.rowNumber, kept.id)
  }
  return rows.map(row => {
    const offerId = merged.get(row.rowNumber)
    return offerId === undefined ? row : { ...row, result: 'merged', offerId }
  })
}

const added = (result: ImportResult, rows: readonly ImportRow[]): ImportResult => {
  const next = { ...result }
  for (const row of rows) if (row.result !== undefined) next[row.result] = (next[row.result] ?? 0) + 1
  return next
}

/** Takes over the next rows of a list that is being applied, and says how far it is. Repeating it does nothing twice. */
export const applyChunk = async (
  context: Context,
  list: SupplyImport,
): Promise<{ readonly list: SupplyImport; readonly changed: readonly OfferId[] }> => {
  const { db, tenantId, memberId, now } = context
  const scope = { tenantId, importId: list.id }
  const rows = await listRowsAfter(db, scope, list.rowsDone, ROWS_AT_ONCE)
  const trace = { by: memberId, at: now, cause: `import:${list.id}` }
  const { done, offers } = await takeOver(context, list, rows)
  await saveOffers(db, tenantId, offers, trace)
  const settled = await settleDoubles(context, list, done, trace)
  await updateRows(db, scope, settled)
  const rowsDone = list.rowsDone + rows.length
  const isDone = rowsDone >= list.rowsTotal
  const next = await updateImport(db, tenantId, {
    ...list,
    state: isDone ? 'applied' : 'applying',
    rowsDone,
    result: added(list.result, settled),
    ...(isDone ? { appliedAt: now } : {}),
  })
  return { list: next, changed: offers.map(({ id }) => id) }
}
