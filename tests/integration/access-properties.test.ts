import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addDays,
  type CalendarDay,
  dayIn,
  newId,
  type OrganisationId,
  type ParticipantId,
  type Role,
  ROLES,
  type TenantId,
} from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import type { Actor, AnyUseCase } from '#platform'
import { hashToken } from '#platform'
import type { AccessEntry } from '../support/access-entry.ts'
import { allUseCases } from '../support/all-use-cases.ts'
import { insertRow } from '../support/dossier-rows.ts'
import { accessEntries } from '../support/entries/index.ts'
import { runAny } from '../support/run-named.ts'
import { aParticipant } from '#people/test-kit'

/**
 * Random grants in a random world; what the runner answers must equal what plain reading of those grants says. The
 * oracle below knows no SQL and nothing of the gate.
 */
const SLICES = [
  'name',
  'identity',
  'contact',
  'referral',
  'trajectory',
  'plan',
  'placements',
  'notes',
  'appointments',
  'log',
  'sharing',
] as const
const MEMBERS = ROLES.filter(role => role !== 'participant')
const PEOPLE = 3
const RUNS = 300

let house: TestHouse
let tenants: readonly TenantId[]
let today: CalendarDay
const organisations: OrganisationId[][] = []
const people: ParticipantId[][] = []
const members: { readonly actor: Actor & { readonly token: string }; readonly at: number; readonly organisation: number }[] = []

/** Use cases about one dossier whose input is only that dossier: each answer hangs on access alone. */
const readers: readonly (readonly [AnyUseCase, AccessEntry])[] = allUseCases.flatMap(useCase => {
  const entry = accessEntries[useCase.name]
  if (entry === undefined || entry.about !== 'dossier' || entry.only !== undefined) return []
  const isEnough = useCase.input.safeParse({ participantId: newId<ParticipantId>() }).success
  return isEnough && useCase.subject !== undefined ? [[useCase, entry] as const] : []
})
/** Writing with made-up content: enough to be past the question of access. */
const writers = ['contacts.addNote', 'plans.addWish', 'plans.addAgreement', 'people.updateContact'].flatMap(name => {
  const [useCase, entry] = [allUseCases.find(each => each.name === name), accessEntries[name]]
  return useCase === undefined || entry === undefined ? [] : [[useCase, entry] as const]
})
const tried = [...readers, ...writers]

beforeAll(async () => {
  house = await createHouse()
  today = dayIn(new Date())
  tenants = [await house.municipality('Veenrijk'), await house.municipality('Duindorp')]
  for (const [at, tenantId] of tenants.entries()) {
    organisations.push([await house.organisation(tenantId), await house.organisation(tenantId)])
    people.push([])
    for (let n = 0; n < PEOPLE; n += 1) people[at]?.push(await aParticipant(house, tenantId))
    for (const organisation of [0, 1])
      for (const role of MEMBERS) {
        const organisationId = organisations[at]?.[organisation]
        if (organisationId === undefined) throw new Error('no organisation')
        members.push({ actor: await house.member(tenantId, role, { organisationId }), at, organisation })
      }
  }
}, 60_000)
afterAll(() => house.close())

interface Grant {
  readonly at: number
  readonly person: number
  readonly member: number | undefined
  readonly organisation: number
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  readonly from: number
  readonly until: number | undefined
  readonly revoked: boolean
}

const aGrant: fc.Arbitrary<Grant> = fc.record({
  at: fc.nat(1),
  person: fc.nat(PEOPLE - 1),
  member: fc.option(fc.nat(2 * 2 * MEMBERS.length - 1), { nil: undefined, freq: 1 }),
  organisation: fc.nat(1),
  reads: fc.oneof(fc.subarray([...SLICES]), fc.constant([...SLICES])),
  writes: fc.oneof(fc.constant([]), fc.subarray([...SLICES]), fc.constant([...SLICES])),
  from: fc.integer({ min: -6, max: 1 }),
  until: fc.option(fc.integer({ min: -1, max: 4 }), { nil: undefined }),
  revoked: fc.nat(4).map(n => n === 0),
})

/** The oracle: a grant counts when it is of this municipality, for this member or organisation, and open today. */
const isOpenFor = (grant: Grant, member: (typeof members)[number], memberAt: number, person: number): boolean =>
  grant.at === member.at &&
  grant.person === person &&
  (grant.member === undefined ? grant.organisation === member.organisation : grant.member === memberAt) &&
  grant.from <= 0 &&
  (grant.until === undefined || grant.until >= 0) &&
  !grant.revoked

