import { afterAll, beforeAll, beforeEach } from 'vitest'
import {
  CalendarDay,
  newId,
  type OfferId,
  type OrganisationId,
  type ParticipantId,
  type PlacementId,
  type TenantId,
} from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { getAllowance, placeAtOffer, recordPayment } from './index.ts'

export const day = (text: string): CalendarDay => CalendarDay.parse(text)
/** The value of a decision that has to be good. */
export const value = <T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}

const NOW = '2026-11-20T12:00:00Z'

interface Somebody {
  readonly id: ParticipantId
  readonly placementId: PlacementId
}

const openHouse = async (clock: { readonly now: () => Date }) => {
  const house: TestHouse = await createHouse(clock)
  const tenantId: TenantId = await house.municipality()
  const library: OrganisationId = await house.organisation(tenantId, 'partner', 'Bibliotheek')
  const club = await house.organisation(tenantId, 'partner', 'Club')
  const welfare = await house.organisation(tenantId)
  const offerId = newId<OfferId>()
  await house.owner.query(
    `insert into offer (tenant_id, id, organisation_id, organisation_name, name, kind, identity_key)
     values ($1, $2, $3, 'Bibliotheek', 'Boeken opruimen', 'volunteerPlace', 'b')`,
    [tenantId, offerId, library],
  )
  return {
    ...{ house, tenantId, library, offerId },
    coach: await house.member(tenantId, 'coach', { organisationId: welfare }),
    stranger: await house.member(tenantId, 'coach', { organisationId: welfare }),
    partner: await house.member(tenantId, 'partner', { organisationId: library }),
    otherPartner: await house.member(tenantId, 'partner', { organisationId: club }),
    beheer: await house.member(tenantId, 'beheer'),
  }
}

/** Somebody new before each test, who volunteers at the library since January, on 20 November 2026. To be called once, at the top of a test file. */
export const paying = () => {
  let now = new Date(NOW)
  const clock = { now: () => now }
  let at: Awaited<ReturnType<typeof openHouse>>
  let selam: Somebody

  const somebody = async (birthDate = '1980-01-01'): Promise<Somebody> => {
    const id = await aParticipant(at.house, at.tenantId, { birthDate: day(birthDate) })
    await reaching(at.house, at.tenantId, id, at.coach)
    const place = { participantId: id, offerId: at.offerId, area: 'contributing', startsOn: '2026-01-01' }
    const placed = value(await at.house.runner.run(placeAtOffer, at.coach, place))
    return { id, placementId: placed.placementId }
  }
  const paid = (euros: number, paidOn = '2026-11-10', more: object = {}) => ({
    participantId: selam.id,
    paidOn,
    amountCents: euros * 100,
    kind: 'allowance' as const,
    organisationName: 'Voetbalclub',
    ...more,
  })

  beforeAll(async () => {
    at = await openHouse(clock)
  })
  beforeEach(async () => {
    now = new Date(NOW)
    selam = await somebody()
  })
  afterAll(() => at.house.close())

  return {
    clock,
    /** The house and who is in it; ask for it inside a test. */
    people: () => ({ ...at, selam: selam.id, placementId: selam.placementId }),
    setNow: (moment: string): void => void (now = new Date(moment)),
    /** From here the test is about somebody else. */
    about: async (birthDate?: string): Promise<void> => void (selam = await somebody(birthDate)),
    somebody,
    paid,
    record: async (euros: number, paidOn?: string, more?: object) =>
      value(await at.house.runner.run(recordPayment, at.coach, paid(euros, paidOn, more))),
    allowance: async (actor: Actor = at.coach, participantId = selam.id) =>
      value(await at.house.runner.run(getAllowance, actor, { participantId })),
  }
}
