import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TenantId } from '#kernel'
import { createHouse, type TestHouse } from '../../test-kit.ts'
import { openSite, PASSWORD, type Site } from '../sign-in/test-site.ts'

let house: TestHouse
let site: Site
let tenantId: TenantId

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  await house.organisation(tenantId)
  site = await openSite(house, { demo: true })
})
afterAll(async () => {
  await site.close()
  await house.close()
})

const signedIn = async (role: 'beheer' | 'coach') => {
  const member = await house.member(tenantId, role, { name: `Iemand van ${role}` })
  await site.withPassword(member.userId)
  const browser = site.browser()
  await browser.post('/aanmelden', { email: member.email, password: PASSWORD })
  return browser
}

test('an administrator adds a colleague, switches the account off, and takes that back', async () => {
  const browser = await signedIn('beheer')
  const typed = { name: 'Kees <b>Klaver</b>', email: 'kees@brug.test', role: 'coach' }
  const refused = await browser.post('/beheer/medewerkers', typed)
  expect(refused.status).toBe(400)
  expect(refused.body).toContain('Kies voor deze rol een organisatie')
  expect(refused.body).toContain('value="kees@brug.test"')

  expect(await browser.post('/beheer/medewerkers', { ...typed, role: 'beleid' })).toMatchObject({
    status: 303,
    to: '/beheer/medewerkers',
  })
  const listed = await browser.get('/beheer/medewerkers')
  expect(listed.body).toContain('Het account is gemaakt')
  expect(listed.body).toContain('Kees &lt;b&gt;Klaver&lt;/b&gt;')
  const row = listed.body.slice(listed.body.indexOf('Kees &lt;b&gt;'))
  const action = /action="(\/beheer\/medewerkers\/[\w-]+\/uitzetten)"/.exec(row)?.[1] ?? ''
  expect((await browser.post(action, { version: '9' }, { from: '/beheer/medewerkers' })).status).toBe(409)
  expect((await browser.post(action, { version: '1' }, { from: '/beheer/medewerkers' })).status).toBe(303)
  const off = await browser.get('/beheer/medewerkers')
  expect(off.body).toContain('Het account staat uit.')
  const undo = action.replace('uitzetten', 'aanzetten')
  expect(off.body).toContain(`action="${undo}"`)
  expect((await browser.post(undo, { version: '2' }, { from: '/beheer/medewerkers' })).status).toBe(303)
  expect((await browser.get('/beheer/medewerkers')).body).toContain('Het account staat aan.')
})

test('a coach gets the same answer as for a page that does not exist', async () => {
  const browser = await signedIn('coach')
  expect(await browser.get('/beheer/medewerkers')).toMatchObject({ status: 404, body: 'fout: notFound' })
  expect(await browser.post('/beheer/organisaties', { name: 'x' }, { from: '/vandaag' })).toMatchObject({ status: 404 })
})

test('in English the page has its own words', async () => {
  const browser = await signedIn('beheer')
  expect((await browser.get('/beheer/medewerkers?lang=en')).body).toContain('Who has an account in this municipality')
})
