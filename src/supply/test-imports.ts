import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { ImportId } from '#kernel'
import { createHouse } from '#organisations/test-kit'
import { fixedClock } from '#platform'
import { applyImport } from './use-cases/apply-import.ts'
import { getImport, type ImportRowView } from './use-cases/get-import.ts'
import { listOffers } from './use-cases/list-offers.ts'
import { startImport } from './use-cases/start-import.ts'

/** A list as a municipality keeps it in Excel: Windows-1252. */
export const example = readFileSync(new URL('test-fixtures/aanbod-voorbeeld.csv', import.meta.url))

/** The value of a decision that has to be good. */
export const must = <Value>(decision: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value => {
  if (!decision.ok) throw new Error(JSON.stringify(decision))
  return decision.value
}

const openHouse = async () => {
  const house = await createHouse(fixedClock('2026-11-22T09:00:00Z'))
  const tenantId = await house.municipality()
  return { house, tenantId, beheer: await house.member(tenantId, 'beheer') }
}

/** A new municipality before each test, whose administrator imports lists. To be called once, at the top of a test file. */
export const importing = () => {
  let at: Awaited<ReturnType<typeof openHouse>>
  beforeAll(async () => {
    at = await openHouse()
  })
  beforeEach(async () => {
    at.tenantId = await at.house.municipality()
    at.beheer = await at.house.member(at.tenantId, 'beheer')
  })
  afterAll(() => at.house.close())

  const start = async (bytes: Uint8Array = example, fileName = 'aanbod-voorbeeld.csv'): Promise<ImportId> =>
    must(await at.house.runner.run(startImport, at.beheer, { fileName, file: Buffer.from(bytes).toString('base64') })).importId
  const see = async (importId: ImportId, filter: object = {}) =>
    must(await at.house.runner.run(getImport, at.beheer, { importId, ...filter }))
  const versionOf = async (importId: ImportId): Promise<number> => (await see(importId)).list.version
  const apply = async (importId: ImportId) =>
    must(await at.house.runner.run(applyImport, at.beheer, { importId, version: await versionOf(importId) }))
  const imported = async (bytes?: Uint8Array) => apply(await start(bytes))
  const rowsOf = async (importId: ImportId): Promise<readonly ImportRowView[]> => [
    ...(await see(importId)).rows,
    ...(await see(importId, { page: 2 })).rows,
  ]
  const rowOf = async (importId: ImportId, number: string): Promise<ImportRowView> => {
    const row = (await rowsOf(importId)).find(found => found.number === number)
    if (row === undefined) throw new Error(`no row ${number}`)
    return row
  }
  const offerCount = async (state = 'active'): Promise<number> => {
    const { rows } = await at.house.owner.query<{ n: number }>(
      'select count(*)::int as n from offer where tenant_id = $1 and state = $2',
      [at.tenantId, state],
    )
    return rows[0]?.n ?? 0
  }
  const offerNamed = async (name: string) => {
    const { offers } = must(await at.house.runner.run(listOffers, at.beheer, { text: name }))
    const found = offers.find(({ offer }) => offer.name === name)
    if (found === undefined) throw new Error(`no offer ${name}`)
    return found
  }

  return {
    get house() {
      return at.house
    },
    get tenantId() {
      return at.tenantId
    },
    get beheer() {
      return at.beheer
    },
    start,
    see,
    versionOf,
    apply,
    imported,
    rowOf,
    offerCount,
    offerNamed,
  }
}
