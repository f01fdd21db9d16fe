import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { API_BASE } from '#platform'
import { forms } from '../../src/shell/modules.ts'
import { allUseCases } from '../support/all-use-cases.ts'
import { actorFor, inputFor, requestFor } from '../support/requests.ts'
import { openSite, type Site, whoMay } from '../support/site.ts'
import { createWorld, type World } from '../support/world.ts'

/** Every route that changes something, taken from the lists that serve them: a new one joins by itself. */
let world: World
let site: Site
const changing = allUseCases.filter(useCase => useCase.rest !== undefined && useCase.rest.method !== 'GET')
const FORM = { 'content-type': 'application/x-www-form-urlencoded' } as const

beforeAll(async () => {
  world = await createWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site.stop()
  await world.house.close()
})

/** What another site can make a browser send; the cookie goes along unasked. */
const fromElsewhere = (): readonly (readonly [string, Readonly<Record<string, string>>])[] => [
  ['cross-site by Fetch Metadata', { 'sec-fetch-site': 'cross-site', origin: 'https://kwaad.example' }],
  ['cross-site with our Origin forged', { 'sec-fetch-site': 'cross-site', origin: site.origin }],
  ['a sibling domain', { 'sec-fetch-site': 'same-site', origin: 'https://kwaad.gemeente.example' }],
  ['a foreign Origin', { origin: 'https://kwaad.example' }],
  ['another port', { origin: `${site.origin}0` }],
  ['a sandboxed frame', { origin: 'null' }],
  ['no Origin at all', {}],
  ['a name that looks like ours', { origin: `http://127.0.0.1.kwaad.example:${site.port}` }],
]

/** Rows of everything but the lines about looking: a refused request changes none. */
const fingerprint = async (): Promise<string> => {
  const { rows } = await world.house.owner.query<{ sums: string }>(
    `select string_agg(x.n || ' ' || (xpath('/row/c/text()', query_to_xml(format('select count(*) c from %I', x.n), false, true, '')))[1]::text, ',' order by x.n) as sums
     from (select tablename as n from pg_tables where schemaname = 'public' and tablename not in ('access_list', 'access_line')) x`,
  )
  return rows[0]?.sums ?? ''
}

const formPath = (path: string): string => {
  const ids = world.fixtures.A1 as unknown as Readonly<Record<string, string>>
  return path.replaceAll(
    /:(\w+)/g,
    (_, name: string) => ids[name] ?? ids[name.replace(/Id$/, '')] ?? world.fixtures.A1.house.offer,
  )
}

describe('given a signed-in browser on another site', () => {
  test.each(changing.map(useCase => [useCase.name, useCase] as const))(
    'when it is made to call %s, then nothing happens',
    async (_name, useCase) => {
      const cookie = site.cookieOf(actorFor(world, useCase))
      const { method, path, body, headers } = requestFor(useCase, inputFor(world, useCase))
      const before = await fingerprint()
      for (const [, source] of fromElsewhere()) {
        const answer = await site.ask({ method, path, body, headers: { ...headers, cookie, ...source } })
        expect([answer.status, JSON.parse(answer.text)]).toMatchObject([403, { code: 'foreignRequest' }])
      }
      expect(await fingerprint()).toBe(before)
    },
  )

  test.each(forms.map(form => [form.id, form] as const))(
    'when it is made to post %s, then nothing happens',
    async (_id, form) => {
      const actor = whoMay(world, form.who)
      const path = formPath(form.path)
      const cookie = site.cookieOf(actor)
      const body = `_csrf=${site.formTokenOf(actor)}`
      for (const [, source] of fromElsewhere()) {
        const answer = await site.ask({ method: 'POST', path, body, headers: { ...FORM, cookie, ...source } })
        expect(answer.status).toBe(403)
      }
      const own = { ...FORM, cookie, origin: site.origin, 'sec-fetch-site': 'same-origin' }
      const other = site.formTokenOf(whoMay(world, ['planner']))
      for (const token of ['', '_csrf=', `_csrf=${other}`, `_csrf=${'A'.repeat(43)}`]) {
        const answer = await site.ask({ method: 'POST', path, body: token, headers: own })
        expect(answer.status).toBe(403)
      }
    },
  )

  test.each(['/aanmelden', '/aanmelden/code', '/afmelden', '/aanmelden/wachtwoord-vergeten'])(
    'when it is made to post %s, then it is refused',
    async path => {
      for (const [, source] of fromElsewhere()) {
        const answer = await site.ask({ method: 'POST', path, body: 'email=x@y.example', headers: { ...FORM, ...source } })
        expect([403, 404]).toContain(answer.status)
      }
    },
  )

  test('then no answer lets another site read it, save the description of the API', async () => {
    const cookie = site.cookieOf(whoMay(world, ['coach']))
    for (const path of ['/vandaag', `${API_BASE}/today`, `${API_BASE}/caseload`, '/aanmelden', '/bestaat-niet']) {
      const answer = await site.ask({ method: 'GET', path, headers: { cookie, origin: 'https://kwaad.example' } })
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      expect(answer.headers['x-frame-options']).toBe('DENY')
      expect(answer.headers['content-security-policy']).toContain(`frame-ancestors 'none'`)
    }
  })
})

