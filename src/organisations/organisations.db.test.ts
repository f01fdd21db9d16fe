import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MembershipId, OrganisationId, TenantId, UserId } from '#kernel'
import { type Actor, command, hashToken, type SystemActor } from '#platform'
import { z } from 'zod'
import {
  addMember,
  addOrganisation,
  createAccount,
  createApiToken,
  disableMember,
  EmailAddress,
  enableMember,
  listMembers,
  listMembersOf,
  listOrganisations,
  listOwnPlaces,
  resetSecondFactor,
  setUpMunicipality,
} from './index.ts'
import { createHouse, type TestHouse } from './test-kit.ts'
import { aParticipant } from '#people/test-kit'
import { dbOn, Work } from '#platform'
import { maySetUp } from './access.ts'

let house: TestHouse
let tenantId: TenantId
let brug: OrganisationId
let admin: Actor
let n = 0

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  brug = await house.organisation(tenantId)
  admin = await house.member(tenantId, 'beheer')
})
afterAll(() => house.close())

const colleague = () => {
  n += 1
  return { name: `Anna de Wit ${n}`, email: `anna${n}@brug.test`, role: 'coach', organisationId: brug } as const
}
const added = async (): Promise<MembershipId> => {
  const answer = await house.runner.run(addMember, admin, colleague())
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.memberId
}
const userOf = async (memberId: MembershipId): Promise<UserId> =>
  (await house.owner.query<{ user_id: UserId }>('select user_id from membership where id = $1', [memberId])).rows[0]
    ?.user_id as UserId
const jobs = async (): Promise<readonly { readonly to: string; readonly text: string }[]> => {
  const rows = await house.owner.query<{ payload: { to: string; text: string } }>(
    'select payload from graphile_worker._private_jobs order by id',
  )
  return rows.rows.map(row => row.payload)
}

test('an administrator adds a colleague, who gets a mail; the same place twice is refused', async () => {
  const input = colleague()
  const answer = await house.runner.run(addMember, admin, { ...input, email: ` ${input.email.toUpperCase()} ` })
  expect(answer.ok).toBe(true)
  const mail = (await jobs()).find(job => job.to === input.email)
  expect(mail?.text).toContain('{{origin}}/aanmelden/wachtwoord-vergeten')
  expect(await house.runner.run(addMember, admin, input)).toMatchObject({ ok: false, code: 'duplicate', field: 'email' })
  const listed = await house.runner.run(listMembers, admin, {})
  expect(listed).toMatchObject({ ok: true })
  expect(listed.ok && listed.value.members.filter(member => member.email === input.email)).toMatchObject([
    { name: input.name, role: 'coach', organisationName: 'De Brug Welzijn', active: true, version: 1 },
  ])
})

test('a coach without organisation, an organisation of another municipality and a participant role are refused', async () => {
  const elsewhere = await house.organisation(await house.municipality('Anders'))
  expect(await house.runner.run(addMember, admin, { ...colleague(), organisationId: undefined })).toMatchObject({
    field: 'organisationId',
  })
  expect(await house.runner.run(addMember, admin, { ...colleague(), organisationId: elsewhere })).toMatchObject({
    field: 'organisationId',
  })
  expect(await house.runner.run(addMember, admin, { ...colleague(), role: 'participant' })).toMatchObject({ field: 'role' })
  expect(await house.runner.run(addMember, admin, { ...colleague(), email: 'geen adres' })).toMatchObject({ field: 'email' })
})

test('a participant who becomes a colleague signs in anew: a session without second factor does not grow along', async () => {
  const participantId = await aParticipant(house, tenantId)
  const participant = await house.member(tenantId, 'participant', { participantId })
  const input = { ...colleague(), email: participant.email }
  expect(await house.runner.run(addMember, admin, input)).toMatchObject({ ok: true })
  expect((await house.owner.query('select from auth.session where user_id = $1', [participant.userId])).rowCount).toBe(0)
  expect(await house.runner.run(listOwnPlaces, participant, {})).toEqual({ ok: false, code: 'notSignedIn' })
})

test('a colleague who gets one more place to work stays signed in', async () => {
  const coach = await house.member(tenantId, 'coach', { organisationId: brug })
  const input = { ...colleague(), email: coach.email, role: 'workcoach' }
  expect(await house.runner.run(addMember, admin, input)).toMatchObject({ ok: true })
  expect(await house.runner.run(listOwnPlaces, coach, {})).toMatchObject({ ok: true })
})

