import type pg from 'pg'
import { namedId, type OfferId, type OrganisationId, type ParticipantId, type TenantId, type UserId } from '#kernel'
import { addOrganisation, setUpMunicipality } from '#organisations'
import type { Actor, Actors, SystemActor } from '#platform'
import { inviteParticipant } from '#sharing'
import { openAccount } from './open-account.ts'
import { givePassword, signIn, type Stage } from './stage.ts'
import type { House } from './story.ts'

interface OwnSignIn {
  readonly key: string
  readonly email: string
  readonly participantId: ParticipantId
  readonly by: Actor
}

/** The people and organisations of one municipality, by the names that the stories use. */
export interface Cast {
  readonly tenantId: TenantId
  readonly member: (key: string) => Actor
  readonly organisation: (key: string) => OrganisationId
  readonly offer: (name: string) => OfferId
  readonly putOffers: (offers: ReadonlyMap<string, OfferId>) => void
  /** Gives a participant an own sign-in. */
  readonly letIn: (stage: Stage, who: OwnSignIn) => Promise<void>
  /** The participant of this story, once let in. */
  readonly self: (key: string) => Actor
}

export interface Entrance {
  readonly pool: pg.Pool
  readonly actors: Actors
  /** Of the password that all demo sign-ins share. */
  readonly passwordHash: string
}

const named =
  <T>(map: ReadonlyMap<string, T>, kind: string) =>
  (key: string): T => {
    const found = map.get(key)
    if (found === undefined) throw new Error(`The demo has no ${kind} "${key}"`)
    return found
  }

const system = (tenantId: TenantId): SystemActor => ({ role: 'system', tenantId, name: 'demo' })

/** Sets up a municipality: the administrator first, who then adds the organisations; then everybody who works there. */
export const buildHouse = async (stage: Stage, { pool, actors, passwordHash }: Entrance, house: House): Promise<Cast> => {
  const tenantId = namedId<TenantId>(`${house.key}/municipality`)
  const members = new Map<string, Actor>()
  const organisations = new Map<string, OrganisationId>()
  const own = new Map<string, Actor>()
  let offers: ReadonlyMap<string, OfferId> = new Map()

  const open = async ({ key, email, organisation, ...member }: House['members'][number]): Promise<void> => {
    const organisationId = organisation === undefined ? undefined : named(organisations, 'organisation')(organisation)
    const ids = [namedId(`${email}/user`), namedId(`${house.key}/${key}/membership`)]
    const account = { ...member, email, organisationId, passwordHash }
    const made = await stage.run(openAccount, system(tenantId), account, ids)
    members.set(key, await signIn(pool, actors, made.userId))
  }

  await stage.run(setUpMunicipality, system(tenantId), { name: house.name })
  const [first, ...others] = house.members
  if (first !== undefined) await open(first)
  const admin = named(members, 'member')(first?.key ?? '')
  for (const { key, ...organisation } of house.organisations) {
    const id = namedId<OrganisationId>(`${house.key}/${key}/organisation`)
    await stage.run(addOrganisation, admin, organisation, [id])
    organisations.set(key, id)
  }
  for (const member of others) await open(member)

  return {
    tenantId,
    member: named(members, 'member'),
    organisation: named(organisations, 'organisation'),
    offer: name => named(offers, 'offer')(name),
    putOffers: known => void (offers = known),
    self: named(own, 'own sign-in'),
    letIn: async (on, { key, by, ...who }) => {
      const userId = namedId<UserId>(`${who.email}/user`)
      await on.run(inviteParticipant, by, who, [userId])
      await givePassword(pool, userId, passwordHash)
      own.set(key, await signIn(pool, actors, userId))
    },
  }
}
