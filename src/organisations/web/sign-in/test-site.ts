import cookie from '@fastify/cookie'
import { hashPassword } from 'better-auth/crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { z } from 'zod'
import { accept, newId } from '#kernel'
import {
  allow,
  type Auth,
  configurePaperCodes,
  createAuth,
  createJobs,
  createMailer,
  createRegistry,
  createTexter,
  keptMail,
  MAIL_TASK,
  mailTask,
  mailTransport,
  page,
  query,
  readBodies,
  ROLES,
  serveApi,
  serveForms,
  servePages,
  type ServeParts,
  SMS_TASK,
  smsGateway,
  smsTask,
  systemClock,
} from '#platform'
import type { TestHouse } from '../../test-kit.ts'
import { signInRoutes } from './routes.ts'
import { organisationsWeb } from '../routes.ts'

export const PASSWORD = 'paarse-fietsbel-17'

const whoAmI = query({
  name: 'test.whoAmI',
  summary: 'Who asks',
  input: z.object({}),
  output: z.object({ role: z.string() }),
  access: allow({ to: 'be here', who: ROLES }),
  personal: false,
  rest: { method: 'GET', path: '/who-am-i' },
  run: async ({ actor }) => ({ role: actor.role }),
})

const insidePage = page({
  id: 'test.inside',
  path: '/vandaag',
  who: ROLES,
  load: request => request.run(whoAmI, {}),
  view: ({ role }, context) => `binnen als ${role}, ${context.csrfToken}`,
})
const openPage = page({
  id: 'test.open',
  path: '/open',
  who: 'public',
  load: async () => accept(undefined),
  view: (_data, context) => `token ${context.csrfToken}`,
})

/** A browser: keeps cookies, posts forms with the token of the page. */
export interface Browser {
  readonly get: (url: string, headers?: Record<string, string>) => Promise<Answer>
  /** Opens `from` (or `url`), takes its form token and posts. */
  readonly post: (
    url: string,
    fields: Record<string, string>,
    how?: { from?: string; headers?: Record<string, string> },
  ) => Promise<Answer>
  readonly cookies: Map<string, string>
}
export interface Answer {
  readonly status: number
  readonly body: string
  readonly to: string | undefined
  readonly setCookies: readonly string[]
}

export interface Site {
  readonly app: FastifyInstance
  readonly auth: Auth
  readonly browser: () => Browser
  readonly runJobs: () => Promise<void>
  readonly withPassword: (userId: string) => Promise<void>
  readonly close: () => Promise<void>
}

const ORIGIN = 'http://127.0.0.1:3000'

const browserOn = (app: FastifyInstance): Browser => {
  const cookies = new Map<string, string>()
  const header = () => (cookies.size === 0 ? {} : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    headers: Record<string, string>,
    payload?: string,
  ): Promise<Answer> => {
    const answer = await app.inject({
      method,
      url,
      headers: { host: '127.0.0.1:3000', ...header(), ...headers },
      ...(payload === undefined ? {} : { payload }),
    })
    const lines = [answer.headers['set-cookie'] ?? []].flat()
    for (const line of lines) {
      const [pair = ''] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name)
      else cookies.set(name, pair.slice(pair.indexOf('=') + 1))
    }
    return { status: answer.statusCode, body: answer.body, to: answer.headers.location, setCookies: lines }
  }
  return {
    cookies,
    get: (url, headers = {}) => send('GET', url, headers),
    post: async (url, fields, { from = url, headers = {} } = {}) => {
      const opened = await send('GET', from, {})
      const token =
        /name="_csrf" value="([^"]+)"/.exec(opened.body)?.[1] ?? /(?:token|binnen als \w+,) ([\w-]+)/.exec(opened.body)?.[1] ?? ''
      const body = new URLSearchParams({ _csrf: token, ...fields }).toString()
      return send('POST', url, { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN, ...headers }, body)
    },
  }
}

/** The sign-in pages with one page behind them, on a test house. */
export const openSite = async (house: TestHouse, { demo }: { readonly demo: boolean }): Promise<Site> => {
  const secret = 's'.repeat(40)
  configurePaperCodes(secret)
  const auth = createAuth({
    pool: house.pool,
    secret,
    mail: createMailer(house.pool),
    sms: createTexter(house.pool),
    demo,
    clock: systemClock,
    origin: ORIGIN,
  })
  const parts: ServeParts = {
    runner: house.runner,
    actors: house.actors,
    clock: systemClock,
    secret,
    ownOrigin: ORIGIN,
    demo,
    signInPath: '/aanmelden',
    tokenOf: auth.tokenOf,
    navigation: () => [],
    errorPage: (_context, kind) => `fout: ${kind}`,
  }
  const app = fastify({ logger: false })
  await app.register(cookie)
  await readBodies(app, 1_000_000)
  await signInRoutes({ auth, keptMail: () => keptMail(house.pool), patienceMs: 0 })(app, parts)
  servePages(app, parts, [...organisationsWeb.pages, insidePage, openPage])
  serveForms(app, parts, organisationsWeb.forms)
  serveApi(app, parts, createRegistry([whoAmI]))
  await app.ready()
  const transport = mailTransport({ smtpUrl: undefined, from: 'test@example.test', demo: true, pool: house.pool })
  const jobs = createJobs({
    connectionString: house.appUrl,
    tasks: {
      [MAIL_TASK]: mailTask(transport, ORIGIN),
      [SMS_TASK]: smsTask(smsGateway({ settings: undefined, demo: true, pool: house.pool }), systemClock, ORIGIN),
    },
    log: () => undefined,
  })
  return {
    app,
    auth,
    browser: () => browserOn(app),
    runJobs: jobs.runDue,
    withPassword: async userId => {
      await house.owner.query(
        `insert into auth.account (id, account_id, provider_id, user_id, password) values ($1, $2, 'credential', $3, $4)`,
        [newId(), userId, userId, await hashPassword(PASSWORD)],
      )
    },
    close: () => app.close(),
  }
}
