import { describe, expect, test } from 'vitest'
import type { ImportId } from '#kernel'
import { applyImport } from './use-cases/apply-import.ts'
import { cancelImport, reopenImport } from './use-cases/cancel-import.ts'
import { correctImportRow } from './use-cases/correct-import-row.ts'
import { decideImportRow } from './use-cases/decide-import-row.ts'
import { listDoubles } from './use-cases/list-doubles.ts'
import { separateOffers } from './use-cases/merge-offers.ts'
import { setImportMapping } from './use-cases/set-import-mapping.ts'
import { example, importing, must } from './test-imports.ts'

const lists = importing()
const { start, see, versionOf, apply, imported, rowOf, offerCount, offerNamed } = lists

describe('given a refused row, when it is corrected in place', () => {
  test('then it is read again and taken over, and stays known the next time', async () => {
    const importId = await start()
    const { rowNumber } = await rowOf(importId, '27')
    const corrected = must(
      await lists.house.runner.run(correctImportRow, lists.beheer, {
        importId,
        rowNumber,
        version: await versionOf(importId),
        texts: { name: 'Koffie-uur', times: 'ma 10.00-11.00' },
      }),
    )
    expect(corrected.outcome).toBe('takenOver')
    expect((await see(importId)).list.summary).toMatchObject({
      outcomes: { refused: 1, takenOver: 5 },
      plans: { new: 29, refused: 1 },
    })
    expect((await apply(importId)).result).toEqual({ created: 29, refused: 1 })
    expect((await offerNamed('Koffie-uur')).offer.organisationName).toBe('De Brug Welzijn')
    expect((await see(await start())).list.summary.plans).toEqual({ unchanged: 29, refused: 1 })
    expect(await offerCount()).toBe(29)
  })

  test('then an old version of the page is refused and a NUL in the text too', async () => {
    const importId = await start()
    const input = { importId, rowNumber: 27, texts: { name: 'x' } }
    expect(await lists.house.runner.run(correctImportRow, lists.beheer, { ...input, version: 99 })).toMatchObject({
      code: 'versionConflict',
    })
    const version = await versionOf(importId)
    expect(
      await lists.house.runner.run(correctImportRow, lists.beheer, { ...input, version, texts: { name: 'a\0b' } }),
    ).toMatchObject({
      code: 'invalidInput',
      field: 'texts.name',
    })
  })
})

describe('given the double 17/18', () => {
  const decideDouble = async (importId: ImportId, double: 'merge' | 'keepApart') => {
    const { rowNumber } = await rowOf(importId, '18')
    must(
      await lists.house.runner.run(decideImportRow, lists.beheer, {
        importId,
        rowNumber,
        version: await versionOf(importId),
        double,
      }),
    )
  }

  test('when it is merged then one offer stays, a next import finds it for both rows, and it can be taken back', async () => {
    const importId = await start()
    await decideDouble(importId, 'merge')
    expect((await apply(importId)).result).toEqual({ created: 27, merged: 1, refused: 2 })
    expect([await offerCount(), await offerCount('merged')]).toEqual([27, 1])
    expect((await see(await start())).list.summary).toMatchObject({ plans: { unchanged: 28, refused: 2 }, doubles: 0 })

    const kept = await offerNamed('Samen koken')
    const { rows } = await lists.house.owner.query('select id from offer where tenant_id = $1 and merged_into = $2', [
      lists.tenantId,
      kept.offerId,
    ])
    const pair = { offerId: kept.offerId, otherId: rows[0].id, version: kept.version }
    must(await lists.house.runner.run(separateOffers, lists.beheer, pair))
    expect([await offerCount(), await offerCount('merged')]).toEqual([28, 0])
    expect(await lists.house.runner.run(separateOffers, lists.beheer, pair)).toMatchObject({ ok: false, code: 'notPossibleNow' })
  })

  test('when it is kept apart then both stay and it is never offered again', async () => {
    const importId = await start()
    await decideDouble(importId, 'keepApart')
    await apply(importId)
    expect(await offerCount()).toBe(28)
    expect((await see(await start())).list.summary.doubles).toBe(0)
    expect(must(await lists.house.runner.run(listDoubles, lists.beheer, {})).total).toBe(0)
  })

  test('when nobody decides then it is offered again, and only that one', async () => {
    await imported()
    const { doubles } = must(await lists.house.runner.run(listDoubles, lists.beheer, {}))
    expect(doubles.map(({ first, second }) => [first.offer.organisationName, second.offer.organisationName].toSorted())).toEqual([
      [`Buurthuis 't Anker`, 'Buurthuis t Anker'],
    ])
  })

  test('when a row that is no double is to be merged then that is refused', async () => {
    const importId = await start()
    const input = { importId, rowNumber: 1, version: await versionOf(importId), double: 'merge' }
    expect(await lists.house.runner.run(decideImportRow, lists.beheer, input)).toMatchObject({
      ok: false,
      code: 'notPossibleNow',
    })
  })
})

describe('given a choice about a whole list', () => {
  test('when a column means something else then every row is read again', async () => {
    const importId = await start()
    const { list } = await see(importId)
    const columns = list.mapping.map(({ column }) => (column === 'name' ? null : column))
    const saved = must(await lists.house.runner.run(setImportMapping, lists.beheer, { importId, version: list.version, columns }))
    expect(saved.state).toBe('mapping')
    expect(await lists.house.runner.run(applyImport, lists.beheer, { importId, version: saved.version })).toMatchObject({
      code: 'notPossibleNow',
    })
    const back = list.mapping.map(({ column }) => column)
    must(await lists.house.runner.run(setImportMapping, lists.beheer, { importId, version: saved.version, columns: back }))
    expect((await see(importId)).list.summary.plans).toEqual({ new: 28, refused: 2 })
  })

  test('when it is put aside then nothing is taken over, until it is taken up again', async () => {
    const importId = await start()
    const cancelled = must(
      await lists.house.runner.run(cancelImport, lists.beheer, { importId, version: await versionOf(importId) }),
    )
    expect(await lists.house.runner.run(applyImport, lists.beheer, { importId, version: cancelled.version })).toMatchObject({
      code: 'notPossibleNow',
    })
    expect(await offerCount()).toBe(0)
    must(await lists.house.runner.run(reopenImport, lists.beheer, { importId, version: cancelled.version }))
    await apply(importId)
    expect(await offerCount()).toBe(28)
  })

  test('when another list was taken over since the preview then it is compared again first', async () => {
    const [mine, theirs] = [await start(), await start(example, 'anders.csv')]
    await lists.house.owner.query(`update supply_import set planned_at = planned_at - interval '1 minute' where id = $1`, [mine])
    await apply(theirs)
    expect(
      await lists.house.runner.run(applyImport, lists.beheer, { importId: mine, version: await versionOf(mine) }),
    ).toMatchObject({
      ok: false,
      code: 'notPossibleNow',
      details: { reason: 'otherImportSince' },
    })
  })
})
