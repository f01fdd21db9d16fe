import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId, type OfferId, type OrganisationId, type ParticipantId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import { type Actor, createPool, createRunner, type Runner, systemClock } from '#platform'
import {
  addGoal,
  cancelPlacement,
  endPlacement,
  getPlan,
  listPlacements,
  noteUnmetWish,
  placeAtOffer,
  reinstatePlacement,
  takePlace,
} from './index.ts'

let house: TestHouse
let tenantId: TenantId
let garden: OrganisationId
let coach: Actor
let selam: ParticipantId
let mo: ParticipantId

const anOffer = async (places: {
  readonly capacity?: number
  readonly free?: number
  readonly state?: string
}): Promise<OfferId> => {
  const id = newId<OfferId>()
  await house.owner.query(
    `insert into offer (tenant_id, id, organisation_id, organisation_name, name, kind, capacity, free_stated, free_stated_on, identity_key, state, details)
     values ($1, $2, $3, 'De Tuin', 'Buurttuin', 'activity', $4, $5, current_date - 3, $6, $7, '{"laws":["wmo"]}')`,
    [tenantId, id, garden, places.capacity ?? null, places.free ?? null, id, places.state ?? 'active'],
  )
  return id
}
const known = async (callName: string): Promise<ParticipantId> => {
  const id = await aParticipant(house, tenantId, { callName })
  await reaching(house, tenantId, id, coach)
  return id
}

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  garden = await house.organisation(tenantId, 'partner', 'De Tuin')
  coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  selam = await known('Selam')
  mo = await known('Mo')
})
afterAll(() => house.close())

const place = (participantId: ParticipantId, offerId: OfferId, more: Record<string, unknown> = {}) =>
  house.runner.run(placeAtOffer, coach, { participantId, offerId, area: 'contacts', ...more })
const placed = async (participantId: ParticipantId, offerId: OfferId, more: Record<string, unknown> = {}) => {
  const answer = await place(participantId, offerId, more)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}
const at = async (participantId: ParticipantId, offerId: OfferId) => {
  const answer = await house.runner.run(listPlacements, coach, { participantId })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.placements.filter(each => each.offerId === offerId)
}
const openGrants = async (participantId: ParticipantId): Promise<unknown[]> =>
  (
    await house.owner.query<Record<string, unknown>>(
      `select reads, writes, organisation_id from access_grant where participant_id = $1 and ground = 'placement' and revoked_at is null`,
      [participantId],
    )
  ).rows

describe('placing somebody', () => {
  test('for a goal: the place is taken, the unmet wish is resolved, and the partner may know the first name', async () => {
    const goal = await house.runner.run(addGoal, coach, { participantId: selam, title: 'Buiten bezig zijn', area: 'takingPart' })
    if (!goal.ok) throw new Error(goal.code)
    const { goalId } = goal.value
    await house.runner.run(noteUnmetWish, coach, { participantId: selam, goalId })
    const offerId = await anOffer({ capacity: 8, free: 2 })
    const reasons = [{ code: 'placeFree', free: 2 }]
    expect(await place(selam, offerId, { goalId, area: undefined, reasons })).toMatchObject({
      ok: true,
      value: { state: 'placed' },
    })
    expect(await at(selam, offerId)).toMatchObject([
      { state: 'placed', offerName: 'Buurttuin', area: 'takingPart', laws: ['wmo'], reasons },
    ])
    expect(await openGrants(selam)).toEqual([{ reads: ['name'], writes: [], organisation_id: garden }])
    const plan = await house.runner.run(getPlan, coach, { participantId: selam })
    expect(plan.ok && plan.value.unmetWishes[0]?.resolvedOn).toBeTruthy()
    const facts = await house.owner.query(`select payload from outbox_fact where name = 'PlacementMade'`)
    expect(facts.rows).toMatchObject([{ payload: { participantId: selam, offerId, state: 'placed' } }])
  })

  test('not twice at the same offer, not at an archived one, not at an unknown one', async () => {
    const offerId = await anOffer({ capacity: 8 })
    await placed(selam, offerId)
    expect(await place(selam, offerId)).toMatchObject({ code: 'alreadyDone' })
    expect(await place(selam, await anOffer({ state: 'archived' }))).toEqual({ ok: false, code: 'notFound' })
    expect(await place(selam, newId<OfferId>())).toEqual({ ok: false, code: 'notFound' })
  })

  test('an offer of another municipality does not exist here', async () => {
    const elsewhere = await house.municipality('Anders')
    const id = newId<OfferId>()
    await house.owner.query(
      `insert into offer (tenant_id, id, organisation_name, name, kind, identity_key) values ($1, $2, '', 'Ver weg', 'activity', 'x')`,
      [elsewhere, id],
    )
    expect(await place(selam, id)).toEqual({ ok: false, code: 'notFound' })
  })
})

