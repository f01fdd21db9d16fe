import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  type CalendarDay,
  type GoalId,
  newId,
  type OfferId,
  type OrganisationId,
  type ParticipantId,
  type TenantId,
} from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import { readPerson } from '#people'
import { type Actor, allow, fixedClock, query } from '#platform'
import { addGoal, addWish, archiveGoal, cancelPlacement, placeAtOffer, readPlan, setPractical } from '#plans'
import { addOffer, importPoints, importSupply, offerCounts, pointOf, readOffers } from '#supply'
import { PLACEMENT_REACH } from '#sharing'
import type { MatchOffer, MatchWish, Reason } from './domain/index.ts'
import { findOffers, loadSynonyms, topMatch } from './index.ts'
import { isTrue } from './test-kit.ts'
import { matchOfferOf, placesOf } from './use-cases/match-offer-of.ts'
import { matchWishOf } from './use-cases/match-wish-of.ts'

const EXAMPLE = readFileSync(new URL('../supply/test-fixtures/aanbod-voorbeeld.csv', import.meta.url))
const POINTS = `postcode;lat;lon
2451 AB;52.10;4.60
2453 GH;52.104;4.604
2451 EE;52.101;4.602
2451 ZZ;52.10;4.6175
`
const HOME = '2451 ZZ'

let house: TestHouse
let tenantId: TenantId
let coach: Actor
let beheer: Actor
let brug: OrganisationId

