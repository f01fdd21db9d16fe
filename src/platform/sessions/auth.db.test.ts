import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId, type TenantId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { systemClock } from '../clock.ts'
import { aParticipant } from '#people/test-kit'
import type { MailMessage } from '../mail/mailer.ts'
import type { TextMessage } from '../sms/texter.ts'
import { hashToken } from './actors.ts'
import { totp } from './test-totp.ts'
import { type Auth, createAuth, type Visitor } from './auth.ts'

let house: TestHouse
let tenantId: TenantId
const sent: MailMessage[] = []
const texted: TextMessage[] = []
const nobody: Visitor = { cookies: undefined, address: '192.0.2.1', userAgent: 'test', token: undefined }
const PASSWORD = 'paarse-fietsbel-17'

const authFor = (demo: boolean, origin = 'http://127.0.0.1:3000'): Auth =>
  createAuth({
    pool: house.pool,
    secret: 'x'.repeat(40),
    mail: { send: async message => void sent.push(message) },
    sms: { send: async message => void texted.push(message) },
    demo,
    clock: systemClock,
    origin,
  })

const aMember = async (role: 'coach'): Promise<{ email: string; userId: string }> => {
  const member = await house.member(tenantId, role, { organisationId: await house.organisation(tenantId) })
  await house.owner.query(
    `insert into auth.account (id, account_id, provider_id, user_id, password) values ($1, $2, 'credential', $3, $4)`,
    [newId(), member.userId, member.userId, await hashPassword(PASSWORD)],
  )
  return { email: member.email, userId: member.userId }
}

const cookieOf = (lines: readonly string[]): string => lines.map(line => line.split(';')[0]).join('; ')
const cookiesOf = (lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    lines.map(line => {
      const [pair = ''] = line.split(';')
      return [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.slice(pair.indexOf('=') + 1))]
    }),
  )
const came = (auth: Auth, lines: readonly string[]): Visitor => ({
  ...nobody,
  cookies: cookieOf(lines),
  token: auth.tokenOf({ headers: {}, cookies: cookiesOf(lines) })?.token,
})

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
})
afterAll(() => house.close())

test('a right password gives a signed cookie whose token is known by its hash only', async () => {
  const auth = authFor(true)
  const { email, userId } = await aMember('coach')
  const outcome = await auth.withPassword(nobody, email, PASSWORD)
  expect(outcome.kind).toBe('signedIn')
  const cookies = outcome.kind === 'refused' ? [] : outcome.cookies
  const visitor = came(auth, cookies)
  expect(visitor.token).toHaveLength(32)
  const rows = await house.owner.query<{ token: string }>('select token from auth.session where user_id = $1', [userId])
  expect(rows.rows.map(row => row.token)).toContain(hashToken(visitor.token ?? ''))
  expect(rows.rows.map(row => row.token)).not.toContain(visitor.token)
  expect((await house.actors.find(visitor.token ?? ''))?.userId).toBe(userId)
  expect(cookies.find(line => line.startsWith('opstap.session_token='))).toMatch(/HttpOnly.*SameSite=Lax/i)
})

test('a wrong password and an unknown address are refused alike', async () => {
  const auth = authFor(true)
  const { email } = await aMember('coach')
  expect(await auth.withPassword(nobody, email, 'iets-heel-anders')).toEqual({ kind: 'refused' })
  expect(await auth.withPassword(nobody, 'niemand@test.example', PASSWORD)).toEqual({ kind: 'refused' })
  expect(await auth.withPassword(nobody, 'geen adres', PASSWORD)).toEqual({ kind: 'refused' })
})

test('outside a trial a colleague without second factor opens nothing until it is set up, then a code works once', async () => {
  const auth = authFor(false)
  const { email } = await aMember('coach')
  const first = await auth.withPassword(nobody, email, PASSWORD)
  expect(first.kind).toBe('setUpSecondFactor')
  const pending = came(auth, first.kind === 'refused' ? [] : first.cookies)
  expect(await house.actors.find(pending.token ?? '')).toBeUndefined()

  const enrolment = await auth.enrolment(pending)
  expect(enrolment?.backupCodes).toHaveLength(8)
  const key = enrolment?.key ?? ''
  expect(enrolment?.uri).toBe(`otpauth://totp/Opstap:${encodeURIComponent(email)}?secret=${key}&issuer=Opstap&digits=6&period=30`)
  expect(await auth.confirmEnrolment(pending, '000000')).toEqual({ kind: 'refused' })
  const done = await auth.confirmEnrolment(pending, totp(key))
  expect(done.kind).toBe('signedIn')
  const signedIn = came(auth, done.kind === 'refused' ? [] : done.cookies)
  expect(await house.actors.find(signedIn.token ?? '')).toMatchObject({ email })
  expect(await auth.enrolment(signedIn)).toBeUndefined()

  const second = await auth.withPassword(nobody, email, PASSWORD)
  expect(second.kind).toBe('secondFactor')
  const challenged = came(auth, second.kind === 'refused' ? [] : second.cookies)
  expect(challenged.token).toBeUndefined()
  expect(await auth.withSecondFactor(challenged, '123456')).toEqual({ kind: 'refused' })
  // The code that set it up was used.
  expect(await auth.withSecondFactor(challenged, totp(key))).toEqual({ kind: 'refused' })
  const third = await auth.withPassword(nobody, email, PASSWORD)
  const again = came(auth, third.kind === 'refused' ? [] : third.cookies)
  const [backup = ''] = enrolment?.backupCodes ?? []
  expect((await auth.withSecondFactor(again, backup)).kind).toBe('signedIn')
  const fourth = await auth.withPassword(nobody, email, PASSWORD)
  expect(await auth.withSecondFactor(came(auth, fourth.kind === 'refused' ? [] : fourth.cookies), backup)).toEqual({
    kind: 'refused',
  })
})

