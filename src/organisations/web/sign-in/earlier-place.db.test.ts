import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId, type OrganisationId, type ParticipantId, type TenantId } from '#kernel'
import { aParticipant, reaching } from '#people/test-kit'
import { type Actor, paperCodes } from '#platform'
import { inviteParticipant, invitePaper } from '#sharing'
import { addMember, askOwnAddress, confirmOwnAddress, disableMember, enableMember } from '../../index.ts'
import { createHouse, type TestHouse } from '../../test-kit.ts'
import { type Browser, openSite, type Site } from './test-site.ts'

/** Whoever made a place in somebody's name, and came in there, must not come into the place that the real person gets later. */
let house: TestHouse
let tenantId: TenantId
let brug: OrganisationId
let coach: Actor
let other: Actor
let admin: Actor
let site: Site
let next = 20_000_000

const aNumber = (): string => `+316${(next += 1)}`
const anAddress = (): string => `${newId()}@post.example`

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  brug = await house.organisation(tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: brug })
  other = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId, 'welfare', 'Verder') })
  admin = await house.member(tenantId, 'beheer')
  site = await openSite(house, { demo: false })
}, 60_000)
afterAll(async () => {
  await site.close()
  await house.close()
})

const aPerson = async (by: Actor): Promise<ParticipantId> => {
  const id = await aParticipant(house, tenantId, { birthDate: '1990-05-14' as never })
  await reaching(house, tenantId, id, by)
  return id
}
const lettersTo = async (recipient: string): Promise<readonly string[]> => {
  await site.runJobs()
  const { rows } = await house.owner.query<{ words: string }>(
    'select words from auth.mail_message where recipient = $1 order by created_at desc, id desc',
    [recipient],
  )
  return rows.map(row => row.words)
}
const codeFor = async (recipient: string): Promise<string> => /\b\d{6}\b/.exec((await lettersTo(recipient))[0] ?? '')?.[0] ?? ''
const isIn = async (browser: Browser): Promise<boolean> => (await browser.get('/vandaag')).body.includes('binnen als')
const signIn = async (address: string): Promise<Browser> => {
  const browser = site.browser()
  await browser.post('/aanmelden/code', { email: address })
  await browser.post('/aanmelden/code/invullen', { code: await codeFor(address) })
  return browser
}

/** The coach invites with somebody's address or number, enters by letter and adds an own way in. */
const taken = async (with_: { email?: string; phone?: string }, added: string): Promise<Browser> => {
  const participantId = await aPerson(coach)
  expect(await house.runner.run(inviteParticipant, coach, { participantId, ...with_ })).toMatchObject({ ok: true })
  const letter = await house.runner.run(invitePaper, coach, { participantId })
  if (!letter.ok) throw new Error(letter.code)
  const browser = site.browser()
  await browser.post('/welkom', { code: paperCodes().codeOf(letter.value.invitationId), day: '14', month: '5' })
  await browser.post('/account/inloggen', { address: added })
  await browser.post('/account/inloggen/code', { code: await codeFor(added) })
  expect(await isIn(browser)).toBe(true)
  expect(await isIn(await signIn(added))).toBe(true)
  return browser
}