const must = <Value>(decision: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value => {
  if (!decision.ok) throw new Error(JSON.stringify(decision))
  return decision.value
}

const withExample = async (name: string): Promise<TenantId> => {
  const id = await house.municipality(name)
  const actor = { role: 'system', tenantId: id, name: 'test' } as const
  must(await importPoints(house.runner, actor, { fileName: 'punten.csv', bytes: Buffer.from(POINTS) }))
  must(await importSupply(house.runner, actor, { fileName: 'aanbod-voorbeeld.csv', bytes: EXAMPLE }))
  return id
}

interface Known {
  readonly birthDate?: string
  readonly sex?: 'f' | 'm'
  readonly wish?: string
  readonly strength?: string
  readonly goal?: string
  readonly area?: string
  readonly practical?: Record<string, unknown>
  readonly coach?: Actor
}
const PRACTICAL = { dayParts: ['2-morning'], travelMode: 'bike', maxDistanceKm: 5, dutchLevel: 'A1', languages: ['nl'] }

/** Somebody with one goal, whose plan this coach reaches. */
const somebody = async (known: Known = {}): Promise<{ readonly participantId: ParticipantId; readonly goalId: GoalId }> => {
  const by = known.coach ?? coach
  const birthDate = (known.birthDate ?? '1955-03-01') as CalendarDay
  const participantId = await aParticipant(house, by.tenantId, { callName: 'Amal', birthDate })
  await reaching(house, by.tenantId, participantId, by)
  await house.owner.query('update participant_contact set postcode = $2 where participant_id = $1', [participantId, HOME])
  if (known.sex !== undefined)
    await house.owner.query('update participant_identity set sex = $2 where participant_id = $1', [participantId, known.sex])
  const { wishId } = must(
    await house.runner.run(addWish, by, { participantId, kind: 'wish', words: known.wish ?? 'Ik wil met planten bezig zijn' }),
  )
  if (known.strength !== undefined)
    must(await house.runner.run(addWish, by, { participantId, kind: 'strength', words: known.strength }))
  must(await house.runner.run(setPractical, by, { participantId, ...(known.practical ?? PRACTICAL) }))
  const { goalId } = must(
    await house.runner.run(addGoal, by, {
      participantId,
      wishId,
      title: known.goal ?? 'Buiten bezig zijn',
      area: known.area ?? 'takingPart',
    }),
  )
  return { participantId, goalId }
}
const find = async (on: { readonly participantId: ParticipantId; readonly goalId: GoalId }, by = coach) =>
  must(await house.runner.run(findOffers, by, on))
const namesOf = (found: readonly { readonly name: string }[]): readonly string[] => found.map(({ name }) => name)
const nl = (match: { readonly reasons: readonly { readonly nl: string }[] } | undefined) =>
  match?.reasons.map(reason => reason.nl)

/** An offer that nobody else in these tests looks for. */
const anOffer = async (known: Record<string, unknown> & { readonly name: string }, tenant = tenantId): Promise<OfferId> => {
  const admin = tenant === tenantId ? beheer : await house.member(tenant, 'beheer')
  const { offerId } = must(
    await house.runner.run(addOffer, admin, {
      organisationName: 'Werkhoek',
      kind: 'activity',
      areas: ['contributing'],
      timesText: 'dinsdag 9.30-11.00',
      languagesText: 'NL A1',
      costText: 'gratis',
      ...known,
    }),
  )
  return offerId
}

beforeAll(async () => {
  house = await createHouse(fixedClock('2026-11-22T09:00:00Z'))
  tenantId = await withExample('Veenrijk')
  brug = await house.organisation(tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  beheer = await house.member(tenantId, 'beheer')
})
afterAll(() => house.close())

describe('given the example list and somebody who likes plants, on Tuesday morning, by bike, with Dutch A1', () => {
  test('then the garden for the elderly is found, with reasons and what has to be asked', async () => {
    const { matches, supply, nothing } = await find(await somebody())
    expect([supply, nothing]).toEqual([28, false])
    const garden = matches.find(({ name }) => name === 'Buurttuin ouderen')
    expect(garden).toMatchObject({
      name: 'Buurttuin ouderen',
      organisationName: 'Seniorenraad',
      timesText: 'dinsdagochtend',
      distanceKm: 1,
      freshness: 'unknown',
    })
    expect(nl(garden)).toEqual([
      'Ongeveer 1 km fietsen.',
      'Amal zei: “Ik wil met planten bezig zijn”. Dat past bij: buurttuin.',
      'Het hoort bij meedoen.',
      'De leeftijd past (65 jaar of ouder).',
      'Dinsdagochtend kan. Vraag nog naar de precieze tijd.',
      'Vraag of er plek is: dat is onbekend.',
      'Vraag welke taal ze er spreken.',
      'Vraag wat het kost: dat is onbekend.',
      'Het is onbekend of dit nog klopt. Vraag het na.',
    ])
    expect(garden?.reasons.map(reason => reason.toAsk)).toEqual([false, false, false, false, true, true, true, true, true])
    expect(garden?.reasons[0]).toMatchObject({ reason: { code: 'distance', km: 1, mode: 'bike' }, en: 'About 1 km by bike.' })
  })

  test('then somebody of 40 is not shown it, not even as nearly fitting', async () => {
    const { matches, nearMisses } = await find(await somebody({ birthDate: '1986-03-01' }))
    expect([...namesOf(matches), ...namesOf(nearMisses)]).not.toContain('Buurttuin ouderen')
  })

  test('then the bicycle lesson for women is for her and not for him, on Tuesday and not on Wednesday', async () => {
    const wish = { wish: 'Ik wil leren fietsen', area: 'skills' }
    const lesson = 'Fietsles voor vrouwen'
    expect(namesOf((await find(await somebody({ ...wish, sex: 'f' }))).matches)[0]).toBe(lesson)
    const his = await find(await somebody({ ...wish, sex: 'm' }))
    expect([...namesOf(his.matches), ...namesOf(his.nearMisses)]).not.toContain(lesson)
    const late = await find(await somebody({ ...wish, sex: 'f', practical: { ...PRACTICAL, dayParts: ['3-morning'] } }))
    expect(namesOf(late.matches)).not.toContain(lesson)
    expect(late.nearMisses.find(({ name }) => name === lesson)).toMatchObject({
      failed: ['time'],
      hints: [{ nl: 'Zou passen als dinsdagochtend ook kan (van 9.30 tot 11.00 uur).', hint: { code: 'ifMomentsCan' } }],
    })
  })

  test('then it is not found further away than somebody wants to go', async () => {
    const far = { strength: 'fietsen', practical: { ...PRACTICAL, maxDistanceKm: 0.5 } }
    const { matches, nearMisses } = await find(await somebody(far))
    expect(namesOf(matches)).not.toContain('Buurttuin ouderen')
    expect(nearMisses.find(({ name }) => name === 'Buurttuin ouderen')?.hints).toMatchObject([
      { en: 'Would fit if 1.1 km is possible too. The limit is now 0.5 km.' },
    ])
  })

  test('then a person who gave no half-days is told when it is', async () => {
    const { matches } = await find(await somebody({ practical: {}, wish: 'Samen koken' }))
    const cooking = matches.find(({ name }) => name === 'Samen koken')
    expect(nl(cooking)).toContain('Het is op donderdag van 16.30 tot 20.00 uur.')
    expect(cooking).toMatchObject({ freePlaces: 1, freshness: 'fresh', lastConfirmed: { on: '2026-11-05', precision: 'day' } })
  })
})

/** Who has which words to do with each other, written by hand for the wishes below. */
const MEANINGS = [
  ['planten', 'tuin', 'dieren', 'moestuin'],
  ['fiets'],
  ['kok', 'koken', 'eten', 'lunch', 'soep'],
  ['hout', 'meubel', 'timmer', 'repareren'],
  ['alleen', 'eenzaam', 'mensen', 'buurthuis', 'samen', 'contact', 'elkaar', 'koffie', 'maatje', 'langs'],
  ['nederlands', 'taal'],
  ['werk', 'baan', 'sollicit', 'magazijn', 'cv', 'proefplaats', 'arbeid'],
  ['buiten', 'wandel', 'natuur', 'boswachter', 'tuin', 'moestuin'],
]
const related = (theirs: string, ofOffer: string): boolean => {
  const [a, b] = [theirs.toLowerCase(), ofOffer.toLowerCase()]
  return MEANINGS.some(row => row.some(word => a.includes(word)) && row.some(word => b.includes(word)))
}

/** What the ranking was given, read apart from it. */
const given = query({
  name: 'test.given',
  summary: 'The supply and the wish',
  input: z.object({ participantId: z.custom<ParticipantId>(), goalId: z.custom<GoalId>() }),
  output: z.custom<{ readonly offers: readonly MatchOffer[]; readonly wish: MatchWish }>(),
  access: allow({ to: 'test', who: ['coach'], reads: ['name', 'identity', 'plan', 'contact'] }),
  subject: input => input.participantId,
  run: async ({ db, tenantId: tenant, input, today }) => {
    const [places, tallies, plan, person, home] = await Promise.all([
      readOffers(db, tenant),
      offerCounts(db),
      readPlan(db, tenant, input.participantId),
      readPerson(db, tenant, input.participantId),
      pointOf(db, tenant, { postcode: HOME }),
    ])
    const goal = plan.goals.find(({ id }) => id === input.goalId)
    if (goal === undefined) throw new Error('no goal')
    const offers = places.map(place => {
      const tally = tallies.get(place.id)
      return { ...matchOfferOf(place), ...(tally === undefined ? {} : placesOf(place.content, tally)) }
    })
    return { offers, wish: matchWishOf({ plan, person, contact: undefined, home, today }, goal) }
  },
})

test.each([
  ['Ik wil met planten bezig zijn', 'takingPart', PRACTICAL],
  ['Ik ben te veel alleen', 'contacts', { ...PRACTICAL, dayParts: ['4-evening', '2-morning', '4-afternoon'], maxCostCents: 500 }],
  ['Ik wil koken met anderen', 'takingPart', {}],
  ['Ik wil iets met hout maken', 'contributing', { ...PRACTICAL, languages: ['ar', 'tr'], dutchLevel: 'none' }],
  ['Ik wil beter Nederlands leren', 'skills', { ...PRACTICAL, dayParts: ['3-morning', '6-morning'], languages: ['ar'] }],
  ['Ik zoek werk in een magazijn', 'paidWork', { maxDistanceKm: 200 }],
  ['Ik wil buiten wandelen', 'takingPart', { dayParts: ['7-morning', '3-morning'], needsChildcare: true }],
])('each reason for "%s" is true of the offer it is given for', async (wish, area, practical) => {
  const on = await somebody({ wish, area, practical, goal: wish })
  const { offers, wish: asked } = must(await house.runner.run(given, coach, on))
  const { matches, nearMisses } = await find(on)
  expect(matches.length + nearMisses.length).toBeGreaterThan(0)
  for (const { offerId, name, reasons } of [...matches, ...nearMisses]) {
    const offer = offers.find(({ id }) => id === offerId)
    for (const { reason } of reasons)
      expect(
        offer !== undefined && isTrue(reason as unknown as Reason, offer, asked, related),
        `${name}: ${JSON.stringify(reason)}`,
      ).toBe(true)
  }
})

describe('given an offer with one free place', () => {
  const WISH = { wish: 'Ik wil klokken maken', area: 'contributing', goal: 'Klokken maken' }

  test('then the place count follows, the next one waits, and taking it back frees the place', async () => {
    const offerId = await anOffer({ name: 'Klokken maken', capacity: 1, free: 1 })
    const [first, second] = [await somebody(WISH), await somebody(WISH)]
    const seen = async (on: typeof first) => {
      const { matches, nearMisses } = await find(on)
      return { match: matches.find(each => each.offerId === offerId), near: nearMisses.find(each => each.offerId === offerId) }
    }
    expect(await seen(first)).toMatchObject({ match: { freePlaces: 1, waiting: 0 }, near: undefined })

    const placed = must(await house.runner.run(placeAtOffer, coach, { ...first, offerId }))
    expect(placed.state).toBe('placed')
    expect(await seen(second)).toMatchObject({
      match: undefined,
      near: { freePlaces: 0, failed: ['capacity'], hints: [{ nl: 'Er is nu geen plek.' }] },
    })
    const mine = await find(first)
    expect(mine.placements).toMatchObject([{ offerId, state: 'placed' }])
    expect(namesOf(mine.nearMisses)).not.toContain('Klokken maken')

    const waiting = must(await house.runner.run(placeAtOffer, coach, { ...second, offerId }))
    expect(waiting).toMatchObject({ state: 'waiting', queuePosition: 1 })
    expect((await find(second)).placements).toMatchObject([{ state: 'waiting', queuePosition: 1 }])

    must(await house.runner.run(cancelPlacement, coach, { ...second, placementId: waiting.placementId, version: 1 }))
    must(await house.runner.run(cancelPlacement, coach, { ...first, placementId: placed.placementId, version: 1 }))
    expect(await seen(second)).toMatchObject({ match: { freePlaces: 1 } })
  })

  test('then who comes there already is told so where it is found', async () => {
    const offerId = await anOffer({ name: 'Klokken poetsen', capacity: 9, free: 9 })
    const on = await somebody(WISH)
    must(await house.runner.run(placeAtOffer, coach, { ...on, offerId }))
    const match = (await find(on)).matches.find(each => each.offerId === offerId)
    expect(match).toMatchObject({ placement: { state: 'placed', version: 1 }, freePlaces: 8 })
  })
})

test('a new offer, and another place for a postcode, are seen at once', async () => {
  const on = await somebody({ wish: 'Ik wil vliegeren', goal: 'Vliegeren', area: 'paidWork' })
  const kite = async () => (await find(on)).matches.find(({ name }) => name === 'Vliegeren')
  expect(await kite()).toBeUndefined()
  await anOffer({ name: 'Vliegeren', postcode: '2459 QQ' })
  expect(await kite()).toMatchObject({ organisationName: 'Werkhoek', lastConfirmed: { on: '2026-11-22', by: beheer.name } })
  expect((await kite())?.distanceKm).toBeUndefined()
  const actor = { role: 'system', tenantId, name: 'test' } as const
  must(
    await importPoints(house.runner, actor, {
      fileName: 'p.csv',
      bytes: Buffer.from('postcode;lat;lon\n2459 QQ;52.10;4.6165\n'),
    }),
  )
  expect((await kite())?.distanceKm).toBe(0.1)
})

test('words of the municipality extend the list, and stop doing so when they are taken away', async () => {
  const on = await somebody({
    wish: 'Ik wil wekkeren',
    goal: 'Wekkeren',
    area: 'paidWork',
    practical: { ...PRACTICAL, maxDistanceKm: 0.5 },
  })
  await anOffer({ name: 'Sjoelen' })
  const isFound = async (): Promise<boolean> => namesOf((await find(on)).matches).includes('Sjoelen')
  expect(await isFound()).toBe(false)
  expect(must(await house.runner.run(loadSynonyms, beheer, { list: 'wekkeren, sjoelen' }))).toEqual({ sets: 1, words: 2 })
  expect(await isFound()).toBe(true)
  must(await house.runner.run(loadSynonyms, beheer, { list: '' }))
  expect(await isFound()).toBe(false)
  expect(await house.runner.run(loadSynonyms, beheer, { list: 'alleen' })).toMatchObject({
    ok: false,
    code: 'invalidInput',
    field: 'list',
  })
  expect(await house.runner.run(loadSynonyms, coach, { list: '' })).toEqual({ ok: false, code: 'notFound' })
})

describe('walls', () => {
  test('a coach elsewhere, a partner and an unknown goal get the same answer', async () => {
    const on = await somebody()
    const stranger = await house.member(tenantId, 'coach', {
      organisationId: await house.organisation(tenantId, 'welfare', 'Anders'),
    })
    const partner = await house.member(tenantId, 'partner', { organisationId: brug })
    const notFound = { ok: false, code: 'notFound' }
    expect(await house.runner.run(findOffers, stranger, on)).toEqual(notFound)
    expect(await house.runner.run(findOffers, partner, on)).toEqual(notFound)
    expect(await house.runner.run(findOffers, coach, { ...on, goalId: newId<GoalId>() })).toEqual(notFound)
    expect(await house.runner.run(findOffers, coach, { ...on, participantId: newId<ParticipantId>() })).toEqual(notFound)
  })

  test('who may only know the name does not find offers for the plan', async () => {
    const on = await somebody()
    const member = await house.member(tenantId, 'coach', {
      organisationId: await house.organisation(tenantId, 'welfare', 'Naam'),
    })
    await reaching(house, tenantId, on.participantId, member, PLACEMENT_REACH)
    expect(await house.runner.run(findOffers, member, on)).toEqual({ ok: false, code: 'notFound' })
  })

  test('without the identity and the address, age and distance are asked instead of judged', async () => {
    const on = await somebody({ birthDate: '1990-01-01' })
    const member = await house.member(tenantId, 'coach', {
      organisationId: await house.organisation(tenantId, 'welfare', 'Plan'),
    })
    await reaching(house, tenantId, on.participantId, member, { reads: ['name', 'plan'], writes: [] })
    const garden = (await find(on, member)).matches.find(({ name }) => name === 'Buurttuin ouderen')
    expect(nl(garden)).toEqual(
      expect.arrayContaining(['Dit is voor mensen van 65 jaar of ouder. Vraag of dat past.', 'De afstand is onbekend.']),
    )
  })

  test('a municipality never finds the offers of another', async () => {
    const other = await house.municipality('Rietdorp')
    const otherCoach = await house.member(other, 'coach', { organisationId: await house.organisation(other) })
    const on = await somebody({ coach: otherCoach })
    expect(await find(on, otherCoach)).toMatchObject({ supply: 0, matches: [], nearMisses: [], nothing: true })
    await anOffer({ name: 'Planten stekken', areas: ['takingPart'] }, other)
    expect(namesOf((await find(on, otherCoach)).matches)).toEqual(['Planten stekken'])
    expect(namesOf((await find(await somebody())).matches)).not.toContain('Planten stekken')
  })
})

test('for a goal that is set aside nothing is looked for', async () => {
  const on = await somebody()
  must(
    await house.runner.run(archiveGoal, coach, {
      ...on,
      version: 1,
      reason: 'noSuitableActivity',
      whatLacks: 'Een tuin op zaterdag',
    }),
  )
  expect(await find(on)).toMatchObject({
    goal: { state: 'archived' },
    matches: [],
    nothing: false,
    unmetWish: { whatLacks: 'Een tuin op zaterdag' },
  })
})

test('the best suggestion for the dossier is the first of the page, until somebody comes somewhere for this goal', async () => {
  const on = await somebody()
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
  const { matches } = await find(on)
  expect(must(await house.runner.run(top, coach, { ...on, placed: false }))).toEqual({
    goalId: on.goalId,
    match: matches[0],
    others: matches.length - 1,
  })
  expect(must(await house.runner.run(top, coach, { ...on, placed: true }))).toBeUndefined()
})
