import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TenantId } from '#kernel'
import { aParticipant } from '#people/test-kit'
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
const aDeelnemer = async () => house.member(tenantId, 'participant', { participantId: await aParticipant(house, tenantId) })
const codeFor = async (email: string): Promise<string> => {
  await site.runJobs()
  const mails = await house.owner.query<{ words: string }>(
    'select words from auth.mail_message where recipient = $1 order by id desc limit 1',
    [email],
  )
  return /\b\d{6}\b/.exec(mails.rows[0]?.words ?? '')?.[0] ?? ''
}

describe('password', () => {
  test('the right one opens the page that was asked for', async () => {
    const coach = await aCoach()
    const browser = site.browser()
    const sent = await browser.get('/vandaag?dag=1')
    expect(sent).toMatchObject({ status: 303, to: '/aanmelden?terug=%2Fvandaag%3Fdag%3D1' })
    expect((await browser.get(sent.to ?? '')).body).toContain('name="terug" value="/vandaag?dag=1"')
    const answer = await browser.post('/aanmelden', { email: coach.email, password: PASSWORD, terug: '/vandaag?dag=1' })
    expect(answer).toMatchObject({ status: 303, to: '/vandaag?dag=1' })
    expect((await browser.get('/vandaag')).body).toContain('binnen als coach')
  })

  test('a wrong password and an unknown address give the same words, and the address stays filled in', async () => {
    const coach = await aCoach()
    const wrong = await site.browser().post('/aanmelden', { email: coach.email, password: 'heel-iets-anders' })
    const unknown = await site.browser().post('/aanmelden', { email: 'niemand@test.example', password: 'heel-iets-anders' })
    expect(wrong.status).toBe(400)
    expect(wrong.body).toContain('horen niet bij elkaar')
    expect(wrong.body).toContain(`value="${coach.email}"`)
    const bare = (body: string): string => body.replace(/value="[^"]*"/g, '')
    expect(bare(unknown.body)).toBe(bare(wrong.body))
  })

  test('ten wrong tries for an account end in "later", also for an account that does not exist', async () => {
    const browser = site.browser()
    const tries = []
    for (let i = 0; i < 12; i += 1)
      tries.push((await browser.post('/aanmelden', { email: 'geraden@test.example', password: `poging ${i}` })).status)
    expect(tries).toEqual([...Array.from({ length: 10 }, () => 400), 429, 429])
  })

  test('an id from before signing in is worth nothing after it', async () => {
    const [attacker, victim] = [site.browser(), site.browser()]
    const [mine, theirs] = [await aCoach(), await aCoach()]
    await attacker.post('/aanmelden', { email: mine.email, password: PASSWORD })
    const planted = attacker.cookies.get('opstap.session_token') ?? ''
    victim.cookies.set('opstap.session_token', planted)
    const answer = await victim.post('/aanmelden', { email: theirs.email, password: PASSWORD }, { from: '/open' })
    expect(answer.status).toBe(303)
    expect(victim.cookies.get('opstap.session_token')).not.toBe(planted)
    expect((await victim.get('/vandaag')).body).toContain('binnen als coach')
    expect(await attacker.get('/vandaag')).toMatchObject({ status: 303, to: '/aanmelden?terug=%2Fvandaag' })
  })

  test.each(['https://evil.test', '//evil.test', '/\\evil.test', '/\t/evil.test', '/.//evil.test'])(
    'a way back to %j leads to the start',
    async terug => {
      const coach = await aCoach()
      const browser = site.browser()
      const shown = await browser.get(`/aanmelden?terug=${encodeURIComponent(terug)}`)
      expect(shown.body).toContain('name="terug" value="/"')
      expect(await browser.post('/aanmelden', { email: coach.email, password: PASSWORD, terug })).toMatchObject({ to: '/' })
    },
  )
})

describe('other sites', () => {
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
  test.each(ROUTES)('%s refuses a post that comes from elsewhere, whatever token it carries', async path => {
    const browser = site.browser()
    for (const headers of [
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect(await browser.post(path, { email: 'x@test.example' }, { from: '/open', headers })).toMatchObject({
        status: 403,
        body: 'fout: forbidden',
      })
  })

  test('without the token of this visitor nothing is tried', async () => {
    const coach = await aCoach()
    const answer = await site.browser().post('/aanmelden', { email: coach.email, password: PASSWORD, _csrf: 'x'.repeat(43) })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('stond te lang open')
    expect(answer.setCookies.join()).not.toContain('session_token')
  })
})

describe('code', () => {
  test('a participant asks for a code, reads it in the mail and signs in on a phone', async () => {
    const { email } = await aDeelnemer()
    const browser = strict.browser()
    const asked = await browser.post('/aanmelden/code', { email, terug: '/mijn' })
    expect(asked).toMatchObject({ status: 303, to: '/aanmelden/code/invullen?terug=%2Fmijn' })
    const entry = await browser.get(asked.to ?? '')
    expect(entry.body).toMatch(/autocomplete="one-time-code"/i)
    expect(entry.body).toMatch(/inputmode="numeric"/i)
    expect(entry.body).not.toContain(email)
    const code = await codeFor(email)
    const spaced = `${code.slice(0, 3)} ${code.slice(3)} `
    expect(await browser.post('/aanmelden/code/invullen', { code: spaced, terug: '/mijn' })).toMatchObject({
      status: 303,
      to: '/mijn',
    })
    expect((await browser.get('/vandaag')).body).toContain('binnen als participant')
  })

  test('a code works once, and not after it expired', async () => {
    const { email } = await aDeelnemer()
    const browser = strict.browser()
    await browser.post('/aanmelden/code', { email })
    const code = await codeFor(email)
    await browser.post('/aanmelden/code/invullen', { code })
    const replay = strict.browser()
    replay.cookies.set('opstap_code_for', browser.cookies.get('opstap_code_for') ?? '')
    const again = await replay.post('/aanmelden/code/invullen', { code })
    expect(again.status).toBe(400)
    expect(again.body).toContain('Deze code klopt niet of werkt niet meer')

    const late = strict.browser()
    await late.post('/aanmelden/code', { email })
    const second = await codeFor(email)
    await house.owner.query(`update auth.verification set expires_at = now() - interval '1 second'`)
    expect((await late.post('/aanmelden/code/invullen', { code: second })).status).toBe(400)
  })

  test('an unknown address, a colleague and a participant are answered alike; only the participant gets mail', async () => {
    const [coach, selam] = [await aCoach(), await aDeelnemer()]
    const answers = []
    for (const email of ['niemand@test.example', coach.email, selam.email]) {
      const { status, to } = await strict.browser().post('/aanmelden/code', { email })
      answers.push({ status, to })
    }
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    await site.runJobs()
    const mails = await house.owner.query('select recipient from auth.mail_message where recipient = any($1)', [
      ['niemand@test.example', coach.email, selam.email],
    ])
    expect(mails.rows).toEqual([{ recipient: selam.email }])
  })

  test('guessing a code ends after a few tries', async () => {
    const { email } = await aDeelnemer()
    const browser = strict.browser()
    await browser.post('/aanmelden/code', { email })
    const code = await codeFor(email)
    for (let i = 0; i < 5; i += 1)
      await browser.post('/aanmelden/code/invullen', { code: code === '000000' ? '000001' : '000000' })
    expect((await browser.post('/aanmelden/code/invullen', { code })).status).toBe(400)
  })

  test('the mail is shown in a trial only', async () => {
    expect((await site.browser().get('/demo/post')).status).toBe(200)
    expect(await strict.browser().get('/demo/post')).toMatchObject({ status: 404, body: 'fout: notFound' })
  })
})
