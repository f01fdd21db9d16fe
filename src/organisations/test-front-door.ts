import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import { newId } from '#kernel'
import {
  type Actors,
  type AnyForm,
  type AnyPage,
  type Clock,
  readBodies,
  type Runner,
  serveForms,
  servePages,
  type ServeParts,
  systemClock,
} from '#platform'

interface House {
  readonly runner: Runner
  readonly actors: Actors
}

interface SignedIn {
  readonly token: string
}

interface Web {
  readonly pages?: readonly AnyPage[]
  readonly forms?: readonly AnyForm[]
}

/** A server with some pages and forms, for tests through the front door. */
export interface FrontDoor {
  readonly get: (url: string, as: SignedIn) => Promise<LightMyRequestResponse>
  /** Posts as a browser would: with the token of the page that it stands `on`, and with a key of its own unless `fields` has one. */
  readonly post: (
    url: string,
    fields: Readonly<Record<string, string>>,
    as: SignedIn,
    on: string,
    lang?: string,
  ) => Promise<LightMyRequestResponse>
  /** Posts just these headers and fields: without a session, from elsewhere, from a page that is too old. */
  readonly postBare: (
    url: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>>,
    as?: SignedIn,
  ) => Promise<LightMyRequestResponse>
  readonly close: () => Promise<void>
}

const FORM = 'application/x-www-form-urlencoded'

const partsOf = (house: House, clock: Clock): ServeParts => ({
  runner: house.runner,
  actors: house.actors,
  clock,
  secret: 's'.repeat(40),
  ownOrigin: undefined,
  demo: false,
  signInPath: '/aanmelden',
  tokenOf: request => {
    const token = request.cookies['session']
    return token === undefined ? undefined : { token, via: 'cookie' }
  },
  navigation: () => [],
  errorPage: (_context, kind, kept) =>
    kept === undefined ? `fout: ${kind}` : `fout: ${kind} ${kept.signInHref} ${kept.words.join()}`,
})

export const openFrontDoor = async (house: House, web: Web, clock: Clock = systemClock): Promise<FrontDoor> => {
  const parts = partsOf(house, clock)
  const app: FastifyInstance = fastify({ logger: false })
  await app.register(cookie)
  await readBodies(app, 100_000)
  servePages(app, parts, web.pages ?? [])
  serveForms(app, parts, web.forms ?? [])
  await app.ready()
  const get: FrontDoor['get'] = (url, as) => app.inject({ url, cookies: { session: as.token } })
  return {
    get,
    post: async (url, fields, as, on, lang = 'nl') => {
      const csrf = /name="_csrf" value="([^"]+)"/.exec((await get(on, as)).body)?.[1] ?? ''
      return app.inject({
        method: 'POST',
        url,
        cookies: { session: as.token, lang },
        headers: { 'content-type': FORM, 'sec-fetch-site': 'same-origin' },
        payload: new URLSearchParams({ _csrf: csrf, _key: newId<string>(), ...fields }).toString(),
      })
    },
    postBare: (url, fields, headers, as) =>
      app.inject({
        method: 'POST',
        url,
        cookies: as === undefined ? {} : { session: as.token },
        headers: { 'content-type': FORM, ...headers },
        payload: new URLSearchParams(fields).toString(),
      }),
    close: () => app.close(),
  }
}
