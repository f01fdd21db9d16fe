import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accept, newId, OfferId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant } from '#people/test-kit'
import { type Actor, command, fixedClock, query } from '#platform'
import { z } from 'zod'
import { mayManageSupply, maySeeSupply } from './access.ts'
import { freshness } from './domain/freshness.ts'
import { freeNow } from './domain/free-places.ts'
import { addOffer } from './use-cases/add-offer.ts'
import { applyImport } from './use-cases/apply-import.ts'
import { amendOffer, archiveOffer, confirmOffer, restoreOffer } from './use-cases/change-offer.ts'
import { getOffer } from './use-cases/get-offer.ts'
import { importPostcodePoints } from './use-cases/import-postcode-points.ts'
import { exportOffers, listOffers } from './use-cases/list-offers.ts'
import { keepApart, mergeOffers, separateOffers } from './use-cases/merge-offers.ts'
import { lockOffer, offerCounts, readOffers, supplyStamp } from './use-cases/read-offers.ts'
import { startImport } from './use-cases/start-import.ts'

let house: TestHouse
let tenantId: TenantId
let beheer: Actor

beforeAll(async () => {
  house = await createHouse(fixedClock('2026-11-22T09:00:00Z'))
})
beforeEach(async () => {
  tenantId = await house.municipality()
  beheer = await house.member(tenantId, 'beheer', { name: 'Bo' })
})
afterAll(() => house.close())

