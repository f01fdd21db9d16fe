import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type MembershipId, newId, type OrganisationId, type ParticipantId, type TenantId, type UserId } from '#kernel'
import {
  type Actor,
  type Actors,
  type Clock,
  createActors,
  createPool,
  createRunner,
  hashToken,
  type Role,
  type Runner,
  systemClock,
} from '#platform'
import { createTestDatabase } from '#platform/test-kit'

export { type FrontDoor, openFrontDoor } from './test-front-door.ts'

/** A house to test in: a real database, the real runner, and people who can be given a role. */
export interface TestHouse {
  readonly runner: Runner
  readonly actors: Actors
  readonly pool: pg.Pool
  /** Superuser: to look behind the walls, and to set up what has no use case. */
  readonly owner: pg.Pool
  readonly ownerUrl: string
  readonly appUrl: string
  readonly municipality: (name?: string) => Promise<TenantId>
  readonly organisation: (tenantId: TenantId, kind?: string, name?: string) => Promise<OrganisationId>
  /** A member with an open session; `token` is what the cookie would carry. */
  readonly member: (
    tenantId: TenantId,
    role: Role,
    options?: { readonly organisationId?: OrganisationId; readonly participantId?: ParticipantId; readonly name?: string },
  ) => Promise<Actor & { readonly token: string }>
  readonly close: () => Promise<void>
}

export const createHouse = async (clock: Clock = systemClock): Promise<TestHouse> => {
  const database = await createTestDatabase()
  const pool = createPool(database.appUrl, 4)
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  owner.on('error', () => undefined)
  const actors = createActors(pool)
  const runner = createRunner({ pool, clock, stillSignedIn: actors.stillSignedIn })

  const municipality: TestHouse['municipality'] = async (name = 'Veenrijk') => {
    const id = newId<TenantId>()
    await owner.query('insert into municipality (tenant_id, slug, name) values ($1, $2, $3)', [
      id,
      `${name.toLowerCase()}-${id.slice(-4)}`,
      name,
    ])
    return id
  }
  const organisation: TestHouse['organisation'] = async (tenantId, kind = 'welfare', name = 'De Brug Welzijn') => {
    const id = newId<OrganisationId>()
    await owner.query('insert into organisation (tenant_id, id, name, kind) values ($1, $2, $3, $4)', [tenantId, id, name, kind])
    return id
  }
  const member: TestHouse['member'] = async (tenantId, role, options = {}) => {
    const userId = newId<UserId>()
    const membershipId = newId<MembershipId>()
    const token = randomBytes(24).toString('base64url')
    const name = options.name ?? `${role} ${userId.slice(-4)}`
    await owner.query('insert into auth."user" (id, name, email) values ($1, $2, $3)', [userId, name, `${userId}@test.example`])
    await owner.query('insert into auth.works_in (user_id, tenant_id) values ($1, $2)', [userId, tenantId])
    await owner.query(
      'insert into membership (tenant_id, id, user_id, organisation_id, participant_id, role, name) values ($1, $2, $3, $4, $5, $6, $7)',
      [tenantId, membershipId, userId, options.organisationId ?? null, options.participantId ?? null, role, name],
    )
    await owner.query(
      `insert into auth.session (id, token, user_id, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
      [newId(), hashToken(token), userId],
    )
    const actor = await actors.find(token)
    if (actor === undefined) throw new Error('The test member cannot sign in')
    return { ...actor, token }
  }
  const close = async (): Promise<void> => {
    await Promise.all([pool.end(), owner.end()])
    await database.drop()
  }
  return {
    runner,
    actors,
    pool,
    owner,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    municipality,
    organisation,
    member,
    close,
  }
}
