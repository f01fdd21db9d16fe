import { createHmac } from 'node:crypto'
import http from 'node:http'
import { csrfTokenFor } from '#platform'
import { authSecretFrom, sessionCookieName } from '../../src/platform/sessions/cookie.ts'
import { compose } from '../../src/shell/compose.ts'
import { TEST_SECRET } from './dossier-rows.ts'
import type { World, WorldActor } from './world.ts'

export interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly text: string
}

export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer | undefined
}

/** The whole product behind a real port, on the world's database. */
export interface Site {
  readonly origin: string
  readonly port: number
  readonly log: readonly string[]
  readonly ask: (asked: Asked) => Promise<Answer>
  /** What the browser of this member sends along. */
  readonly cookieOf: (actor: WorldActor['actor']) => string
  readonly formTokenOf: (actor: WorldActor['actor']) => string
  readonly stop: () => Promise<void>
}

const send = (agent: http.Agent, port: number, { method, path, headers = {}, body }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const request = http.request(
      { agent, host: '127.0.0.1', port, method, path, headers: { ...length, ...headers } },
      response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }),
        )
        response.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end(body)
  })

export const openSite = async (world: World): Promise<Site> => {
  const log: string[] = []
  const composed = await compose({
    appUrl: world.house.appUrl,
    secret: TEST_SECRET,
    demo: false,
    origin: 'http://127.0.0.1',
    configuredOrigin: undefined,
    poolSize: 4,
    smtpUrl: undefined,
    mailFrom: 'Opstap <opstap@test.example>',
    log: line => void log.push(line),
  })
  await composed.app.listen({ host: '127.0.0.1', port: 0 })
  const address = composed.app.server.address()
  if (address === null || typeof address === 'string') throw new Error('The site listens nowhere')
  const { port } = address
  const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    log,
    // After an answer that closes the connection the agent may still try it once: that says nothing about the server.
    ask: asked => send(agent, port, asked).catch(() => send(new http.Agent(), port, asked)),
    cookieOf: ({ token }) => {
      const signature = createHmac('sha256', authSecretFrom(TEST_SECRET)).update(token).digest('base64')
      return `${sessionCookieName(false)}=${encodeURIComponent(`${token}.${signature}`)}`
    },
    formTokenOf: ({ tokenHash }) => csrfTokenFor(TEST_SECRET, tokenHash),
    stop: async () => {
      agent.destroy()
      await composed.stop()
    },
  }
}

/** Somebody who may: the member in the standing that opens this, or the beheer of the municipality. */
export const whoMay = (world: World, roles: readonly string[], standing = 'own'): WorldActor['actor'] => {
  const found = world.actors.find(each => roles.includes(each.role) && each.standing === standing)
  if (found === undefined) throw new Error(`Nobody is ${roles.join(' or ')}`)
  return found.actor
}
