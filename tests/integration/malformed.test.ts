import http from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { API_BASE } from '#platform'
import { allUseCases } from '../support/all-use-cases.ts'
import { HOSTILE_BODIES, HOSTILE_SEGMENTS, HOSTILE_VALUES, ODD_TEXTS } from '../support/hostile.ts'
import { actorFor, type HostileCase, hostileRequests, inputFor, requestFor, thin } from '../support/requests.ts'
import { type Answer, type Asked, openSite, type Site, whoMay } from '../support/site.ts'
import { unknownFixture } from '../support/access-cells.ts'
import { accessEntries } from '../support/entries/index.ts'
import { createWorld, type World } from '../support/world.ts'
import { forms } from '../../src/shell/modules.ts'

/** More of it with OPSTAP_CORPUS=full; each run has its share of every route. */
const FULL = process.env['OPSTAP_CORPUS'] === 'full'
const EVERY = FULL ? 3 : 20

let world: World
let site: Site
const served = allUseCases.filter(useCase => useCase.rest !== undefined)

beforeAll(async () => {
  world = await createWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site.stop()
  await world.house.close()
})

const bearer = (token: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${token}` })
const asked = ({ headers, ...rest }: Asked, token: string): Promise<Answer> =>
  site.ask({ ...rest, headers: { ...headers, ...bearer(token) } })

let tried = 0
/** What broke, with the first line that the server wrote about it. */
const breaksOf = async (
  cases: readonly HostileCase[],
  send: (each: HostileCase) => Promise<Answer>,
): Promise<readonly string[]> => {
  const broken: string[] = []
  for (const each of cases) {
    const lines = site.log.length
    const answer = await send(each).catch((error: unknown) => ({ status: 599, text: String(error), headers: {} }))
    tried += 1
    if (answer.status >= 500)
      broken.push(`${each.name}: ${answer.status} ${site.log.slice(lines).join(' ').slice(0, 200) || answer.text.slice(0, 200)}`)
  }
  return broken
}

describe('given a request that makes no sense', () => {
  test.each(served.map((useCase, at) => [useCase.name, useCase, at] as const))(
    'when it goes to %s, then it is refused in words and nothing breaks',
    async (_name, useCase, at) => {
      const { token } = actorFor(world, useCase)
      expect(await breaksOf(thin(hostileRequests(world, useCase), EVERY, at), each => asked(each.asked, token))).toEqual([])
    },
    FULL ? 300_000 : 30_000,
  )

  test.each(forms.map((form, at) => [form.id, form, at] as const))(
    'when the form %s is posted with it, then a page says so and nothing breaks',
    async (_id, form, at) => {
      const actor = whoMay(world, form.who)
      const params = world.fixtures.A1 as unknown as Readonly<Record<string, string>>
      const path = (value?: string): string =>
        form.path.replaceAll(/:(\w+)/g, (_, name: string) => value ?? pathValue(params, name))
      const token = `_csrf=${site.formTokenOf(actor)}`
      const names = Object.keys(form.useCase.input.shape)
      const headers = { cookie: site.cookieOf(actor), origin: site.origin, 'content-type': 'application/x-www-form-urlencoded' }
      const values = names.flatMap(name =>
        HOSTILE_VALUES.filter(value => typeof value === 'string' && value.isWellFormed()).map(value => ({
          name: `${form.id}: ${name}`,
          asked: { method: 'POST', path: path(), headers, body: `${token}&${name}=${encodeURIComponent(String(value))}` },
        })),
      )
      const segments = HOSTILE_SEGMENTS.map(text => ({
        name: `${form.id}: address with ${text.slice(0, 20)}`,
        asked: { method: 'POST', path: path(text), headers, body: token },
      }))
      const bodies = HOSTILE_BODIES.map(([name, body, type]) => ({
        name: `${form.id}: body is ${name}`,
        asked: { method: 'POST', path: path(), headers: { ...headers, 'content-type': type ?? headers['content-type'] }, body },
      }))
      const cases = thin([...values, ...segments, ...bodies], EVERY, at)
      expect(await breaksOf(cases, each => site.ask(each.asked))).toEqual([])
    },
    FULL ? 300_000 : 30_000,
  )

  test('then as many cases were tried as promised', () => {
    process.stdout.write(`malformed: ${tried} cases over ${served.length} routes and ${forms.length} forms\n`)
    expect(tried).toBeGreaterThanOrEqual(FULL ? 10_000 : 1_500)
  })
})

const pathValue = (params: Readonly<Record<string, string>>, name: string): string =>
  params[name] ?? params[name.replace(/Id$/, '')] ?? '018f0000-0000-7000-8000-00000000000a'

describe('given headers that make no sense', () => {
  test.each([
    ['referer', 'http://['],
    ['referer', '//'],
    ['cookie', 'opstap.session_token=%E0%A4%A; opstap_notice=..; opstap_lang=__proto__'],
    ['cookie', 'opstap_notice=e30.AAAA; opstap_visitor=x'],
    ['authorization', 'Bearer '],
    ['authorization', `Bearer ${'x'.repeat(8_000)}`],
    ['origin', 'null'],
    ['origin', 'http://['],
    ['idempotency-key', '\u00ff'.repeat(50)],
    ['accept-encoding', 'gzip;q=x, ***'],
    ['accept-language', ';;;'],
    ['host', 'kwaad.example'],
    ['x-forwarded-for', '1.1.1.1, ::'],
  ])('when %s is %s, then no route breaks', async (name, value) => {
    const broken: string[] = []
    for (const path of ['/', '/aanmelden', '/vandaag', '/deelnemers', `${API_BASE}/today`, '/bestaat-niet', '/notitie'])
      for (const method of ['GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE']) {
        const answer = await site.ask({ method, path, headers: { [name]: value } })
        if (answer.status >= 500) broken.push(`${method} ${path}: ${answer.status}`)
      }
    expect(broken).toEqual([])
  })
})

describe('given a text that is odd and right', () => {
  const said = (text: string): string => text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim()
  test.each([
    ['contacts.addNote', 'contacts.listNotes', 'words'],
    ['plans.addWish', 'plans.getPlan', 'words'],
    ['plans.addAgreement', 'plans.getPlan', 'words'],
    ['plans.setPractical', 'plans.getPlan', 'remarks'],
  ])('when %s takes it, then %s reads it back as it was said', async (write, read, field) => {
    const [writer, reader] = [write, read].map(name => served.find(useCase => useCase.name === name))
    if (writer === undefined || reader === undefined) throw new Error('The use cases have other names now')
    const { token } = actorFor(world, writer)
    const altered: string[] = []
    for (const text of ODD_TEXTS) {
      const versions = await world.house.owner.query<{ version: number }>(
        'select version from practical where participant_id = $1',
        [world.fixtures.A1.participantId],
      )
      const version = write === 'plans.setPractical' ? { version: versions.rows[0]?.version } : {}
      const taken = await asked(requestFor(writer, { ...inputFor(world, writer), ...version, [field]: text }), token)
      if (taken.status >= 300) altered.push(`refused with ${taken.status}: ${text.slice(0, 40)} ${taken.text.slice(0, 100)}`)
      const back = await asked(requestFor(reader, inputFor(world, reader)), token)
      if (!back.text.includes(JSON.stringify(said(text)))) altered.push(`not read back: ${text.slice(0, 40)}`)
    }
    expect(altered).toEqual([])
  })
})

describe('given a body of 100 MB', () => {
  test.each([
    ['/api/v1/offers', 'application/json'],
    ['/api/v1/imports', 'application/json'],
    ['/notitie', 'application/x-www-form-urlencoded'],
    ['/aanbod/importeren', 'multipart/form-data; boundary=y'],
    ['/aanmelden', 'application/x-www-form-urlencoded'],
  ])('when it is sent to %s, then it is refused at the limit, in bounded memory', async (path, type) => {
    const actor = whoMay(world, ['beheer'])
    const before = process.memoryUsage().rss
    const { status, sent } = await flood(site.port, path, {
      'content-type': type,
      cookie: site.cookieOf(actor),
      origin: site.origin,
    })
    // 0: the server hung up before its answer was read, which is as good.
    expect([0, 400, 403, 404, 413]).toContain(status)
    if (path.startsWith(API_BASE)) expect([0, 413]).toContain(status)
    expect(sent, 'bytes that were taken before refusing').toBeLessThan(20_000_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000)
  })
})

test('given a list of 5 MB, when it is uploaded in parts, then it is taken', async () => {
  const actor = whoMay(world, ['beheer'])
  const rows = Array.from({ length: 2_000 }, (_, at) => `Koffie ${at};De Brug;1234 AB;${'samen '.repeat(400)}`)
  const csv = `Naam;Organisatie;Postcode;Omschrijving\n${rows.join('\n')}\n`
  const field = (name: string, value: string): string =>
    `--y\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const file = `--y\r\ncontent-disposition: form-data; name="file"; filename="lijst.csv"\r\ncontent-type: text/csv\r\n\r\n${csv}\r\n--y--\r\n`
  const answer = await site.ask({
    method: 'POST',
    path: '/aanbod/importeren',
    headers: { 'content-type': 'multipart/form-data; boundary=y', cookie: site.cookieOf(actor), origin: site.origin },
    body: field('_csrf', site.formTokenOf(actor)) + file,
  })
  expect([answer.status, answer.headers.location]).toEqual([303, expect.stringMatching(/^\/aanbod\/importeren\/[0-9a-f-]{36}/)])
}, 30_000)

