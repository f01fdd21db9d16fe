import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type GoalId, newId, type ParticipantId } from '#kernel'
import { readPerson } from '#people'
import { reaching } from '#people/test-kit'
import { allow, query } from '#platform'
import { archiveGoal, cancelPlacement, placeAtOffer, readPlan } from '#plans'
import { PLACEMENT_REACH } from '#sharing'
import { findOffers, loadSynonyms, topMatch } from './index.ts'
import { createWorld, HOME, must, namesOf, nl, PRACTICAL, type World } from './test-world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.house.close())

describe('given an offer with one free place', () => {
  const WISH = { wish: 'Ik wil klokken maken', area: 'contributing', goal: 'Klokken maken' }

  test('then the place count follows, the next one waits, and taking it back frees the place', async () => {
    const offerId = await world.anOffer({ name: 'Klokken maken', capacity: 1, free: 1 })
    const [first, second] = [await world.somebody(WISH), await world.somebody(WISH)]
    const seen = async (on: typeof first) => {
      const { matches, nearMisses } = await world.find(on)
      return { match: matches.find(each => each.offerId === offerId), near: nearMisses.find(each => each.offerId === offerId) }
    }
    expect(await seen(first)).toMatchObject({ match: { freePlaces: 1, waiting: 0 }, near: undefined })

    const placed = must(await world.house.runner.run(placeAtOffer, world.coach, { ...first, offerId }))
    expect(placed.state).toBe('placed')
    expect(await seen(second)).toMatchObject({
      match: undefined,
      near: { freePlaces: 0, failed: ['capacity'], hints: [{ nl: 'Er is nu geen plek.' }] },
    })
    const mine = await world.find(first)
    expect(mine.placements).toMatchObject([{ offerId, state: 'placed' }])
    expect(namesOf(mine.nearMisses)).not.toContain('Klokken maken')

    const waiting = must(await world.house.runner.run(placeAtOffer, world.coach, { ...second, offerId }))
    expect(waiting).toMatchObject({ state: 'waiting', queuePosition: 1 })
    expect((await world.find(second)).placements).toMatchObject([{ state: 'waiting', queuePosition: 1 }])

    must(await world.house.runner.run(cancelPlacement, world.coach, { ...second, placementId: waiting.placementId, version: 1 }))
    must(await world.house.runner.run(cancelPlacement, world.coach, { ...first, placementId: placed.placementId, version: 1 }))
    expect(await seen(second)).toMatchObject({ match: { freePlaces: 1 } })
  })

  test('then who comes there already is told so where it is found', async () => {
    const offerId = await world.anOffer({ name: 'Klokken poetsen', capacity: 9, free: 9 })
    const on = await world.somebody(WISH)
    must(await world.house.runner.run(placeAtOffer, world.coach, { ...on, offerId }))
    const match = (await world.find(on)).matches.find(each => each.offerId === offerId)
    expect(match).toMatchObject({ placement: { state: 'placed', version: 1 }, freePlaces: 8 })
  })
})

test('a new offer, and another place for a postcode, are seen at once', async () => {
  const on = await world.somebody({ wish: 'Ik wil vliegeren', goal: 'Vliegeren', area: 'paidWork' })
  const kite = async () => (await world.find(on)).matches.find(({ name }) => name === 'Vliegeren')
  expect(await kite()).toBeUndefined()
  await world.anOffer({ name: 'Vliegeren', postcode: '2459 QQ' })
  expect(await kite()).toMatchObject({ organisationName: 'Werkhoek', lastConfirmed: { on: '2026-11-22', by: world.beheer.name } })
  expect((await kite())?.distanceKm).toBeUndefined()
  await world.placesPostcodes('postcode;lat;lon\n2459 QQ;52.10;4.6165\n')
  expect((await kite())?.distanceKm).toBe(0.1)
})

test('words of the municipality extend the list, and stop doing so when they are taken away', async () => {
  const on = await world.somebody({
    wish: 'Ik wil wekkeren',
    goal: 'Wekkeren',
    area: 'paidWork',
    practical: { ...PRACTICAL, maxDistanceKm: 0.5 },
  })
  await world.anOffer({ name: 'Sjoelen' })
  const isFound = async (): Promise<boolean> => namesOf((await world.find(on)).matches).includes('Sjoelen')
  expect(await isFound()).toBe(false)
  expect(must(await world.house.runner.run(loadSynonyms, world.beheer, { list: 'wekkeren, sjoelen' }))).toEqual({
    sets: 1,
    words: 2,
  })
  expect(await isFound()).toBe(true)
  must(await world.house.runner.run(loadSynonyms, world.beheer, { list: '' }))
  expect(await isFound()).toBe(false)
  expect(await world.house.runner.run(loadSynonyms, world.beheer, { list: 'alleen' })).toMatchObject({
    ok: false,
    code: 'invalidInput',
    field: 'list',
  })
  expect(await world.house.runner.run(loadSynonyms, world.coach, { list: '' })).toEqual({ ok: false, code: 'notFound' })
})