test('who is no administrator does and sees nothing of this', async () => {
  const coach = await house.member(tenantId, 'coach', { organisationId: brug })
  const memberId = await added()
  const refused = { ok: false, code: 'notFound' }
  expect(await house.runner.run(addMember, coach, colleague())).toEqual(refused)
  expect(await house.runner.run(listMembers, coach, {})).toEqual(refused)
  expect(await house.runner.run(disableMember, coach, { memberId, version: 1 })).toEqual(refused)
  expect(await house.runner.run(resetSecondFactor, coach, { memberId })).toEqual(refused)
  expect(await house.runner.run(setUpMunicipality, admin, { name: 'Nepstad' })).toEqual(refused)
  const other = await house.member(await house.municipality('Anders'), 'beheer')
  expect(await house.runner.run(disableMember, other, { memberId, version: 1 })).toEqual(refused)
})

test('disabling ends all sessions at once and tells every process; enabling takes it back', async () => {
  const memberId = await added()
  const userId = await userOf(memberId)
  const token = 'een-token-van-anna-de-wit-123456'
  await house.owner.query(
    `insert into auth.session (id, token, user_id, expires_at) values (gen_random_uuid(), $1, $2, now() + interval '1 hour')`,
    [hashToken(token), userId],
  )
  const anna = (await house.actors.find(token)) as Actor
  expect(await house.runner.run(listOwnPlaces, anna, {})).toMatchObject({
    ok: true,
    value: { places: [{ current: true, role: 'coach' }] },
  })
  expect(await house.runner.run(disableMember, admin, { memberId, version: 1 })).toEqual({
    ok: true,
    value: { memberId, version: 2 },
  })
  // The cached actor is of no use: the gate asks the database.
  expect(await house.runner.run(listOwnPlaces, anna, {})).toEqual({ ok: false, code: 'notSignedIn' })
  expect((await house.owner.query('select from auth.session where user_id = $1', [userId])).rowCount).toBe(0)
  expect(await house.runner.run(disableMember, admin, { memberId, version: 2 })).toMatchObject({ code: 'alreadyDone' })
  expect(await house.runner.run(enableMember, admin, { memberId, version: 1 })).toMatchObject({ code: 'versionConflict' })
  expect(await house.runner.run(enableMember, admin, { memberId, version: 2 })).toMatchObject({ ok: true, value: { version: 3 } })
  const user = await house.owner.query('select disabled_at from auth."user" where id = $1', [userId])
  expect(user.rows).toEqual([{ disabled_at: null }])
})

test('somebody who works elsewhere too loses this place and keeps the other', async () => {
  const memberId = await added()
  const userId = await userOf(memberId)
  const other = await house.municipality('Anders')
  await house.owner.query('insert into auth.works_in (user_id, tenant_id) values ($1, $2)', [userId, other])
  await house.owner.query(
    `insert into membership (tenant_id, id, user_id, role, name) values ($1, gen_random_uuid(), $2, 'beleid', 'Anna')`,
    [other, userId],
  )
  expect(await house.runner.run(resetSecondFactor, admin, { memberId })).toMatchObject({
    code: 'notPossibleNow',
    details: { state: 'elsewhere' },
  })
  expect(await house.runner.run(disableMember, admin, { memberId, version: 1 })).toMatchObject({ ok: true })
  const user = await house.owner.query('select disabled_at from auth."user" where id = $1', [userId])
  expect(user.rows).toEqual([{ disabled_at: null }])
  const left = await house.owner.query('select tenant_id from auth.memberships_of($1)', [userId])
  expect(left.rows).toEqual([{ tenant_id: other }])
})

test('nobody disables themselves', async () => {
  expect(await house.runner.run(disableMember, admin, { memberId: admin.membershipId, version: 1 })).toMatchObject({
    code: 'notPossibleNow',
    details: { state: 'self' },
  })
})

