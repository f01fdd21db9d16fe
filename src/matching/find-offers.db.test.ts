import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { GoalId, ParticipantId } from '#kernel'
import { readPerson } from '#people'
import { allow, query } from '#platform'
import { readPlan } from '#plans'
import { offerCounts, pointOf, readOffers } from '#supply'
import type { MatchOffer, MatchWish, Reason } from './domain/index.ts'
import { isTrue } from './test-kit.ts'
import { createWorld, HOME, must, namesOf, nl, PRACTICAL, type World } from './test-world.ts'
import { matchOfferOf, placesOf } from './use-cases/match-offer-of.ts'
import { matchWishOf } from './use-cases/match-wish-of.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.house.close())

describe('given the example list and somebody who likes plants, on Tuesday morning, by bike, with Dutch A1', () => {
  test('then the garden for the elderly is found, with reasons and what has to be asked', async () => {
    const { matches, supply, nothing } = await world.find(await world.somebody())
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
    const { matches, nearMisses } = await world.find(await world.somebody({ birthDate: '1986-03-01' }))
    expect([...namesOf(matches), ...namesOf(nearMisses)]).not.toContain('Buurttuin ouderen')
  })

  test('then the bicycle lesson for women is for her and not for him, on Tuesday and not on Wednesday', async () => {
    const wish = { wish: 'Ik wil leren fietsen', area: 'skills' }
    const lesson = 'Fietsles voor vrouwen'
    expect(namesOf((await world.find(await world.somebody({ ...wish, sex: 'f' }))).matches)[0]).toBe(lesson)
    const his = await world.find(await world.somebody({ ...wish, sex: 'm' }))
    expect([...namesOf(his.matches), ...namesOf(his.nearMisses)]).not.toContain(lesson)
    const late = await world.find(
      await world.somebody({ ...wish, sex: 'f', practical: { ...PRACTICAL, dayParts: ['3-morning'] } }),
    )
    expect(namesOf(late.matches)).not.toContain(lesson)
    expect(late.nearMisses.find(({ name }) => name === lesson)).toMatchObject({
      failed: ['time'],
      hints: [{ nl: 'Zou passen als dinsdagochtend ook kan (van 9.30 tot 11.00 uur).', hint: { code: 'ifMomentsCan' } }],
    })
  })

  test('then it is not found further away than somebody wants to go', async () => {
    const far = { practical: { ...PRACTICAL, maxDistanceKm: 0.5 } }
    const { matches, nearMisses } = await world.find(await world.somebody(far))
    expect(namesOf(matches)).not.toContain('Buurttuin ouderen')
    expect(nearMisses.find(({ name }) => name === 'Buurttuin ouderen')?.hints).toMatchObject([
      { en: 'Would fit if 1.1 km is possible too. The limit is now 0.5 km.' },
    ])
  })

  test('then a person who gave no half-days is told when it is', async () => {
    const { matches } = await world.find(await world.somebody({ practical: {}, wish: 'Samen koken' }))
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
  const on = await world.somebody({ wish, area, practical, goal: wish })
  const { offers, wish: asked } = must(await world.house.runner.run(given, world.coach, on))
  const { matches, nearMisses } = await world.find(on)
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
