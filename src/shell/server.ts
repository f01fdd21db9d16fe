import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import {
  actorOf,
  API_BASE,
  API_VERSION,
  describeApi,
  projectRoot,
  readBodies,
  serveApi,
  serveDownloads,
  serveForms,
  servePages,
  type ServeParts,
} from '#platform'
import { registerAssets, registerTools } from '#ui'
import { registerFailures } from './failures.ts'
import { registerHeaders } from './headers.ts'
import { downloads, forms, pages, registry } from './modules.ts'
import { homeFor } from './navigation.ts'
import { toolsFor } from './tools.ts'

const BODY_LIMIT = 200_000
const UPLOAD_LIMIT = 10_000_000

export interface ServerParts extends ServeParts {
  readonly log: (line: string) => void
  /** Addresses of the proxies whose word about a visitor's address is believed. */
  readonly proxies: readonly string[]
  /** Behind https: strict transport security and secure cookies. */
  readonly secure: boolean
  /** Database reachable and migrations done? */
  readonly isReady: () => Promise<boolean>
  /** Sign-in pages and routes. */
  readonly registerSignIn: (app: FastifyInstance, parts: ServeParts) => Promise<void>
}

const serveAssets = async (app: FastifyInstance): Promise<void> => {
  const dist = join(projectRoot(), 'dist')
  const manifest = join(dist, 'manifest.json')
  if (!existsSync(manifest)) return
  registerAssets(JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>)
  await app.register(fastifyStatic, {
    root: join(dist, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
  })
}

const serveHealth = (app: FastifyInstance, parts: ServerParts): void => {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await parts.isReady().catch(() => false)
    if (!ready) void reply.code(503).header('retry-after', '1')
    return reply.header('cache-control', 'no-store').send({ status: ready ? 'ok' : 'away' })
  })
}

const serveDescription = (app: FastifyInstance): void => {
  // Made when it is first asked for: it is large, and many installations never ask.
  let description: string | undefined
  app.get(`${API_BASE}/openapi.json`, async (_request, reply) =>
    reply
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('api-version', API_VERSION)
      .type('application/json')
      .send((description ??= JSON.stringify(describeApi(registry)))),
  )
}

/** The whole product as one Fastify server; nothing listens yet. */
export const createServer = async (parts: ServerParts): Promise<FastifyInstance> => {
  const app = fastify({
    trustProxy: parts.proxies.length === 0 ? false : [...parts.proxies],
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    connectionTimeout: 0,
    keepAliveTimeout: 10_000,
    http: { headersTimeout: 15_000 },
    routerOptions: { maxParamLength: 200 },
    logger: false,
  })
  registerTools(context => toolsFor(pages, parts.secret, context))
  await app.register(cookie)
  registerHeaders(app, parts.secure)
  await readBodies(app, UPLOAD_LIMIT)
  registerFailures(app, parts, parts.log)
  await serveAssets(app)
  serveHealth(app, parts)
  serveDescription(app)
  app.get('/', async (request, reply) => {
    const actor = await actorOf(parts, request)
    return reply.redirect(actor === undefined ? parts.signInPath : homeFor(pages, actor.role), 303)
  })
  await parts.registerSignIn(app, parts)
  servePages(app, parts, pages)
  serveForms(app, parts, forms)
  serveDownloads(app, parts, downloads)
  serveApi(app, parts, registry)
  return app
}
