import { addDays, dayIn, newId, type OrganisationId, type ParticipantId, type Role, ROLES, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import type { Actor } from '#platform'
import { insertRow, markOf, putDossier } from './dossier-rows.ts'
import type { DossierIds, Fixture, HouseIds } from './fixture.ts'
import { makeMunicipality } from './municipality.ts'
import { PARTICIPANT_STANDINGS, type Reached, reachOf, type Standing, STANDING_NAMES } from './standings.ts'

export type Label = 'A1' | 'A2' | 'B1'

export interface WorldActor {
  readonly actor: Actor & { readonly token: string }
  readonly role: Role
  readonly standing: Standing
  /** What this actor reaches of each dossier. */
  readonly reaches: Readonly<Record<Label, Reached>>
}

export interface World {
  readonly house: TestHouse
  readonly here: TenantId
  readonly elsewhere: TenantId
  readonly ids: { readonly A: HouseIds; readonly B: HouseIds }
  readonly fixtures: Readonly<Record<Label, Fixture>>
  readonly actors: readonly WorldActor[]
  /** Coordinates and wrote the notes of A1. */
  readonly author: string
}

const NOTHING: Reached = { reads: [], writes: [] }
type GrantPeriod = { readonly from?: string; readonly until?: string; readonly revoked?: boolean }

interface Building {
  readonly house: TestHouse
  readonly tenantId: TenantId
  readonly label: Label
  readonly ids: HouseIds
  readonly dossier: DossierIds
  readonly today: string
}

const grant = async (
  { house, tenantId, label, dossier, today }: Building,
  to: { readonly membership_id: string } | { readonly organisation_id: string },
  reach: Reached,
  ground: string,
  { from = '2020-01-01', until, revoked }: GrantPeriod = {},
): Promise<void> =>
  insertRow(house.owner, 'access_grant', {
    ...{ tenant_id: tenantId, id: newId<string>(), participant_id: dossier.participantId, ...to },
    ...{ reads: reach.reads, writes: reach.writes, ground, legal_basis: markOf('sharing', label), purpose: 'coordinate' },
    ...{ valid_from: from, valid_until: until ?? null, revoked_at: revoked === true ? `${today}T00:00:01Z` : null },
  })

const organisationOf: Readonly<Record<Standing, keyof HouseIds>> = {
  own: 'welfare',
  colleague: 'welfare',
  asked: 'asked',
  placement: 'partner',
  sharedName: 'otherWelfare',
  sharedPlan: 'otherWelfare',
  sharedPlanToWrite: 'otherWelfare',
  sharedNotes: 'otherWelfare',
  sharedReferral: 'otherWelfare',
  revoked: 'otherWelfare',
  expired: 'otherWelfare',
  notYet: 'otherWelfare',
  otherOrganisation: 'otherWelfare',
  otherMunicipality: 'welfare',
}

/** Standings that come with the organisation, by one grant for all of it. */
const BY_ORGANISATION: readonly Standing[] = ['colleague', 'asked', 'placement']
const FORMER: Partial<Readonly<Record<Standing, GrantPeriod>>> = {
  revoked: { revoked: true },
  expired: { until: '2020-12-31' },
  notYet: { from: '2999-01-01' },
}

const groundOf = (standing: Standing): string =>
  ({ own: 'trajectory', colleague: 'trajectory', asked: 'referral', placement: 'placement' })[standing as 'own'] ?? 'share'

const staffMember = async (building: Building, role: Role, standing: Standing): Promise<WorldActor> => {
  const { house, tenantId, ids } = building
  const organisationId = ids[organisationOf[standing]] as OrganisationId
  const actor = await house.member(tenantId, role, { organisationId, name: `${role} ${standing}` })
  const to = { membership_id: actor.membershipId }
  const reach = reachOf(role, standing)
  const former = FORMER[standing]
  if (former !== undefined) await grant(building, to, reachOf('coach', 'own'), 'share', former)
  else if (!BY_ORGANISATION.includes(standing) && reach.reads.length > 0) await grant(building, to, reach, groundOf(standing))
  return { actor, role, standing, reaches: { A1: reach, A2: NOTHING, B1: NOTHING } }
}

const participantSignIn = async (building: Building, standing: Standing, reaches: WorldActor['reaches']): Promise<WorldActor> => {
  const { house, tenantId, dossier } = building
  const actor = await house.member(tenantId, 'participant', {
    participantId: dossier.participantId as ParticipantId,
    name: `participant ${standing}`,
  })
  await grant(building, { membership_id: actor.membershipId }, reachOf('participant', 'own'), 'self')
  return { actor, role: 'participant', standing, reaches }
}

/** Two municipalities, three full dossiers, and every role in every standing towards the first of them. */
export const createWorld = async (): Promise<World> => {
  const house = await createHouse()
  const today = dayIn(new Date())
  const days = { today, tomorrow: addDays(today, 1), yesterday: addDays(today, -1) }
  const A = await makeMunicipality(house, 'Veenrijk')
  const B = await makeMunicipality(house, 'Duindorp')
  const build = async (place: typeof A, label: Label, coordinator: string): Promise<Building> => {
    const sender = await house.member(place.tenantId, 'serviceplein', { name: 'sender' })
    const setting = { tenantId: place.tenantId, label, house: place.ids, coordinator, sender: sender.membershipId, ...days }
    return { house, tenantId: place.tenantId, label, ids: place.ids, dossier: await putDossier(house.owner, setting), today }
  }
  const coach = (place: typeof A) =>
    house.member(place.tenantId, 'coach', { organisationId: place.ids.welfare as OrganisationId, name: 'author' })
  const coaches = [await coach(A), await coach(A), await coach(B)] as const
  const a1 = await build(A, 'A1', coaches[0].membershipId)
  const a2 = await build(A, 'A2', coaches[1].membershipId)
  const b1 = await build(B, 'B1', coaches[2].membershipId)

  for (const standing of BY_ORGANISATION)
    await grant(a1, { organisation_id: A.ids[organisationOf[standing]] }, reachOf('coach', standing), groundOf(standing))
  const actors: WorldActor[] = []
  for (const role of ROLES) {
    for (const standing of STANDING_NAMES) {
      if (role === 'participant' || standing === 'otherMunicipality') continue
      actors.push(await staffMember(a1, role, standing))
    }
    if (role === 'participant') continue
    const elsewhere = await staffMember({ ...b1, ids: B.ids }, role, 'otherMunicipality')
    await grant(b1, { membership_id: elsewhere.actor.membershipId }, reachOf(role, 'own'), 'trajectory')
    actors.push({ ...elsewhere, reaches: { A1: NOTHING, A2: NOTHING, B1: reachOf(role, 'own') } })
  }
  const self = reachOf('participant', 'own')
  const [own, other, foreign] = PARTICIPANT_STANDINGS as readonly [Standing, Standing, Standing]
  actors.push(await participantSignIn(a1, own, { A1: self, A2: NOTHING, B1: NOTHING }))
  actors.push(await participantSignIn(a2, other, { A1: NOTHING, A2: self, B1: NOTHING }))
  actors.push(await participantSignIn(b1, foreign, { A1: NOTHING, A2: NOTHING, B1: self }))
  const author: WorldActor = {
    actor: coaches[0],
    role: 'coach',
    standing: 'own',
    reaches: { A1: reachOf('coach', 'own'), A2: NOTHING, B1: NOTHING },
  }
  await grant(a1, { membership_id: coaches[0].membershipId }, reachOf('coach', 'own'), 'trajectory')
  actors.push(author)
  const fixture = ({ dossier, ids }: Building): Fixture => ({
    ...dossier,
    house: ids,
    today: days.today,
    tomorrow: days.tomorrow,
  })
  return {
    house,
    here: A.tenantId,
    elsewhere: B.tenantId,
    ids: { A: A.ids, B: B.ids },
    fixtures: { A1: fixture(a1), A2: fixture(a2), B1: fixture(b1) },
    actors,
    author: coaches[0].membershipId,
  }
}