const mayBy = (grants: readonly Grant[], entry: AccessEntry, memberAt: number, at: number, person: number): boolean => {
  const member = members[memberAt]
  if (member === undefined || !entry.who.includes(member.actor.role)) return false
  if (member.at !== at) return false
  const open = grants.filter(grant => isOpenFor(grant, member, memberAt, person))
  const wide: readonly string[] = entry.everywhere?.[member.actor.role] ?? []
  return entry.needs.every(need => {
    const [slice, writes] = need.split(':') as [string, string | undefined]
    if (wide.includes(slice)) return true
    return open.some(grant => (writes === undefined ? grant.reads : grant.writes).includes(slice))
  })
}

const save = async (grants: readonly Grant[]): Promise<void> => {
  await house.owner.query('delete from access_grant')
  for (const grant of grants) {
    const member = grant.member === undefined ? undefined : members[grant.member]
    // A grant of one municipality never names a member of another: there is no such membership there.
    if (member !== undefined && member.at !== grant.at) continue
    await insertRow(house.owner, 'access_grant', {
      ...{ tenant_id: tenants[grant.at], id: newId<string>(), participant_id: people[grant.at]?.[grant.person] },
      membership_id: member?.actor.membershipId ?? null,
      organisation_id: member === undefined ? organisations[grant.at]?.[grant.organisation] : null,
      ...{ reads: grant.reads, writes: grant.writes, ground: 'share', legal_basis: 'test', purpose: 'test' },
      ...{ valid_from: addDays(today, grant.from), valid_until: grant.until === undefined ? null : addDays(today, grant.until) },
      revoked_at: grant.revoked ? new Date() : null,
    })
  }
}

const inputFor = (participantId: ParticipantId | undefined) => ({
  participantId,
  ...{ words: 'Gezegd.', promisedBy: 'coach', version: 1 },
})

describe('given random grants', () => {
  test('when somebody asks for a dossier, then the answer is what reading those grants says', async () => {
    let allowed = 0
    let refused = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(aGrant, { maxLength: 8 }),
        fc.array(
          fc.record({
            useCase: fc.nat(tried.length - 1),
            member: fc.nat(2 * 2 * MEMBERS.length - 1),
            at: fc.nat(1),
            person: fc.nat(PEOPLE - 1),
            aim: fc.boolean(),
          }),
          { minLength: 4, maxLength: 12 },
        ),
        async (grants, questions) => {
          await save(grants)
          for (const question of questions) {
            const grant = grants[question.member % Math.max(1, grants.length)]
            // Half of the questions are aimed at a grant, so that being allowed is tried as often as being refused.
            const aimed = question.aim && grant !== undefined
            const memberAt = aimed ? aimAt(grant, question.member) : question.member
            const { at, person } = aimed ? grant : question
            const [useCase, entry] = tried[question.useCase] ?? [undefined, undefined]
            const member = members[memberAt]
            if (useCase === undefined || member === undefined) continue
            const input = inputFor(people[at]?.[person])
            const answer = await runAny(house.runner, useCase, member.actor, input)
            const expected = mayBy(grants, entry, memberAt, at, person)
            // Past the wall a record may lack or have another version: that is told, but only to whom it is open.
            const open = answer.ok || answer.code !== 'notFound' || (expected && useCase.name === 'people.getBsn')
            expect(open, `${useCase.name} by ${member.actor.role}: ${JSON.stringify(answer)}`).toBe(expected)
            if (!expected) expect(JSON.stringify(answer)).toBe('{"ok":false,"code":"notFound"}')
            if (expected) allowed += 1
            else refused += 1
          }
        },
      ),
      { numRuns: RUNS, seed: 20261122 },
    )
    process.stdout.write(`access properties: ${allowed} allowed, ${refused} refused over ${tried.length} use cases\n`)
    expect(allowed).toBeGreaterThan(100)
    expect(refused).toBeGreaterThan(500)
  }, 120_000)
})

/** A member whom this grant is for, with a role that may do most. */
const aimAt = (grant: Grant, any: number): number => {
  if (grant.member !== undefined) return grant.member
  const fitting = members.flatMap(({ actor, at, organisation }, index) =>
    at === grant.at && organisation === grant.organisation && actor.role === 'coach' ? [index] : [],
  )
  return fitting[0] ?? any
}

