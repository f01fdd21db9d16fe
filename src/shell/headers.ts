import { constants, gzipSync } from 'node:zlib'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import helmet, { type HelmetOptions } from 'helmet'

const WORTH_COMPRESSING = 1_024

const policy = (secure: boolean): HelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: [`'none'`],
      scriptSrc: [`'self'`],
      styleSrc: [`'self'`],
      imgSrc: [`'self'`],
      fontSrc: [`'self'`],
      connectSrc: [`'self'`],
      manifestSrc: [`'self'`],
      workerSrc: [`'self'`],
      formAction: [`'self'`],
      baseUri: [`'none'`],
      frameAncestors: [`'none'`],
    },
  },
  hsts: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  frameguard: { action: 'deny' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'same-origin' },
})

/** What helmet sets, asked once: nothing in it depends on a request. */
export const safetyHeaders = (secure: boolean): Readonly<Record<string, string>> => {
  const headers: Record<string, string> = {}
  const answer = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  }
  helmet(policy(secure))({} as IncomingMessage, answer as unknown as ServerResponse, error => {
    if (error !== undefined) throw error
  })
  return headers
}

/** Strict content policy without exceptions, and whole-body compression at the lowest level. */
export const registerHeaders = (app: FastifyInstance, secure: boolean): void => {
  const headers = safetyHeaders(secure)
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers)
    done()
  })
  app.addHook('onSend', async (request, reply, payload: unknown) => {
    const text = typeof payload === 'string' && payload.length >= WORTH_COMPRESSING
    if (!text || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload
    void reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length')
    return gzipSync(payload, { level: constants.Z_BEST_SPEED })
  })
}