test('a lost phone: the second factor and the sessions are gone', async () => {
  const memberId = await added()
  const userId = await userOf(memberId)
  await house.owner.query(
    `insert into auth.two_factor (id, user_id, secret, backup_codes) values (gen_random_uuid(), $1, 'x', 'x')`,
    [userId],
  )
  await house.owner.query('update auth."user" set two_factor_enabled = true where id = $1', [userId])
  expect(await house.runner.run(resetSecondFactor, admin, { memberId })).toMatchObject({ ok: true })
  const user = await house.owner.query(
    'select two_factor_enabled, (select count(*)::int from auth.two_factor t where t.user_id = u.id) as factors from auth."user" u where id = $1',
    [userId],
  )
  expect(user.rows).toEqual([{ two_factor_enabled: false, factors: 0 }])
})

test('organisations are added once by name, and read by every colleague but no participant', async () => {
  expect(
    await house.runner.run(addOrganisation, admin, { name: 'Samen  Verder', kind: 'welfare', email: 'info@samen.test' }),
  ).toMatchObject({ ok: true })
  expect(await house.runner.run(addOrganisation, admin, { name: 'sámen verder', kind: 'welfare' })).toMatchObject({
    code: 'duplicate',
    field: 'name',
  })
  const coach = await house.member(tenantId, 'coach', { organisationId: brug })
  const read = await house.runner.run(listOrganisations, coach, {})
  expect(read.ok && read.value.organisations.map(one => one.name)).toEqual(['De Brug Welzijn', 'Samen Verder'])
  const deelnemer = await house.member(tenantId, 'participant', { participantId: await aParticipant(house, tenantId) })
  expect(await house.runner.run(listOrganisations, deelnemer, {})).toMatchObject({ code: 'notFound' })
})

test('the door names the active members of an organisation', async () => {
  const mine = await house.organisation(tenantId, 'welfare', 'Eigen Kracht')
  const other = await house.runner.run(addMember, admin, { ...colleague(), organisationId: mine })
  const work = new Work(await house.pool.connect())
  await work.send('begin')
  await work.send(`select set_config('app.tenant', $1, true)`, [tenantId])
  const members = await listMembersOf(dbOn(work), tenantId, mine)
  await work.send('rollback')
  await work.release()
  expect(members.map(member => member.id)).toEqual([other.ok && other.value.memberId])
})

test('from the command line: a municipality, its first administrator and a token of which only the hash is kept', async () => {
  const fresh = '01a00000-0000-7000-8000-00000000aaaa' as TenantId
  const cli: SystemActor = { role: 'system', tenantId: fresh, name: 'command line' }
  expect(await house.runner.run(setUpMunicipality, cli, { name: 'Oost Veenrijk' })).toEqual({
    ok: true,
    value: { slug: 'oost-veenrijk' },
  })
  const made = await house.runner.run(addMember, cli, { name: 'Bea', email: 'bea@oost.test', role: 'beheer' })
  expect(made.ok).toBe(true)
  const memberId = made.ok ? made.value.memberId : ('' as MembershipId)
  const token = `opstap_${'q'.repeat(43)}`
  expect(
    await house.runner.run(createApiToken, cli, { memberId, tokenHash: hashToken(token), name: 'koppeling', days: 1 }),
  ).toMatchObject({ ok: true })
  expect(await house.actors.find(token)).toMatchObject({ email: 'bea@oost.test', role: 'beheer', via: 'token', tenantId: fresh })
  expect(await house.runner.run(createApiToken, cli, { memberId, tokenHash: token, name: 'koppeling' })).toMatchObject({
    code: 'invalidInput',
  })
})

test('another module lets a participant sign in: an account, a place bound to the dossier, and a letter', async () => {
  const participantId = await aParticipant(house, tenantId)
  const invite = command({
    name: 'test.invite',
    summary: 'Invites',
    input: z.object({}),
    output: z.object({ membershipId: z.string() }),
    access: maySetUp,
    run: async context => {
      const made = await createAccount(context, {
        name: 'Selam',
        email: EmailAddress.parse('selam@post.test'),
        role: 'participant',
        participantId,
        language: 'en',
        letter: true,
      })
      return made
    },
  })
  const system: SystemActor = { role: 'system', tenantId, name: 'test' }
  expect(await house.runner.run(invite, system, {})).toMatchObject({ ok: true })
  expect((await jobs()).find(job => job.to === 'selam@post.test')?.text).toContain('You need no password')
  const rows = await house.owner.query('select role, participant_id from membership where participant_id = $1', [participantId])
  expect(rows.rows).toEqual([{ role: 'participant', participant_id: participantId }])
})
