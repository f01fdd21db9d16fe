import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify'
import type { TestHouse } from '#organisations/test-kit'
import { type AnyForm, type AnyPage, type Clock, readBodies, serveForms, servePages, type ServeParts } from '#platform'

interface Signed {
  readonly token: string
}

/** A server with these pages and forms, for tests through the front door. */
export interface WorkSite {
  readonly get: (url: string, as: Signed) => Promise<LightMyRequestResponse>
  /** Posts as a browser would, with the token of the page it stands on. */
  readonly post: (url: string, fields: Record<string, string>, as: Signed, from: string) => Promise<LightMyRequestResponse>
  readonly close: () => Promise<void>
}

export const openWorkSite = async (
  house: TestHouse,
  clock: Clock,
  pages: readonly AnyPage[],
  forms: readonly AnyForm[],
): Promise<WorkSite> => {
  const parts: ServeParts = {
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
    errorPage: (_context, kind) => `fout: ${kind}`,
  }
  const app: FastifyInstance = fastify({ logger: false })
  await app.register(cookie)
  await readBodies(app, 100_000)
  servePages(app, parts, pages)
  serveForms(app, parts, forms)
  await app.ready()
  const get: WorkSite['get'] = (url, as) => app.inject({ url, cookies: { session: as.token } })
  return {
    get,
    post: async (url, fields, as, from) => {
      const csrf = /name="_csrf" value="([^"]+)"/.exec((await get(from, as)).body)?.[1] ?? ''
      return app.inject({
        method: 'POST',
        url,
        cookies: { session: as.token },
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: new URLSearchParams({ _csrf: csrf, ...fields }).toString(),
      })
    },
    close: () => app.close(),
  }
}