describe('given an address to come back to after signing in', () => {
  const ELSEWHERE = [
    'https://kwaad.example',
    '//kwaad.example',
    '///kwaad.example',
    '/\\kwaad.example',
    '\\\\kwaad.example',
    '/\t/kwaad.example',
    '/%09/kwaad.example',
    '/%2F/kwaad.example',
    '/.//kwaad.example',
    '/..//kwaad.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'http:kwaad.example',
    '@kwaad.example',
    '/\r\nSet-Cookie: x=y',
    '/%0d%0aSet-Cookie:%20x=y',
    `/${'a'.repeat(600)}`,
    '/\u2028/kwaad.example',
    '/；@kwaad.example',
  ]
  test.each(ELSEWHERE)('when it is %j, then every link and form on the page stays here', async back => {
    const { text, headers } = await site.ask({ method: 'GET', path: `/aanmelden?terug=${encodeURIComponent(back)}` })
    const targets = [...text.matchAll(/(?:href|action)="([^"]*)"/g)].map(match => (match[1] ?? '').replaceAll('&amp;', '&'))
    const outside = targets.filter(
      target => new URL(target, site.origin).origin !== site.origin && !/^(?:tel|mailto):/.test(target),
    )
    expect(outside.filter(target => target.includes('kwaad'))).toEqual([])
    const kept = /name="terug" value="([^"]*)"/.exec(text)?.[1] ?? '/'
    expect(new URL(kept.replaceAll('&amp;', '&'), site.origin).origin).toBe(site.origin)
    expect(kept).not.toMatch(/^\/[/\\]/)
    expect(headers['set-cookie']?.join() ?? '').not.toContain('x=y')
  })

  test('when somebody who is not signed in asks for a page, then the way to the sign-in page is our own', async () => {
    for (const path of ['//kwaad.example/x', '/%0d%0aSet-Cookie:x=y', '/vandaag?terug=//kwaad.example', '/\\kwaad.example']) {
      const answer = await site.ask({ method: 'GET', path })
      const to = answer.headers.location
      if (to !== undefined) expect(new URL(to, site.origin).origin).toBe(site.origin)
      expect(answer.headers['set-cookie']?.join() ?? '').not.toContain('x=y')
    }
  })
})

describe('given cookies that somebody changed', () => {
  const signed = (text: string, signature: string): string =>
    `opstap_notice=${Buffer.from(text).toString('base64url')}.${signature}`
  test.each([
    signed('{"text":"VERVALST"}', 'A'.repeat(43)),
    signed('{"text":"VERVALST"}', ''),
    `${signed('{"text":"VERVALST"}', 'A'.repeat(43))}.x`,
    signed('{"text":"VERVALST","undo":{"action":"https://kwaad.example","label":"x","fields":{}}}', 'B'.repeat(43)),
    'opstap_notice=__proto__.constructor',
  ])('when the notice is %s, then nobody reads it', async cookie => {
    const session = site.cookieOf(whoMay(world, ['coach']))
    const answer = await site.ask({ method: 'GET', path: '/vandaag', headers: { cookie: `${session}; ${cookie}` } })
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain('VERVALST')
    expect(answer.text).not.toContain('kwaad.example')
  })

  test('when the session is signed by somebody else, shortened or another one, then it opens nothing', async () => {
    const coach = whoMay(world, ['coach'])
    const good = site.cookieOf(coach)
    const changed = [
      good.replace(/.$/, letter => (letter === 'A' ? 'B' : 'A')),
      good.slice(0, -5),
      `opstap.session_token=${coach.token}`,
      `opstap.session_token=${coach.token}.`,
      `opstap.session_token=${encodeURIComponent(`${coach.tokenHash}.x`)}`,
    ].map(cookie => cookie.replace(/%3[dD]$/, ''))
    for (const cookie of changed) {
      const answer = await site.ask({ method: 'GET', path: '/vandaag', headers: { cookie } })
      expect(answer.status, cookie.slice(0, 30)).toBe(303)
    }
    expect((await site.ask({ method: 'GET', path: '/vandaag', headers: { cookie: good } })).status).toBe(200)
  })
})