test('a participant signs in with the code that was mailed, once; a colleague gets no code', async () => {
  const auth = authFor(false)
  const selam = await aParticipant(house, tenantId)
  const { email } = await house.member(tenantId, 'participant', { participantId: selam })
  sent.length = 0
  await auth.sendCode(nobody, email)
  await auth.sendCode(nobody, 'niemand@test.example')
  await auth.sendCode(nobody, (await aMember('coach')).email)
  expect(sent.map(mail => mail.to)).toEqual([email])
  const code = /\b\d{6}\b/.exec(sent[0]?.text ?? '')?.[0] ?? ''
  const stored = await house.owner.query('select value from auth.verification')
  expect(JSON.stringify(stored.rows)).not.toContain(code)
  expect(await auth.withCode(nobody, email, code === '111111' ? '222222' : '111111')).toEqual({ kind: 'refused' })
  const outcome = await auth.withCode(nobody, email, code)
  expect(outcome.kind).toBe('signedIn')
  const { token } = came(auth, outcome.kind === 'refused' ? [] : outcome.cookies)
  expect(await house.actors.find(token ?? '')).toMatchObject({ role: 'participant', participantId: selam })
  expect(await auth.withCode(nobody, email, code)).toEqual({ kind: 'refused' })
})

test('an expired code is refused', async () => {
  const auth = authFor(false)
  const { email } = await house.member(tenantId, 'participant', { participantId: await aParticipant(house, tenantId) })
  sent.length = 0
  await auth.sendCode(nobody, email)
  await house.owner.query(`update auth.verification set expires_at = now() - interval '1 second'`)
  const code = /\b\d{6}\b/.exec(sent[0]?.text ?? '')?.[0] ?? ''
  expect(await auth.withCode(nobody, email, code)).toEqual({ kind: 'refused' })
})

test('a cookie that was changed, signed with another key or without signature is no token', () => {
  const auth = authFor(true)
  const read = (value: string) => auth.tokenOf({ headers: {}, cookies: { 'opstap.session_token': value } })
  expect(read('abcdefghijklmnopqrstuvwxyz012345')).toBeUndefined()
  expect(read('abcdefghijklmnopqrstuvwxyz012345.')).toBeUndefined()
  expect(read(`abcdefghijklmnopqrstuvwxyz012345.${'A'.repeat(43)}=`)).toBeUndefined()
  expect(auth.tokenOf({ headers: { authorization: 'Bearer opstap_abcdefghijklmnop' }, cookies: {} })).toEqual({
    token: 'opstap_abcdefghijklmnop',
    via: 'bearer',
  })
})

test('a new password by mail ends every session and works from then on; the link works once', async () => {
  const auth = authFor(true)
  const { email } = await aMember('coach')
  const before = await auth.withPassword(nobody, email, PASSWORD)
  const old = came(auth, before.kind === 'refused' ? [] : before.cookies)
  sent.length = 0
  await auth.mailNewPassword(nobody, email)
  await auth.mailNewPassword(nobody, 'niemand@test.example')
  expect(sent).toHaveLength(1)
  const key = /sleutel=(\S+)/.exec(sent[0]?.text ?? '')?.[1] ?? ''
  expect(await auth.setNewPassword(nobody, key, 'kort')).toBe(false)
  expect(await auth.setNewPassword(nobody, key, 'nieuw-lang-wachtwoord')).toBe(true)
  expect(await auth.setNewPassword(nobody, key, 'nog-een-wachtwoord-x')).toBe(false)
  house.actors.clear()
  expect(await house.actors.find(old.token ?? '')).toBeUndefined()
  expect((await auth.withPassword(nobody, email, PASSWORD)).kind).toBe('refused')
  expect((await auth.withPassword(nobody, email, 'nieuw-lang-wachtwoord')).kind).toBe('signedIn')
})

test('staff sign in each working day, a participant stays signed in for a month', async () => {
  const auth = authFor(true)
  const coach = await aMember('coach')
  const selam = await house.member(tenantId, 'participant', { participantId: await aParticipant(house, tenantId) })
  await auth.withPassword(nobody, coach.email, PASSWORD)
  sent.length = 0
  await auth.sendCode(nobody, selam.email)
  await auth.withCode(nobody, selam.email, /\b\d{6}\b/.exec(sent[0]?.text ?? '')?.[0] ?? '')
  const hours = async (userId: string): Promise<number> => {
    const row = await house.owner.query<{ hours: number }>(
      'select round(extract(epoch from max(expires_at) - now()) / 3600)::int as hours from auth.session where user_id = $1',
      [userId],
    )
    return row.rows[0]?.hours ?? 0
  }
  expect(await hours(coach.userId)).toBe(12)
  expect(await hours(selam.userId)).toBe(720)
})

test('behind https every cookie is for https only, and is read back under that name', async () => {
  const auth = authFor(true, 'https://opstap.veenrijk.test')
  const { email, userId } = await aMember('coach')
  const outcome = await auth.withPassword(nobody, email, PASSWORD)
  const cookies = outcome.kind === 'refused' ? [] : outcome.cookies
  const session = cookies.find(line => line.startsWith('__Secure-opstap.session_token='))
  expect(session).toMatch(/; Secure/)
  expect(cookies.filter(line => !/; Secure/.test(line))).toEqual([])
  expect((await house.actors.find(came(auth, cookies).token ?? ''))?.userId).toBe(userId)
  const plain = { 'opstap.session_token': cookiesOf(cookies)['__Secure-opstap.session_token'] }
  expect(auth.tokenOf({ headers: {}, cookies: plain })).toBeUndefined()
})