describe('walls', () => {
  test('a coach elsewhere, a partner and an unknown goal get the same answer', async () => {
    const on = await world.somebody()
    const stranger = await world.anotherCoach('Anders')
    const partner = await world.house.member(world.tenantId, 'partner', { organisationId: world.brug })
    const notFound = { ok: false, code: 'notFound' }
    expect(await world.house.runner.run(findOffers, stranger, on)).toEqual(notFound)
    expect(await world.house.runner.run(findOffers, partner, on)).toEqual(notFound)
    expect(await world.house.runner.run(findOffers, world.coach, { ...on, goalId: newId<GoalId>() })).toEqual(notFound)
    expect(await world.house.runner.run(findOffers, world.coach, { ...on, participantId: newId<ParticipantId>() })).toEqual(
      notFound,
    )
  })

  test('who may only know the name does not find offers for the plan', async () => {
    const on = await world.somebody()
    const member = await world.anotherCoach('Naam')
    await reaching(world.house, world.tenantId, on.participantId, member, PLACEMENT_REACH)
    expect(await world.house.runner.run(findOffers, member, on)).toEqual({ ok: false, code: 'notFound' })
  })

  test('without the identity and the address, age and distance are asked instead of judged', async () => {
    const on = await world.somebody({ birthDate: '1990-01-01' })
    const member = await world.anotherCoach('Plan')
    await reaching(world.house, world.tenantId, on.participantId, member, { reads: ['name', 'plan'], writes: [] })
    const garden = (await world.find(on, member)).matches.find(({ name }) => name === 'Buurttuin ouderen')
    expect(nl(garden)).toEqual(
      expect.arrayContaining(['Dit is voor mensen van 65 jaar of ouder. Vraag of dat past.', 'De afstand is onbekend.']),
    )
  })

  test('a municipality never finds the offers of another', async () => {
    const other = await world.house.municipality('Rietdorp')
    const otherCoach = await world.anotherCoach('Elders', other)
    const on = await world.somebody({ coach: otherCoach })
    expect(await world.find(on, otherCoach)).toMatchObject({ supply: 0, matches: [], nearMisses: [], nothing: true })
    await world.anOffer({ name: 'Planten stekken', areas: ['takingPart'] }, other)
    expect(namesOf((await world.find(on, otherCoach)).matches)).toEqual(['Planten stekken'])
    expect(namesOf((await world.find(await world.somebody())).matches)).not.toContain('Planten stekken')
  })
})

test('for a goal that is set aside nothing is looked for', async () => {
  const on = await world.somebody()
  must(
    await world.house.runner.run(archiveGoal, world.coach, {
      ...on,
      version: 1,
      reason: 'noSuitableActivity',
      whatLacks: 'Een tuin op zaterdag',
    }),
  )
  expect(await world.find(on)).toMatchObject({
    goal: { state: 'archived' },
    matches: [],
    nothing: false,
    unmetWish: { whatLacks: 'Een tuin op zaterdag' },
  })
})

test('the best suggestion for the dossier is the first of the page, until somebody comes somewhere for this goal', async () => {
  const on = await world.somebody()
  const top = query({
    name: 'test.top',
    summary: 'The best suggestion',
    input: z.object({ participantId: z.custom<ParticipantId>(), goalId: z.custom<GoalId>(), placed: z.boolean() }),
    output: z.custom<Awaited<ReturnType<typeof topMatch>>>(),
    access: allow({ to: 'test', who: ['coach'], reads: ['name', 'identity', 'plan', 'contact'] }),
    subject: input => input.participantId,
    run: async ({ db, tenantId: tenant, input, today }) => {
      const { participantId, goalId } = input
      const plan = await readPlan(db, tenant, participantId)
      const contact = { language: 'nl' as const, postcode: HOME, place: undefined }
      const person = await readPerson(db, tenant, participantId)
      const placement = {
        id: newId(),
        offerId: newId(),
        offerName: 'x',
        organisationName: '',
        laws: [],
        goalId,
        area: 'contacts',
        since: today,
        reasons: [],
        version: 1,
        state: 'placed',
      } as never
      return topMatch(
        db,
        tenant,
        { participantId, callName: 'Amal', plan, person, contact, placements: input.placed ? [placement] : [], today },
        goalId,
      )
    },
  })
  const { matches } = await world.find(on)
  expect(must(await world.house.runner.run(top, world.coach, { ...on, placed: false }))).toEqual({
    goalId: on.goalId,
    match: matches[0],
    others: matches.length - 1,
  })
  expect(must(await world.house.runner.run(top, world.coach, { ...on, placed: true }))).toBeUndefined()
})