const must = <Value>(decision: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value => {
  if (!decision.ok) throw new Error(JSON.stringify(decision))
  return decision.value
}
const add = async (typed: object) => must(await house.runner.run(addOffer, beheer, { name: 'Tuingroep', ...typed }))
const get = async (offerId: OfferId, actor = beheer) => must(await house.runner.run(getOffer, actor, { offerId }))
const names = async (filter: object): Promise<readonly string[]> =>
  must(await house.runner.run(listOffers, beheer, filter)).offers.map(({ offer }) => offer.name)

/** Somebody at the offer, as plans would write it. */
const placed = async (offerId: OfferId, state: 'placed' | 'waiting' | 'ended', createdAt = '2026-11-20'): Promise<void> => {
  const participantId = await aParticipant(house, tenantId)
  await house.owner.query(
    `insert into placement (tenant_id, id, participant_id, offer_id, area, state, since, made_by, outcome, created_at)
     values ($1, $2, $3, $4, 'contacts', $5, $6, $7, $8, $6::date)`,
    [tenantId, newId(), participantId, offerId, state, createdAt, beheer.membershipId, state === 'ended' ? 'stayed' : null],
  )
}

describe('given an offer that is typed', () => {
  test('when it is added then words are understood, it counts as confirmed, and it belongs to the organisation of that name', async () => {
    const brug = await house.organisation(tenantId, 'welfare', 'De Brug')
    const { offerId } = await add({
      organisationName: 'Stichting De Brug',
      timesText: 'di 9.30-11.00',
      costText: '3 euro',
      languageText: 'NL A1',
      postcode: '2451ab',
      capacity: 8,
      free: 2,
    })
    expect(await get(offerId)).toMatchObject({
      organisationId: brug,
      freshness: 'fresh',
      lastConfirmedBy: 'Bo',
      places: { free: 2, placed: 0 },
      offer: {
        postcode: '2451 AB',
        times: { slots: [{ weekday: 2, from: '09:30', to: '11:00' }] },
        cost: { kind: 'amount', cents: 300 },
        dutchLevel: 'A1',
        freeStatedOn: '2026-11-22',
      },
    })
  })

  test('when the same is added again then it is refused as a double, unless it is another', async () => {
    const { offerId } = await add({ organisationName: 'De Brug', postcode: '2451 AB' })
    const again = { name: 'tuingroep', organisationName: 'Stichting de Brug', postcode: '2451AB' }
    expect(await house.runner.run(addOffer, beheer, again)).toMatchObject({
      ok: false,
      code: 'duplicate',
      details: { candidates: [{ offerId }] },
    })
    expect((await house.runner.run(addOffer, beheer, { ...again, isAnother: true })).ok).toBe(true)
  })

  test.each([
    [{ postcode: 'ergens' }, 'postcode', 'postcode'],
    [{ website: 'javascript:alert(1)' }, 'website', 'website'],
    [{ email: 'geen-mail' }, 'email', 'email'],
    [{ minAge: 30, maxAge: 20 }, 'maxAge', 'agesReversed'],
    [{ capacity: 2, free: 3 }, 'free', 'moreThanCapacity'],
  ])('when %o cannot be then it is refused at its field', async (typed, field, reason) => {
    expect(await house.runner.run(addOffer, beheer, { name: 'x', ...typed })).toMatchObject({
      ok: false,
      code: 'invalidInput',
      field,
      details: { reason },
    })
    expect(await names({})).toEqual([])
  })

  test('when it is changed then the former version stays, with who did what; an old version is refused with the present text', async () => {
    const { offerId, version } = await add({ description: 'Tuinieren', capacity: 8 })
    must(await house.runner.run(amendOffer, beheer, { offerId, version, description: 'Tuinieren en soep', capacity: null }))
    expect(await get(offerId)).toMatchObject({
      version: 2,
      offer: { description: 'Tuinieren en soep' },
      history: [{ version: 2, by: 'Bo', cause: 'amended', fields: ['description', 'capacity'] }],
      correctedFields: ['description', 'capacity'],
    })
    expect(await house.runner.run(amendOffer, beheer, { offerId, version, name: 'Anders' })).toMatchObject({
      ok: false,
      code: 'versionConflict',
      details: { current: { version: 2, description: 'Tuinieren en soep' } },
    })
  })

  test('when it is taken off the list then nobody finds it, and it can be put back', async () => {
    const { offerId, version } = await add({})
    const archived = must(await house.runner.run(archiveOffer, beheer, { offerId, version }))
    expect([await names({}), await names({ archived: 'yes' })]).toEqual([[], ['Tuingroep']])
    expect(await house.runner.run(confirmOffer, beheer, { offerId, version: archived.version })).toMatchObject({
      code: 'notPossibleNow',
    })
    must(await house.runner.run(restoreOffer, beheer, { offerId, version: archived.version }))
    expect(await names({})).toEqual(['Tuingroep'])
  })

  test('when a coach tries to change it then it is as if it does not exist; reading is for all staff', async () => {
    const coach = await house.member(tenantId, 'coach')
    const participant = await house.member(tenantId, 'participant', { participantId: await aParticipant(house, tenantId) })
    const { offerId, version } = await add({})
    const notFound = { ok: false, code: 'notFound' }
    expect(await house.runner.run(archiveOffer, coach, { offerId, version })).toEqual(notFound)
    expect((await get(offerId, coach)).offer.name).toBe('Tuingroep')
    expect(await house.runner.run(getOffer, participant, { offerId })).toEqual(notFound)
    expect(await house.runner.run(getOffer, coach, { offerId: newId() })).toEqual(notFound)
    const elsewhere = await house.member(await house.municipality('Anders'), 'beheer')
    expect(await house.runner.run(amendOffer, elsewhere, { offerId, version, name: 'x' })).toEqual(notFound)
  })
})

describe('given placements', () => {
  const readLock = command({
    name: 'supply.testLock',
    summary: 'locks',
    input: z.object({ offerId: OfferId }),
    output: z.unknown(),
    access: mayManageSupply,
    run: async ({ db, tenantId: tenant, input }) => accept((await lockOffer(db, tenant, input.offerId)) ?? 'none'),
  })

  test('then free places follow the statement and what came after it, in the list as in the domain', async () => {
    const { offerId } = await add({ capacity: 5, free: 3 })
    await house.owner.query(`update offer set free_stated_on = '2026-11-10' where id = $1`, [offerId])
    await placed(offerId, 'placed', '2026-11-01')
    await placed(offerId, 'placed', '2026-11-15')
    await placed(offerId, 'waiting')
    await placed(offerId, 'ended', '2026-10-01')
    const { places } = await get(offerId)
    expect(places).toEqual({ free: 2, placed: 2, waiting: 1, joined: 3, stayed: 1, stopped: 0 })
    expect(freeNow({ capacity: 5, freeStated: 3 }, { placed: 2, placedSinceStatement: 1, waiting: 1 })).toBe(2)
    const { offers } = must(await house.runner.run(listOffers, beheer, {}))
    expect(offers[0]).toMatchObject({ free: 2, waiting: 1 })
  })

  test('then an offer without any number is unknown, never full, and only known free places pass the filter', async () => {
    await add({ name: 'Onbekend' })
    await add({ name: 'Vol', capacity: 0 })
    await add({ name: 'Plek', capacity: 1 })
    const { offers } = must(await house.runner.run(listOffers, beheer, {}))
    expect(offers.map(({ offer, free }) => [offer.name, free])).toEqual([
      ['Onbekend', undefined],
      ['Plek', 1],
      ['Vol', 0],
    ])
    expect(await names({ withPlaces: 'yes' })).toEqual(['Plek'])
  })

  test('then a placement at a merged offer counts for the one that it became, which is locked in its stead', async () => {
    const [one, other] = [await add({ capacity: 4 }), await add({ isAnother: true, name: 'Tuingroepje' })]
    await placed(other.offerId, 'placed')
    must(await house.runner.run(mergeOffers, beheer, { offerId: one.offerId, otherId: other.offerId, version: 1 }))
    expect((await get(one.offerId)).places).toMatchObject({ placed: 1, free: 3 })
    expect(must(await house.runner.run(readLock, beheer, { offerId: other.offerId }))).toMatchObject({
      id: one.offerId,
      capacity: 4,
    })
    must(await house.runner.run(separateOffers, beheer, { offerId: one.offerId, otherId: other.offerId, version: 2 }))
    expect((await get(one.offerId)).places).toMatchObject({ placed: 0, free: 4 })
    expect((await get(other.offerId)).offer.name).toBe('Tuingroepje')
  })
})

describe('given several offers', () => {
  beforeEach(async () => {
    await add({
      name: 'Fietsles',
      organisationName: 'De Brug',
      kind: 'activity',
      areas: ['skills'],
      laws: ['wmo'],
      place: 'Veenrijk',
    })
    await add({ name: 'Houtwerk', organisationName: 'GGZ', kind: 'dayActivity', areas: ['contributing'], place: 'Oudeveen' })
    await add({ name: '50% korting_', organisationName: 'GGZ', kind: 'other', description: 'Hout & metaal' })
  })

  test.each([
    [{ text: 'hout' }, ['50% korting_', 'Houtwerk']],
    [{ text: 'hout ggz metaal' }, ['50% korting_']],
    [{ text: '50%' }, ['50% korting_']],
    [{ text: '_' }, ['50% korting_']],
    [{ area: 'skills' }, ['Fietsles']],
    [{ kind: 'dayActivity' }, ['Houtwerk']],
    [{ law: 'wmo' }, ['Fietsles']],
    [{ organisation: 'GGZ', place: 'Oudeveen' }, ['Houtwerk']],
    [{ freshness: 'stale' }, []],
    [{ sort: 'place', descending: 'yes' }, ['Fietsles', 'Houtwerk', '50% korting_']],
  ])('when asked for %o then these are shown', async (filter, expected) => {
    expect(await names(filter)).toEqual(expected)
  })

  test('when exported then importing it again makes nothing new and means the same', async () => {
    const { csv, count } = must(await house.runner.run(exportOffers, beheer, { sort: 'name' }))
    expect(count).toBe(3)
    expect(csv.startsWith('\uFEFF"Nr";"Naam activiteit"')).toBe(true)
    const meaning = async () =>
      must(await house.runner.run(listOffers, beheer, {})).offers.map(({ offer }) => [
        offer.name,
        offer.organisationName,
        offer.kind,
        offer.areas,
        offer.laws,
        offer.place,
        offer.description,
      ])
    const before = await meaning()
    const file = Buffer.from(csv).toString('base64')
    const { importId } = must(await house.runner.run(startImport, beheer, { fileName: 'aanbod.csv', file }))
    must(await house.runner.run(applyImport, beheer, { importId, version: 1 }))
    expect(await meaning()).toEqual(before)
  })

  test.each([
    ['2026-11-22', 'day'],
    ['2026-05-23', 'day'],
    ['2026-05-22', 'day'],
    ['2025-11-22', 'day'],
    ['2025-11-23', 'day'],
    ['2026-04-01', 'month'],
    ['2026-05-01', 'month'],
    ['2025-10-01', 'month'],
    ['2027-01-01', 'day'],
  ])('when confirmed on %s (%s) then the filter in the database agrees with the domain', async (on, precision) => {
    await house.owner.query(`update offer set last_confirmed_on = $2, last_confirmed_precision = $3 where tenant_id = $1`, [
      tenantId,
      on,
      precision,
    ])
    const expected = freshness({ on, precision } as never, '2026-11-22' as never)
    expect(await names({ freshness: expected })).toHaveLength(3)
  })

  test('when two are kept apart then that is kept, once', async () => {
    const { offers } = must(await house.runner.run(listOffers, beheer, {}))
    const [a, b] = offers.map(({ offerId }) => offerId)
    must(await house.runner.run(keepApart, beheer, { offerId: a, otherId: b }))
    must(await house.runner.run(keepApart, beheer, { offerId: b, otherId: a }))
    const { rowCount } = await house.owner.query('select from offer_kept_apart where tenant_id = $1', [tenantId])
    expect(rowCount).toBe(1)
    expect(await house.runner.run(keepApart, beheer, { offerId: a, otherId: a })).toMatchObject({ code: 'invalidInput' })
  })
})

describe('given where things are', () => {
  const whole = query({
    name: 'supply.testRead',
    summary: 'reads',
    input: z.object({}),
    output: z.unknown(),
    access: maySeeSupply,
    personal: false,
    run: async ({ db, tenantId: tenant }) => ({
      offers: await readOffers(db, tenant),
      stamp: await supplyStamp(db, tenant),
      counts: [...(await offerCounts(db)).values()],
    }),
  })
  const read = async (): Promise<{ points: unknown[]; stamp: string }> => {
    const { offers, stamp } = must(await house.runner.run(whole, beheer, {})) as { offers: { point?: unknown }[]; stamp: string }
    return { points: offers.map(({ point }) => point), stamp }
  }

  test('then an imported postcode goes before the middle of the place, and what is not known has no point', async () => {
    await add({ name: 'A', postcode: '2451 AB', place: 'Gouda' })
    await add({ name: 'B', postcode: '9999 ZZ', place: 'Gouda' })
    await add({ name: 'C', place: 'Rietdorp' })
    const file = Buffer.from('postcode;lat;lon\r\n2451ab;52,21;4,81\r\nfout;52;5\r\n2451 AC;4.81;52.21\r\n').toString('base64')
    expect(must(await house.runner.run(importPostcodePoints, beheer, { fileName: 'punten.csv', file }))).toEqual({
      taken: 1,
      refused: 2,
      refusedLines: [3, 4],
    })
    const { points } = await read()
    expect(points).toEqual([{ lat: 52.21, lon: 4.81 }, { lat: 52.0167, lon: 4.7083 }, undefined])
  })

  test('then the stamp changes with every change and stays without one', async () => {
    const { offerId, version } = await add({})
    const before = (await read()).stamp
    expect((await read()).stamp).toBe(before)
    must(await house.runner.run(confirmOffer, beheer, { offerId, version, free: 1 }))
    expect((await read()).stamp).not.toBe(before)
  })

  test('then a file without coordinates is refused', async () => {
    const file = Buffer.from('postcode;plaats\r\n2451 AB;Gouda').toString('base64')
    expect(await house.runner.run(importPostcodePoints, beheer, { fileName: 'x.csv', file })).toMatchObject({
      ok: false,
      code: 'invalidInput',
      details: { reason: 'noPointColumns' },
    })
  })
})