/** Streams up to 100 MB without saying how much comes, until the server has answered or hung up. */
const flood = (
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; sent: number }> =>
  new Promise(resolve => {
    const chunk = Buffer.alloc(64 * 1024, 0x61)
    let sent = 0
    let status = 0
    let done = false
    const request = http.request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: { ...headers, 'transfer-encoding': 'chunked' },
    })
    const finish = (): void => {
      done = true
      request.destroy()
      resolve({ status, sent })
    }
    request.on('response', response => {
      status = response.statusCode ?? 0
      response.resume()
      finish()
    })
    request.on('error', () => {
      if (!done) setTimeout(finish, 50)
    })
    const pump = (): void => {
      if (done) return
      if (sent >= 100_000_000) return void request.end()
      sent += chunk.length
      if (request.write(chunk)) setTimeout(pump, 1)
      else request.once('drain', pump)
    }
    pump()
  })

describe('given an id of somebody else, or of nothing', () => {
  const about = served.filter(
    useCase => accessEntries[useCase.name]?.about === 'dossier' && useCase.rest?.path.includes('{participantId}'),
  )
  test.each(about.map(useCase => [useCase.name, useCase] as const))(
    'when %s is asked for it, then both answers have the same bytes and headers',
    async (_name, useCase) => {
      const entry = accessEntries[useCase.name]
      if (entry === undefined) throw new Error('no entry')
      const { token } = whoMay(world, ['planner'])
      const mine = actorFor(world, useCase)
      const { B1, A2, A1 } = world.fixtures
      const facts = async (fixture: typeof A1, by: string): Promise<string> => {
        const { status, text, headers } = await asked(requestFor(useCase, entry.input(fixture)), by)
        const { date: _date, ...others } = headers
        return JSON.stringify({ status, text, others })
      }
      const unknown = unknownFixture(A1)
      const expected = await facts(unknown, mine.token)
      expect(JSON.parse(expected)).toMatchObject({ status: 404 })
      expect(await facts(B1, mine.token)).toBe(expected)
      expect(await facts(A1, token)).toBe(expected)
      if (mine.role !== 'serviceplein') expect(await facts(A2, mine.token)).toBe(expected)
    },
  )
})
