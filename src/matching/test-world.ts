import { readFileSync } from 'node:fs'
import type { CalendarDay, GoalId, OfferId, OrganisationId, ParticipantId, TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import { type Actor, fixedClock } from '#platform'
import { addGoal, addWish, setPractical } from '#plans'
import { addOffer, importPoints, importSupply } from '#supply'
import { findOffers, type FoundForGoal } from './index.ts'

const EXAMPLE = readFileSync(new URL('../supply/test-fixtures/aanbod-voorbeeld.csv', import.meta.url))
const POINTS = `postcode;lat;lon
2451 AB;52.10;4.60
2453 GH;52.104;4.604
2451 EE;52.101;4.602
2451 ZZ;52.10;4.6175
`
export const HOME = '2451 ZZ'
export const PRACTICAL = {
  dayParts: ['2-morning'],
  travelMode: 'bike',
  maxDistanceKm: 5,
  dutchLevel: 'A1',
  languages: ['nl'],
}

export interface KnownPerson {
  readonly birthDate?: string
  readonly sex?: 'f' | 'm'
  readonly wish?: string
  readonly goal?: string
  readonly area?: string
  readonly practical?: Record<string, unknown>
  readonly coach?: Actor
}
export interface OnGoal {
  readonly participantId: ParticipantId
  readonly goalId: GoalId
}

/** A municipality with the example list, and a coach. */
export interface World {
  readonly house: TestHouse
  readonly tenantId: TenantId
  readonly brug: OrganisationId
  readonly coach: Actor & { readonly token: string }
  readonly beheer: Actor
  /** Somebody with one goal, whose plan the coach reaches. */
  readonly somebody: (known?: KnownPerson) => Promise<OnGoal>
  readonly anotherCoach: (organisation: string, tenantId?: TenantId) => Promise<Actor>
  readonly find: (on: OnGoal, by?: Actor) => Promise<FoundForGoal>
  readonly anOffer: (known: Record<string, unknown> & { readonly name: string }, tenantId?: TenantId) => Promise<OfferId>
  readonly placesPostcodes: (csv: string) => Promise<void>
}

export const must = <Value>(decision: { readonly ok: true; readonly value: Value } | { readonly ok: false }): Value => {
  if (!decision.ok) throw new Error(JSON.stringify(decision))
  return decision.value
}
export const namesOf = (found: readonly { readonly name: string }[]): readonly string[] => found.map(({ name }) => name)
export const nl = (match: FoundForGoal['matches'][number] | undefined) => match?.reasons.map(reason => reason.nl)

const somebodyIn =
  ({ house, coach }: Pick<World, 'house' | 'coach'>): World['somebody'] =>
  async (known = {}) => {
    const by = known.coach ?? coach
    const run = house.runner.run
    const birthDate = (known.birthDate ?? '1955-03-01') as CalendarDay
    const participantId = await aParticipant(house, by.tenantId, { callName: 'Amal', birthDate })
    await reaching(house, by.tenantId, participantId, by)
    await house.owner.query('update participant_contact set postcode = $2 where participant_id = $1', [participantId, HOME])
    if (known.sex !== undefined)
      await house.owner.query('update participant_identity set sex = $2 where participant_id = $1', [participantId, known.sex])
    const words = known.wish ?? 'Ik wil met planten bezig zijn'
    const { wishId } = must(await run(addWish, by, { participantId, kind: 'wish', words }))
    must(await run(setPractical, by, { participantId, ...(known.practical ?? PRACTICAL) }))
    const goal = { title: known.goal ?? 'Buiten bezig zijn', area: known.area ?? 'takingPart' }
    const { goalId } = must(await run(addGoal, by, { participantId, wishId, ...goal }))
    return { participantId, goalId }
  }

export const createWorld = async (): Promise<World> => {
  const house = await createHouse(fixedClock('2026-11-22T09:00:00Z'))
  const tenantId = await house.municipality()
  const actor = { role: 'system', tenantId, name: 'test' } as const
  const placesPostcodes = async (csv: string): Promise<void> => {
    must(await importPoints(house.runner, actor, { fileName: 'punten.csv', bytes: Buffer.from(csv) }))
  }
  await placesPostcodes(POINTS)
  must(await importSupply(house.runner, actor, { fileName: 'aanbod-voorbeeld.csv', bytes: EXAMPLE }))
  const brug = await house.organisation(tenantId)
  const coach = await house.member(tenantId, 'coach', { organisationId: brug })
  const beheer = await house.member(tenantId, 'beheer')
  return {
    house,
    tenantId,
    brug,
    coach,
    beheer,
    placesPostcodes,
    somebody: somebodyIn({ house, coach }),
    anotherCoach: async (organisation, tenant = tenantId) =>
      house.member(tenant, 'coach', { organisationId: await house.organisation(tenant, 'welfare', organisation) }),
    find: async (on, by = coach) => must(await house.runner.run(findOffers, by, on)),
    anOffer: async (known, tenant = tenantId) => {
      const admin = tenant === tenantId ? beheer : await house.member(tenant, 'beheer')
      const offer = {
        organisationName: 'Werkhoek',
        kind: 'activity',
        areas: ['contributing'],
        timesText: 'dinsdag 9.30-11.00',
        languagesText: 'NL A1',
        costText: 'gratis',
        ...known,
      }
      return must(await house.runner.run(addOffer, admin, offer)).offerId
    },
  }
}
