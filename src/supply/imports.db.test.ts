import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { importSupply } from './import/command-line.ts'
import { applyImport, continueImport, continueImportJob } from './use-cases/apply-import.ts'
import { amendOffer } from './use-cases/change-offer.ts'
import { decideImportRow } from './use-cases/decide-import-row.ts'
import { getImport } from './use-cases/get-import.ts'
import { listOffers } from './use-cases/list-offers.ts'
import { sourceOfFile, startImport } from './use-cases/start-import.ts'
import { example, importing, must } from './test-imports.ts'

/** The example as somebody changed it in Excel: still Windows-1252. */
const changedExample = (...changes: readonly (readonly [string, string])[]): Buffer =>
  Buffer.from(
    changes.reduce((text, [from, to]) => text.replace(from, to), example.toString('latin1')),
    'latin1',
  )

const lists = importing()
const { start, see, versionOf, apply, imported, rowOf, offerCount, offerNamed } = lists

describe('given the example list, when it is uploaded as it is', () => {
  test('then it is recognised and shown, and nothing is taken over yet', async () => {
    const { list, rowsFound } = await see(await start())
    expect(list.recognised).toMatchObject({ encoding: 'windows-1252', delimiter: ';', headerLine: 2 })
    expect(list.summary).toEqual({
      outcomes: { takenOver: 4, repaired: 8, doubtful: 16, refused: 2 },
      plans: { new: 28, refused: 2 },
      doubles: 1,
      vanished: [],
    })
    expect([list.state, list.source, rowsFound, await offerCount()]).toEqual(['preview', 'aanbod-voorbeeld', 30, 0])
  })

  test('then rows of one kind can be shown alone, with what was noticed', async () => {
    const { rows, rowsFound } = await see(await start(), { outcome: 'refused' })
    expect([rowsFound, rows.map(row => row.number), rows[0]?.offer]).toEqual([2, ['27', '28'], undefined])
    expect(rows[0]?.findings.map(({ code }) => code)).toEqual(['name.missing', 'times.missing'])
  })

  test('then only 17 and 18 are offered to merge', async () => {
    const { rows } = await see(await start(), { doubles: 'yes' })
    expect(rows.map(row => [row.number, row.double?.offer.name])).toEqual([['18', 'Samen koken']])
  })

  test('then taking it over gives 28 offers, linked to an organisation of the same name', async () => {
    const brug = await lists.house.organisation(lists.tenantId, 'welfare', 'Stichting De Brug Welzijn')
    const { state, result } = await imported()
    expect([state, result, await offerCount()]).toEqual(['applied', { created: 28, refused: 2 }, 28])
    expect(await offerNamed('Fietsles voor vrouwen')).toMatchObject({
      organisationId: brug,
      offer: { limits: { sex: 'f' }, times: { slots: [{ weekday: 2, from: '09:30', to: '11:00' }] }, cost: { kind: 'free' } },
    })
  })

  test('then a form that is sent twice takes over once', async () => {
    const importId = await start()
    const version = await versionOf(importId)
    const key = { idempotencyKey: 'apply-once' }
    const [first, second] = await Promise.all([
      lists.house.runner.run(applyImport, lists.beheer, { importId, version }, key),
      lists.house.runner.run(applyImport, lists.beheer, { importId, version }, key),
    ])
    expect(second).toEqual(first)
    expect(await offerCount()).toBe(28)
    expect(await lists.house.runner.run(applyImport, lists.beheer, { importId, version })).toMatchObject({
      ok: false,
      code: 'versionConflict',
    })
  })
})

