import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHouse, type TestHouse } from '../../test-kit.ts'
import { openSite, type Site } from './test-site.ts'

let house: TestHouse
let site: Site

beforeAll(async () => {
  house = await createHouse()
  site = await openSite(house, { demo: false })
})
afterAll(async () => {
  await site.close()
  await house.close()
})

const ROUTES = [
  '/aanmelden',
  '/aanmelden/code',
  '/aanmelden/code/invullen',
  '/aanmelden/tweede-stap',
  '/aanmelden/wachtwoord-vergeten',
  '/aanmelden/nieuw-wachtwoord',
  '/account/tweede-factor',
  '/account/wissel',
  '/afmelden',
]
const VALUES = [
  '',
  ' ',
  '\0',
  'a\0@b.test',
  '@',
  'x'.repeat(5_000),
  "' or 1=1 --",
  '%s%n',
  '<script>',
  '💥@b.test',
  '\u202e@b.test',
  '000000',
]

test.each(ROUTES)('%s answers whatever is typed without breaking', async path => {
  for (const value of VALUES) {
    const browser = site.browser()
    browser.cookies.set('opstap_code_for', Buffer.from(value).toString('base64url'))
    browser.cookies.set('opstap.two_factor', encodeURIComponent(value))
    const fields = { email: value, password: value, code: value, sleutel: value, membership: value, terug: value }
    const { status } = await browser.post(path, fields, { from: '/open' })
    expect(status, `${path} ${JSON.stringify(value.slice(0, 20))}`).toBeLessThan(500)
  }
})

test('broken cookies are no session and no failure', async () => {
  for (const value of ['', '%', '%ff', '%00', '.', 'a.b', '{"a":1}', '%22%3B', 'x'.repeat(3_000)]) {
    const cookie = `opstap.session_token=${value}; opstap_visitor=${value}; opstap.two_factor=${value}; opstap_notice=${value}`
    const answer = await site.browser().get('/vandaag', { cookie })
    expect(answer, value).toMatchObject({ status: 303 })
    expect((await site.browser().get('/account/tweede-factor', { cookie })).status).toBe(303)
  }
})
