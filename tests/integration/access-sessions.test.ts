import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addDays,
  type CalendarDay,
  dayIn,
  newId,
  type OrganisationId,
  type ParticipantId,
  type Role,
  type TenantId,
} from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant } from '#people/test-kit'
import { type Actor, hashToken } from '#platform'
import { allUseCases } from '../support/all-use-cases.ts'
import { insertRow } from '../support/dossier-rows.ts'
import { runAny } from '../support/run-named.ts'

/** What changes between two requests counts at the second: nothing that was opened stays open. */
const SLICES = ['name', 'identity', 'contact'] as const
let house: TestHouse
let today: CalendarDay
let tenants: readonly TenantId[]
const organisations: OrganisationId[][] = []

beforeAll(async () => {
  house = await createHouse()
  today = dayIn(new Date())
  tenants = [await house.municipality('Veenrijk'), await house.municipality('Duindorp')]
  for (const tenantId of tenants) organisations.push([await house.organisation(tenantId)])
})
afterAll(() => house.close())

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