describe('given an account that held a participant only, with an own number that somebody else added', () => {
  test('when the address gets a place as colleague, then number and sessions open nothing any more, and the mail tells it', async () => {
    const [email, number] = [anAddress(), aNumber()]
    const browser = await taken({ email }, number)
    const asked = site.browser()
    await asked.post('/aanmelden/code', { email: number })
    const code = await codeFor(number)
    const colleague = { name: 'Vera', email, role: 'coach', organisationId: brug }
    expect(await house.runner.run(addMember, admin, colleague)).toMatchObject({ ok: true })
    expect(await isIn(browser)).toBe(false)
    expect((await asked.post('/aanmelden/code/invullen', { code })).status).toBe(400)
    expect(await isIn(await signIn(number))).toBe(false)
    expect((await lettersTo(email))[0]).toContain('overal uitgelogd')
  })

  test('when the address gets a second dossier, then only the mail address opens it', async () => {
    const [email, number] = [anAddress(), aNumber()]
    const browser = await taken({ email }, number)
    const asked = site.browser()
    await asked.post('/aanmelden/code', { email: number })
    const code = await codeFor(number)
    const participantId = await aPerson(other)
    expect(await house.runner.run(inviteParticipant, other, { participantId, email })).toMatchObject({ ok: true })
    expect((await lettersTo(email))[0]).toContain('overal uitgelogd')
    expect(await isIn(browser)).toBe(false)
    expect(await isIn(await signIn(number))).toBe(false)
    // A code that went to the number before is worth nothing at the address either.
    const byMail = site.browser()
    await byMail.post('/aanmelden/code', { email: anAddress() })
    byMail.cookies.set('opstap_code_for', asked.cookies.get('opstap_code_for') ?? '')
    expect((await byMail.post('/aanmelden/code/invullen', { code })).status).toBe(400)
    expect(
      await site.auth.withCode({ cookies: undefined, address: '::1', userAgent: undefined, token: undefined }, email, code),
    ).toEqual({ kind: 'refused' })
    expect(await isIn(await signIn(email))).toBe(true)
  })

  test('when the number gets a second dossier, then the mail address that was added opens nothing', async () => {
    const [number, email] = [aNumber(), anAddress()]
    const browser = await taken({ phone: number }, email)
    const participantId = await aPerson(other)
    expect(await house.runner.run(inviteParticipant, other, { participantId, phone: number })).toMatchObject({ ok: true })
    expect((await lettersTo(number))[0]).toContain('overal uitgelogd')
    expect(await isIn(browser)).toBe(false)
    expect(await isIn(await signIn(email))).toBe(false)
    expect(await isIn(await signIn(number))).toBe(true)
  })

  test('when it is refused because the place is there already, then nothing is dropped', async () => {
    const [email, number] = [anAddress(), aNumber()]
    const browser = await taken({ email }, number)
    const { rows } = await house.owner.query<{ participant_id: ParticipantId }>(
      'select m.participant_id from membership m join auth."user" u on u.id = m.user_id where u.email = $1',
      [email],
    )
    const participantId = rows[0]?.participant_id
    expect(await house.runner.run(inviteParticipant, coach, { participantId, email })).toMatchObject({ ok: false })
    expect(await isIn(browser)).toBe(true)
  })
})

test('given a new address, then its letter speaks of nothing that was taken away', async () => {
  const email = anAddress()
  const participantId = await aPerson(coach)
  await house.runner.run(inviteParticipant, coach, { participantId, email })
  expect((await lettersTo(email))[0]).not.toContain('uitgelogd')
})

test('given a colleague who was disabled and has a dossier, when enabled again, then the number of that time opens nothing', async () => {
  const email = anAddress()
  const added = await house.runner.run(addMember, admin, { name: 'Vera', email, role: 'coach', organisationId: brug })
  if (!added.ok) throw new Error(added.code)
  const { memberId } = added.value
  await house.runner.run(disableMember, admin, { memberId, version: 1 })
  const participantId = await aPerson(coach)
  await house.runner.run(inviteParticipant, coach, { participantId, email })
  const browser = await signIn(email)
  // From before such an account could choose none.
  await house.owner.query('update auth."user" set phone = $1 where email = $2', [aNumber(), email])
  expect(await house.runner.run(enableMember, admin, { memberId, version: 2 })).toMatchObject({ ok: true })
  expect(await isIn(browser)).toBe(false)
  const { rows } = await house.owner.query('select phone from auth."user" where email = $1', [email])
  expect(rows).toEqual([{ phone: null }])
})

test.each(['mail', 'number'])(
  'given a colleague who was disabled and has a dossier, when choosing an own %s there, then it is refused',
  async kind => {
    const email = anAddress()
    const added = await house.runner.run(addMember, admin, { name: 'Vera', email, role: 'coach', organisationId: brug })
    if (!added.ok) throw new Error(added.code)
    await house.runner.run(disableMember, admin, { memberId: added.value.memberId, version: 1 })
    await house.runner.run(inviteParticipant, coach, { participantId: await aPerson(coach), email })
    const browser = await signIn(email)
    const mine = kind === 'mail' ? anAddress() : aNumber()
    expect((await browser.post('/account/inloggen', { address: mine })).body).toContain('Vraag je beheerder')
    expect(await codeFor(mine)).toBe('')
  },
)

test('given a colleague who also has an own dossier, when choosing an own address there, then it is refused: it signs in at work too', async () => {
  const self = await house.member(tenantId, 'participant', { participantId: await aPerson(coach) })
  await house.owner.query(
    `insert into membership (tenant_id, id, user_id, role, name) values ($1, gen_random_uuid(), $2, 'beleid', 'Vera')`,
    [tenantId, self.userId],
  )
  expect(await house.runner.run(askOwnAddress, self, { address: anAddress() })).toMatchObject({
    ok: false,
    code: 'invalidInput',
    details: { reason: 'alsoWorks' },
  })
  expect(await house.runner.run(confirmOwnAddress, self, { code: '123456' })).toMatchObject({ ok: true, value: { right: false } })
})