describe('given an open dossier and somebody who reads it', () => {
  const ask = (actor: Actor, participantId: ParticipantId) => {
    const useCase = allUseCases.find(each => each.name === 'people.getPerson')
    if (useCase === undefined) throw new Error('no use case')
    return runAny(house.runner, useCase, actor, { participantId })
  }
  const setting = async (role: Role = 'coach') => {
    const [tenantId, organisationId] = [tenants[0], organisations[0]?.[0]]
    if (tenantId === undefined || organisationId === undefined) throw new Error('no municipality')
    const actor = await house.member(tenantId, role, { organisationId })
    const participantId = await aParticipant(house, tenantId)
    await insertRow(house.owner, 'access_grant', {
      ...{ tenant_id: tenantId, id: newId<string>(), participant_id: participantId, membership_id: actor.membershipId },
      ...{ reads: SLICES, writes: SLICES, ground: 'share', legal_basis: 'test', purpose: 'test', valid_from: today },
    })
    expect(await ask(actor, participantId)).toMatchObject({ ok: true })
    return { actor, participantId, tenantId }
  }
  const expectRefusal = async (
    code: string,
    change: (to: Awaited<ReturnType<typeof setting>>) => Promise<unknown>,
  ): Promise<void> => {
    const open = await setting()
    await change(open)
    expect(await ask(open.actor, open.participantId)).toEqual({ ok: false, code })
  }
  const sql = (text: string, ...values: readonly unknown[]) => house.owner.query(text, [...values])

  test('when the grant is revoked between two requests, then the second finds nothing', () =>
    expectRefusal('notFound', to =>
      sql('update access_grant set revoked_at = now() where participant_id = $1', to.participantId),
    ))
  test('when the grant ended yesterday, then it finds nothing', () =>
    expectRefusal('notFound', to =>
      sql('update access_grant set valid_until = $2 where participant_id = $1', to.participantId, addDays(today, -1)),
    ))
  test('when one slice is taken out of it, then it finds nothing', () =>
    expectRefusal('notFound', to =>
      sql(`update access_grant set reads = array_remove(reads, 'contact') where participant_id = $1`, to.participantId),
    ))
  test('when the account is disabled, then the session is over', () =>
    expectRefusal('notSignedIn', to => sql('update auth."user" set disabled_at = now() where id = $1', to.actor.userId)))
  test('when the session has expired, then it is over', () =>
    expectRefusal('notSignedIn', to =>
      sql(`update auth.session set expires_at = now() - interval '1 second' where token = $1`, to.actor.tokenHash),
    ))
  test('when the session was signed out elsewhere, then it is over', () =>
    expectRefusal('notSignedIn', to => sql('delete from auth.session where token = $1', to.actor.tokenHash)))
  test('when the second factor became due, then the session opens nothing', () =>
    expectRefusal('notSignedIn', to =>
      sql('update auth.session set second_factor_due = true where token = $1', to.actor.tokenHash),
    ))
  test('when the membership has ended, then the session opens nothing here', () =>
    expectRefusal('notSignedIn', to => sql('update membership set active = false where id = $1', to.actor.membershipId)))
  test('when the role was changed, then what was remembered of the old role opens nothing', () =>
    expectRefusal('notFound', to => sql(`update membership set role = 'planner' where id = $1`, to.actor.membershipId)))

  test('when somebody claims a membership, municipality or role of another, then the session does not carry it', async () => {
    const open = await setting()
    const other = await setting('serviceplein')
    const elsewhere = tenants[1]
    if (elsewhere === undefined) throw new Error('no municipality')
    const claims: readonly Partial<Actor>[] = [
      { membershipId: other.actor.membershipId },
      { role: 'serviceplein' },
      { tenantId: elsewhere },
      { tokenHash: hashToken('made up') },
      { userId: other.actor.userId, membershipId: other.actor.membershipId, role: 'serviceplein' },
    ]
    for (const claim of claims) expect(await ask({ ...open.actor, ...claim }, open.participantId)).toMatchObject({ ok: false })
  })

  test('when somebody works in two municipalities, then each membership opens only its own', async () => {
    const open = await setting()
    const [elsewhere, organisationId] = [tenants[1], organisations[1]?.[0]]
    if (elsewhere === undefined || organisationId === undefined) throw new Error('no municipality')
    const second = newId<string>()
    await sql('insert into auth.works_in (user_id, tenant_id) values ($1, $2)', open.actor.userId, elsewhere)
    await insertRow(house.owner, 'membership', {
      ...{
        tenant_id: elsewhere,
        id: second,
        user_id: open.actor.userId,
        organisation_id: organisationId,
        role: 'coach',
        name: 'Zelfde',
      },
    })
    await sql('update auth.session set active_membership_id = $2 where token = $1', open.actor.tokenHash, second)
    house.actors.clear()
    const switched = await house.actors.find(open.actor.token)
    expect(switched).toMatchObject({ tenantId: elsewhere, membershipId: second })
    if (switched === undefined) return
    expect(await ask(switched, open.participantId)).toEqual({ ok: false, code: 'notFound' })
    expect(await ask({ ...switched, tenantId: open.tenantId }, open.participantId)).toMatchObject({ ok: false })
  })
})
