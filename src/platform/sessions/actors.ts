import { createHash } from 'node:crypto'
import type pg from 'pg'
import { z } from 'zod'
import { MembershipId, OrganisationId, ParticipantId, TenantId, UserId, ROLES } from '#kernel'
import type { Actor } from '../use-case/actor.ts'

const Row = z.object({
  user_id: UserId,
  email: z.string(),
  language: z.string(),
  membership_id: MembershipId,
  tenant_id: TenantId,
  tenant_name: z.string(),
  organisation_id: OrganisationId.nullable(),
  organisation_name: z.string().nullable(),
  role: z.enum(ROLES),
  name: z.string(),
  participant_id: ParticipantId.nullable(),
  memberships: z.number(),
  via: z.enum(['session', 'token']),
})

export interface Actors {
  /** The actor behind a token; undefined when it is unknown, expired or the person is disabled. At most 5 s old. */
  readonly find: (token: string) => Promise<Actor | undefined>
  readonly stillSignedIn: (actor: Actor) => Promise<boolean>
  /** Forgets what was cached: after a change of sessions, memberships or accounts. */
  readonly clear: () => void
}

/** Notified when sessions, memberships or accounts change: every process forgets what it cached. */
export const ACTORS_CHANNEL = 'opstap_actors'
const CACHE_MS = 5_000
const MOST_CACHED = 10_000

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export const createActors = (pool: pg.Pool): Actors => {
  const cache = new Map<string, { readonly actor: Actor; readonly until: number }>()

  const resolve = async (tokenHash: string): Promise<Actor | undefined> => {
    const answer = await pool.query('select * from auth.resolve($1)', [tokenHash])
    if (answer.rows[0] === undefined) return undefined
    const row = Row.parse(answer.rows[0])
    return {
      tokenHash,
      userId: row.user_id,
      membershipId: row.membership_id,
      tenantId: row.tenant_id,
      tenantName: row.tenant_name,
      organisationId: row.organisation_id ?? undefined,
      organisationName: row.organisation_name ?? undefined,
      role: row.role,
      name: row.name,
      email: row.email,
      participantId: row.participant_id ?? undefined,
      language: row.language,
      memberships: row.memberships,
      via: row.via,
    }
  }

  return {
    find: async token => {
      const tokenHash = hashToken(token)
      const known = cache.get(tokenHash)
      if (known !== undefined && known.until > Date.now()) return known.actor
      cache.delete(tokenHash)
      const actor = await resolve(tokenHash)
      if (actor === undefined) return undefined
      if (cache.size >= MOST_CACHED) cache.clear()
      cache.set(tokenHash, { actor, until: Date.now() + CACHE_MS })
      return actor
    },
    stillSignedIn: async actor => {
      cache.delete(actor.tokenHash)
      return (await resolve(actor.tokenHash))?.membershipId === actor.membershipId
    },
    clear: () => cache.clear(),
  }
}
