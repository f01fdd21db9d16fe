import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId, type TenantId } from '#kernel'
import { hashToken } from '#platform'
import { totp } from '#platform/test-kit'
import { createHouse, type TestHouse } from '../../test-kit.ts'
import { openSite, PASSWORD, type Site } from './test-site.ts'

let house: TestHouse
let site: Site
let strict: Site
let tenantId: TenantId

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  site = await openSite(house, { demo: true })
  strict = await openSite(house, { demo: false })
})
afterAll(async () => {
  await Promise.all([site.close(), strict.close()])
  await house.close()
})

const aCoach = async () => {
  const coach = await house.member(tenantId, 'coach', { organisationId: await house.organisation(tenantId) })
  await site.withPassword(coach.userId)
  return coach
}

describe('second factor', () => {
  test('a colleague sets it up first, nothing else opens before; after that each code works once', async () => {
    const coach = await aCoach()
    const browser = strict.browser()
    expect(await browser.post('/aanmelden', { email: coach.email, password: PASSWORD, terug: '/vandaag' })).toMatchObject({
      status: 303,
      to: '/account/tweede-factor?terug=%2Fvandaag',
    })
    expect(await browser.get('/vandaag')).toMatchObject({ status: 303 })
    expect((await browser.get('/api/v1/who-am-i')).status).toBe(401)
    const shown = await browser.get('/account/tweede-factor')
    const key = (/<code dir="ltr">([A-Z2-7 ]+)</.exec(shown.body)?.[1] ?? '').replaceAll(' ', '')
    expect(shown.body).toContain('<svg role="img" aria-label="QR-code voor de app"')
    const wrong = await browser.post('/account/tweede-factor', { code: '000000' })
    expect(wrong.status).toBe(400)
    expect(wrong.body).toContain('Deze code klopt niet')
    expect(await browser.post('/account/tweede-factor', { code: totp(key), terug: '/vandaag' })).toMatchObject({
      status: 303,
      to: '/vandaag',
    })
    expect((await browser.get('/vandaag')).body).toContain('binnen als coach')
    expect(await browser.get('/account/tweede-factor')).toMatchObject({ status: 303, to: '/' })

    const later = strict.browser()
    expect(await later.post('/aanmelden', { email: coach.email, password: PASSWORD })).toMatchObject({
      to: '/aanmelden/tweede-stap',
    })
    expect(await later.get('/vandaag')).toMatchObject({ status: 303 })
    expect((await later.post('/aanmelden/tweede-stap', { code: totp(key) })).status).toBe(400)
    await house.owner.query('delete from auth.used_code')
    expect(await later.post('/aanmelden/tweede-stap', { code: totp(key) })).toMatchObject({ status: 303, to: '/' })
    expect((await later.get('/vandaag')).body).toContain('binnen als coach')
  })

  test('in a trial nobody is asked for one', async () => {
    const coach = await aCoach()
    expect(await site.browser().post('/aanmelden', { email: coach.email, password: PASSWORD })).toMatchObject({ to: '/' })
  })
})

describe('the end of a session', () => {
  test('somebody who is disabled sees nothing in the next request', async () => {
    const coach = await aCoach()
    const browser = site.browser()
    await browser.post('/aanmelden', { email: coach.email, password: PASSWORD })
    expect((await browser.get('/vandaag')).body).toContain('binnen')
    await house.owner.query('update auth."user" set disabled_at = now() where id = $1', [coach.userId])
    expect(await browser.get('/vandaag')).toMatchObject({ status: 303, to: '/aanmelden?terug=%2Fvandaag' })
    expect((await browser.get('/api/v1/who-am-i')).status).toBe(401)
    expect((await site.browser().post('/aanmelden', { email: coach.email, password: PASSWORD })).status).toBe(400)
  })

  test('signing out ends the session itself, not only the cookie', async () => {
    const coach = await aCoach()
    const browser = site.browser()
    await browser.post('/aanmelden', { email: coach.email, password: PASSWORD })
    const kept = browser.cookies.get('opstap.session_token') ?? ''
    expect(await browser.post('/afmelden', {}, { from: '/vandaag' })).toMatchObject({ status: 303, to: '/aanmelden' })
    expect(browser.cookies.has('opstap.session_token')).toBe(false)
    browser.cookies.set('opstap.session_token', kept)
    expect(await browser.get('/vandaag')).toMatchObject({ status: 303 })
  })
})

describe('bearer token', () => {
  test('opens the API for its member until it ends; as a cookie it is nothing', async () => {
    const coach = await aCoach()
    const token = `opstap_${'k'.repeat(43)}`
    await house.owner.query(
      `insert into auth.api_token (id, token, tenant_id, membership_id, name, expires_at) values ($1, $2, $3, $4, 'test', now() + interval '1 hour')`,
      [newId(), hashToken(token), tenantId, coach.membershipId],
    )
    const browser = site.browser()
    const answer = await browser.get('/api/v1/who-am-i', { authorization: `Bearer ${token}` })
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual({ role: 'coach' })
    expect((await browser.get('/api/v1/who-am-i', { authorization: `Bearer ${token}x` })).status).toBe(401)
    expect((await browser.get('/api/v1/who-am-i', { cookie: `opstap.session_token=${token}` })).status).toBe(401)
    await house.owner.query(`update auth.api_token set expires_at = now() - interval '1 second'`)
    expect((await browser.get('/api/v1/who-am-i', { authorization: `Bearer ${token}` })).status).toBe(401)
  })
})

describe('somebody with two places', () => {
  test('chooses for which one to work, and cannot choose somebody else', async () => {
    const [coach, other] = [await aCoach(), await aCoach()]
    const second = newId()
    await house.owner.query(
      `insert into membership (tenant_id, id, user_id, role, name) values ($1, $2, $3, 'beheer', 'Dezelfde')`,
      [tenantId, second, coach.userId],
    )
    const browser = site.browser()
    await browser.post('/aanmelden', { email: coach.email, password: PASSWORD })
    expect((await browser.get('/vandaag')).body).toContain('binnen als coach')
    expect((await browser.post('/account/wissel', { membership: other.membershipId }, { from: '/vandaag' })).status).toBe(404)
    expect((await browser.post('/account/wissel', { membership: 'x' }, { from: '/vandaag' })).status).toBe(404)
    expect(await browser.post('/account/wissel', { membership: second }, { from: '/vandaag' })).toMatchObject({
      status: 303,
      to: '/',
    })
    expect((await browser.get('/vandaag')).body).toContain('binnen als beheer')
  })
})