describe('a full offer', () => {
  test('the second waits; when the first leaves nobody is moved, and the one whose turn it is can take the place', async () => {
    const offerId = await anOffer({ capacity: 1 })
    const first = await placed(selam, offerId)
    expect(await placed(mo, offerId)).toMatchObject({ state: 'waiting', queuePosition: 1 })
    expect(await openGrants(mo)).toEqual([])
    const [waiting] = await at(mo, offerId)
    expect(waiting).toMatchObject({ state: 'waiting', queuePosition: 1, placeFree: false })
    const onMo = { participantId: mo, placementId: waiting?.id, version: 1 }
    expect(await house.runner.run(takePlace, coach, onMo)).toMatchObject({ code: 'full' })
    const ended = await house.runner.run(endPlacement, coach, {
      participantId: selam,
      placementId: first.placementId,
      version: 1,
      outcome: 'movedOn',
      outcomeWords: 'Werkt nu bij de kwekerij',
    })
    expect(ended).toMatchObject({ ok: true, value: { waiting: 1 } })
    expect(await at(mo, offerId)).toMatchObject([{ state: 'waiting', placeFree: true }])
    const lara = await known('Lara')
    expect(await placed(lara, offerId)).toMatchObject({ state: 'waiting', queuePosition: 2 })
    expect(await house.runner.run(takePlace, coach, onMo)).toMatchObject({ ok: true })
    expect(await at(mo, offerId)).toMatchObject([{ state: 'placed' }])
    expect(await at(lara, offerId)).toMatchObject([{ state: 'waiting', queuePosition: 1, placeFree: false }])
    const undo = { participantId: selam, placementId: first.placementId, version: 2 }
    expect(await house.runner.run(reinstatePlacement, coach, undo)).toMatchObject({ code: 'full' })
  })

  test('who waited since before the statement of free places and gets one now takes one of them', async () => {
    const offerId = await anOffer({ free: 0 })
    const { placementId } = await placed(selam, offerId)
    await house.owner.query(`update placement set created_at = now() - interval '30 days' where id = $1`, [placementId])
    await house.owner.query('update offer set free_stated = 1 where id = $1', [offerId])
    const on = { participantId: selam, placementId, version: 1 }
    expect(await house.runner.run(takePlace, coach, on)).toMatchObject({ ok: true })
    expect(await placed(mo, offerId)).toMatchObject({ state: 'waiting', queuePosition: 1 })
  })

  test('who leaves the queue by mistake gets the same place in it back', async () => {
    const offerId = await anOffer({ capacity: 0 })
    const one = await placed(selam, offerId)
    await placed(mo, offerId)
    const on = { participantId: selam, placementId: one.placementId }
    expect(await house.runner.run(cancelPlacement, coach, { ...on, version: 1 })).toMatchObject({
      ok: true,
      value: { waiting: 1 },
    })
    expect(await at(mo, offerId)).toMatchObject([{ queuePosition: 1 }])
    expect(await house.runner.run(reinstatePlacement, coach, { ...on, version: 2 })).toMatchObject({ ok: true })
    expect(await at(selam, offerId)).toMatchObject([{ state: 'waiting', queuePosition: 1 }])
    expect(await at(mo, offerId)).toMatchObject([{ queuePosition: 2 }])
  })

  test('ending the last place at a partner closes the name to it; an ending taken back opens it again', async () => {
    const ana = await known('Ana')
    const here = await placed(ana, await anOffer({ capacity: 3 }))
    const there = await placed(ana, await anOffer({ capacity: 3 }))
    const end = (placementId: string) =>
      house.runner.run(endPlacement, coach, { participantId: ana, placementId, version: 1, outcome: 'stayed' })
    await end(here.placementId)
    expect(await openGrants(ana)).not.toEqual([])
    await end(there.placementId)
    expect(await openGrants(ana)).toEqual([])
    await house.runner.run(reinstatePlacement, coach, { participantId: ana, placementId: there.placementId, version: 2 })
    expect(await openGrants(ana)).toHaveLength(1)
  })

  test('an old version is refused with what stands there now', async () => {
    const offerId = await anOffer({ capacity: 3 })
    const { placementId } = await placed(selam, offerId)
    const input = { participantId: selam, placementId, version: 7, outcome: 'stayed' }
    expect(await house.runner.run(endPlacement, coach, input)).toMatchObject({
      code: 'versionConflict',
      details: { current: { state: 'placed', version: 1 } },
    })
  })
})

describe('the last place', () => {
  const RACERS = 64
  /** A thousand by `npm run trust`. */
  const ROUNDS = Number(process.env['OPSTAP_RACES'] ?? 3)
  let runner: Runner
  let close: () => Promise<void>
  let racers: readonly ParticipantId[]

  beforeAll(async () => {
    const pool = createPool(house.appUrl, 12)
    // They stand in line on purpose, also on a machine that does more.
    pool.options.connectionTimeoutMillis = 60_000
    runner = createRunner({ pool, clock: systemClock, stillSignedIn: house.actors.stillSignedIn })
    close = () => pool.end()
    racers = await Promise.all(Array.from({ length: RACERS }, (_, index) => known(`Racer${index}`)))
  })
  afterAll(() => close())
  // Each round begins as the first did: a thousand rounds are no thousand places of one person.
  afterEach(async () => {
    await house.owner.query('delete from placement where participant_id = any($1)', [racers])
  })

  test.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    'round %i: of 64 who race for it one gets it and 63 stand in line, each at an own place',
    async () => {
      const offerId = await anOffer({ capacity: 20, free: 1 })
      const answers = await Promise.all(
        racers.map(participantId => runner.run(placeAtOffer, coach, { participantId, offerId, area: 'contacts' })),
      )
      const seats = answers.map(answer => (answer.ok ? answer.value : undefined))
      expect(seats.filter(seat => seat?.state === 'placed')).toHaveLength(1)
      const told = seats.flatMap(seat => seat?.queuePosition ?? []).sort((a, b) => a - b)
      expect(told).toEqual(Array.from({ length: RACERS - 1 }, (_, index) => index + 1))
      const stored = await house.owner.query(
        `select state, count(*)::int as n, count(distinct waiting_since)::int as moments from placement where offer_id = $1 group by state order by state`,
        [offerId],
      )
      expect(stored.rows).toEqual([
        { state: 'placed', n: 1, moments: 0 },
        { state: 'waiting', n: RACERS - 1, moments: RACERS - 1 },
      ])
      const last = seats.findIndex(seat => seat?.queuePosition === RACERS - 1)
      expect(await at(racers[last] ?? selam, offerId)).toMatchObject([{ queuePosition: RACERS - 1 }])
    },
  )
})