describe('given a list that was taken over, when it comes again', () => {
  test('then the same file changes nothing and makes no doubles', async () => {
    await imported()
    const importId = await start(example, 'aanbod-voorbeeld (1).csv')
    expect((await see(importId)).list.summary.plans).toEqual({ unchanged: 28, refused: 2 })
    expect((await apply(importId)).result).toEqual({ unchanged: 28, refused: 2 })
    expect(await offerCount()).toBe(28)
    expect((await offerNamed('Fietsles voor vrouwen')).version).toBe(1)
  })

  test('then a changed file shows the change and takes it over', async () => {
    await imported()
    const importId = await start(changedExample(['di 9.30-11.00u', 'wo 13.00-14.30u']))
    const row = await rowOf(importId, '1')
    expect(row.plan).toBe('changed')
    expect(row.changes.changes.map(({ field, textBefore, textNow }) => [field, textBefore, textNow])).toEqual([
      ['times', 'di 9.30-11.00u', 'wo 13.00-14.30u'],
    ])
    expect((await apply(importId)).result).toMatchObject({ changed: 1, unchanged: 27 })
    const offer = await offerNamed('Fietsles voor vrouwen')
    expect([offer.version, offer.offer.times.slots]).toEqual([2, [{ weekday: 3, from: '13:00', to: '14:30' }]])
  })

  test('then an offer that the list no longer names is shown and stays', async () => {
    await imported()
    const without = changedExample([
      example
        .toString('latin1')
        .split('\r\n')
        .find(line => line.startsWith('30;')) ?? '?',
      '',
    ])
    const importId = await start(without)
    expect((await see(importId)).vanished.map(({ name }) => name)).toEqual(['Voetbal voor iedereen'])
    await apply(importId)
    expect(await offerCount()).toBe(28)
  })

  test('then what was corrected by hand in Opstap stays, unless the list is chosen', async () => {
    await imported()
    const { offerId, version } = await offerNamed('Fietsles voor vrouwen')
    must(await lists.house.runner.run(amendOffer, lists.beheer, { offerId, version, timesText: 'do 10.00-11.00' }))
    const list = changedExample(['di 9.30-11.00u', 'wo 13.00-14.30u'])
    const first = await start(list)
    expect((await rowOf(first, '1')).changes).toMatchObject({ changes: [], conflicts: [{ field: 'times' }] })
    expect((await apply(first)).result).toMatchObject({ kept: 1 })
    expect((await offerNamed('Fietsles voor vrouwen')).offer.times.text).toBe('do 10.00-11.00')

    const second = await start(changedExample(['di 9.30-11.00u', 'vr 9.00-10.00']))
    const { rowNumber } = await rowOf(second, '1')
    must(
      await lists.house.runner.run(decideImportRow, lists.beheer, {
        importId: second,
        rowNumber,
        version: await versionOf(second),
        decision: 'list',
      }),
    )
    expect((await apply(second)).result).toMatchObject({ changed: 1 })
    expect((await offerNamed('Fietsles voor vrouwen')).offer.times.text).toBe('vr 9.00-10.00')
  })

  test('then "ours" keeps an uncorrected field too, and it is not asked again', async () => {
    await imported()
    const list = changedExample(['Leren fietsen in een kleine groep', 'Leren fietsen met zijn tweeen'])
    const importId = await start(list)
    const { rowNumber } = await rowOf(importId, '1')
    must(
      await lists.house.runner.run(decideImportRow, lists.beheer, {
        importId,
        rowNumber,
        version: await versionOf(importId),
        decision: 'ours',
      }),
    )
    await apply(importId)
    expect((await offerNamed('Fietsles voor vrouwen')).offer.description).toContain('kleine groep')
    expect((await see(await start(list))).list.summary.plans).toEqual({ unchanged: 28, refused: 2 })
  })
})

describe('given a long list', () => {
  const long = (rows: number): Buffer =>
    Buffer.from(
      [
        'Nr;Naam activiteit;Organisatie;Dag en tijd',
        ...Array.from({ length: rows }, (_, i) => `${i + 1};Wandelen ${i};Club ${i};ma 9-10`),
      ].join('\r\n'),
    )

  test('when it is taken over then the first rows are there at once and a job does the rest, in steps that can be repeated', async () => {
    const importId = await start(long(600))
    const first = await apply(importId)
    expect([first.state, first.rowsDone, await offerCount()]).toEqual(['applying', 250, 250])
    const { rows } = await lists.house.owner.query(
      `select task_identifier, payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id) where task_identifier = 'supply.continueImport'`,
    )
    expect(rows.at(-1)?.payload).toMatchObject({ tenantId: lists.tenantId, importId })
    await continueImportJob(lists.house.runner)(rows.at(-1)?.payload)
    expect((await see(importId)).list).toMatchObject({ state: 'applied', rowsDone: 600, result: { created: 600 } })
    expect(must(await lists.house.runner.run(continueImport, lists.beheer, { importId })).rowsDone).toBe(600)
    expect(await offerCount()).toBe(600)
  })
})

