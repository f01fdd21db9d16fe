import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '#kernel'
import type { AnyUseCase, Registry } from '../use-case/registry.ts'
import type { UseCase } from '../use-case/use-case.ts'
import { isOwnRequest } from './csrf.ts'
import { plainProblem, type Problem, problemOf, statusOf } from './problem.ts'
import { actorOf, type ServeParts } from './serve.ts'

export const API_BASE = '/api/v1'
export const API_VERSION = '1.0.0'

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.code(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(JSON.stringify(problem))

const sendRefusal = (reply: FastifyReply, refusal: Refusal): FastifyReply => {
  if (refusal.code === 'notSignedIn') void reply.header('www-authenticate', 'Bearer')
  return sendProblem(reply, { ...problemOf(refusal), status: statusOf(refusal.code) })
}

const inputOf = (useCase: AnyUseCase, request: FastifyRequest): unknown => {
  const params = request.params as Record<string, unknown>
  if (useCase.rest?.method === 'GET' || useCase.rest?.method === 'DELETE')
    return { ...(request.query as Record<string, unknown>), ...params }
  const body = request.body
  if (body !== null && body !== undefined && (typeof body !== 'object' || Array.isArray(body))) return body
  return { ...body, ...params }
}

/** A cookie is sent by the browser unasked, so a changing request with one must come from our own pages. */
const isGenuine = (parts: ServeParts, request: FastifyRequest): boolean =>
  request.method === 'GET' ||
  parts.tokenOf(request)?.via === 'bearer' ||
  isOwnRequest({
    fetchSite: request.headers['sec-fetch-site'],
    origin: request.headers.origin,
    host: request.headers.host,
    ownOrigin: parts.ownOrigin,
  })

/** Registers the REST address of each use case that has one; the answer passes the use case's output schema. */
export const serveApi = (app: FastifyInstance, parts: ServeParts, registry: Registry): void => {
  for (const useCase of registry.values()) {
    const { rest } = useCase
    if (rest === undefined) continue
    app.route({
      method: rest.method,
      url: `${API_BASE}${rest.path.replace(/\{(\w+)\}/g, ':$1')}`,
      handler: async (request, reply) => {
        void reply.header('api-version', API_VERSION)
        const actor = await actorOf(parts, request)
        if (actor === undefined) return sendRefusal(reply, { ok: false, code: 'notSignedIn' })
        if (!isGenuine(parts, request))
          return sendProblem(
            reply,
            plainProblem(403, 'Foreign request', 'This request did not come from this site.', 'foreignRequest'),
          )
        const key = request.headers['idempotency-key']
        const decision = await parts.runner.run(useCase as unknown as UseCase, actor, inputOf(useCase, request), {
          origin: request.ip,
          ...(typeof key === 'string' ? { idempotencyKey: key } : {}),
        })
        if (!decision.ok) return sendRefusal(reply, decision)
        return reply
          .code(rest.status ?? 200)
          .header('cache-control', 'no-store')
          .type('application/json')
          .send(JSON.stringify(useCase.output.parse(decision.value)))
      },
    })
  }
}