describe('given a file that cannot be right', () => {
  const answer = async (bytes: Uint8Array) =>
    lists.house.runner.run(startImport, lists.beheer, { fileName: 'x.csv', file: Buffer.from(bytes).toString('base64') })
  const imports = async () =>
    (await lists.house.owner.query('select from supply_import where tenant_id = $1', [lists.tenantId])).rowCount

  test.each([
    ['an empty file', Buffer.alloc(0), 'empty'],
    ['headings alone', Buffer.from('Nr;Naam activiteit\r\n'), 'empty'],
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'spreadsheet'],
    ['too many rows', Buffer.from(`Nr;Naam activiteit\r\n${'1;x\r\n'.repeat(20_001)}`), 'tooManyRows'],
    ['a cell without end', Buffer.from(`Nr;Naam activiteit\r\n1;"${'x'.repeat(30_000)}"\r\n`), 'cellTooLong'],
    ['a thousand columns', Buffer.from(`Nr;Naam activiteit\r\n1${';x'.repeat(1000)}\r\n`), 'tooManyColumns'],
    ['an open quote', Buffer.from('Nr;Naam activiteit\r\n1;"x\r\n'), 'quoteNotClosed'],
  ])('when it is %s then it is refused with the reason and nothing is kept', async (_what, bytes, reason) => {
    expect(await answer(bytes)).toMatchObject({ ok: false, code: 'invalidInput', field: 'file', details: { reason } })
    expect(await imports()).toBe(0)
  })

  test('when a name has a NUL in it then that row is refused and the others are read', async () => {
    const importId = await start(Buffer.from('Nr;Naam activiteit;Organisatie\r\n1;Wan\0delen;Club\r\n2;Fietsen;Club\r\n'))
    expect((await see(importId)).list.summary.outcomes).toMatchObject({ refused: 1 })
    expect((await apply(importId)).result).toEqual({ created: 1, refused: 1 })
  })
})

describe('given somebody who may not import', () => {
  test('when a coach asks then it is as if the page does not exist, and another municipality sees nothing', async () => {
    const importId = await start()
    const coach = await lists.house.member(lists.tenantId, 'coach')
    const elsewhere = await lists.house.member(await lists.house.municipality('Anders'), 'beheer')
    const notFound = { ok: false, code: 'notFound' }
    expect(await lists.house.runner.run(startImport, coach, { fileName: 'x.csv', file: example.toString('base64') })).toEqual(
      notFound,
    )
    for (const actor of [coach, elsewhere]) {
      expect(await lists.house.runner.run(getImport, actor, { importId })).toEqual(notFound)
      expect(await lists.house.runner.run(applyImport, actor, { importId, version: 1 })).toEqual(notFound)
    }
    await apply(importId)
    expect(must(await lists.house.runner.run(listOffers, elsewhere, {})).total).toBe(0)
    expect(must(await lists.house.runner.run(listOffers, coach, {})).total).toBe(28)
  })
})

test('given the command line, when the list is imported twice, then each row is told and nothing is made twice', async () => {
  const actor = { role: 'system', tenantId: lists.tenantId, name: 'command line' } as const
  const first = must(await importSupply(lists.house.runner, actor, { fileName: 'aanbod-voorbeeld.csv', bytes: example }))
  expect(first.result).toEqual({ created: 28, refused: 2 })
  expect(first.rows[0]).toBe(
    '1 Fietsles voor vrouwen: created, repaired [targetGroup: limits.sex "vrouwen, statushouders"; website: website.completed "www.debrug.example/fietsles"]',
  )
  expect(first.rows).toHaveLength(30)
  const second = must(await importSupply(lists.house.runner, actor, { fileName: 'aanbod-voorbeeld.csv', bytes: example }))
  expect([second.result, await offerCount()]).toEqual([{ unchanged: 28, refused: 2 }, 28])
})

test('the name of a list comes from its file, whatever download it is', () => {
  expect(['aanbod (2).csv', 'C:\\lijsten\\aanbod.CSV', '.csv', 'aanbod 2026'].map(sourceOfFile)).toEqual([
    'aanbod',
    'aanbod',
    'lijst',
    'aanbod 2026',
  ])
})
