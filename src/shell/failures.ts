import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  actorOf,
  API_BASE,
  API_VERSION,
  contextOf,
  type ErrorKind,
  isDatabaseAway,
  type PageContext,
  plainProblem,
  sendHtml,
  sendProblem,
  type ServeParts,
} from '#platform'

interface Failure {
  readonly status: number
  readonly kind: ErrorKind
  readonly title: string
  readonly detail: string
}

const failureOf = (error: FastifyError): Failure => {
  if (isDatabaseAway(error))
    return { status: 503, kind: 'away', title: 'Database away', detail: 'Nothing was changed. Try again in a moment.' }
  const status = error.statusCode ?? 500
  if (status === 413)
    return { status, kind: 'tooLarge', title: 'Too large', detail: 'The body is larger than what is accepted here.' }
  if (status === 429) return { status, kind: 'tooMany', title: 'Too many requests', detail: 'Try again later.' }
  if (status >= 400 && status < 500) return { status, kind: 'invalid', title: 'Unreadable request', detail: error.message }
  return { status: 500, kind: 'broken', title: 'Something broke', detail: 'Nothing was half saved.' }
}

const contextFor = async (parts: ServeParts, request: FastifyRequest, reply: FastifyReply): Promise<PageContext> => {
  const actor = await actorOf(parts, request).catch(() => undefined)
  return contextOf(parts, request, reply, actor)
}

/** Every way a request can end badly: a clear answer in the form that was asked for, never a trace of the inside. */
export const registerFailures = (app: FastifyInstance, parts: ServeParts, log: (line: string) => void): void => {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const failure = failureOf(error)
    if (failure.status === 500) log(`${request.method} ${request.routeOptions.url ?? '?'} broke: ${error.stack ?? error.message}`)
    if (failure.status === 413) {
      // Not one byte more is read while the answer is being made.
      request.raw.pause()
      void reply.header('connection', 'close')
    }
    if (failure.status === 503) void reply.header('retry-after', '1')
    if (request.url.startsWith(API_BASE)) {
      void reply.header('api-version', API_VERSION)
      return sendProblem(reply, plainProblem(failure.status, failure.title, failure.detail, failure.kind))
    }
    return sendHtml(reply, failure.status, parts.errorPage(await contextFor(parts, request, reply), failure.kind))
  })

  app.setNotFoundHandler(async (request, reply) => {
    if (request.url.startsWith(API_BASE)) {
      void reply.header('api-version', API_VERSION)
      return sendProblem(reply, plainProblem(404, 'Not found', 'This does not exist, or you have no access to it.', 'notFound'))
    }
    return sendHtml(reply, 404, parts.errorPage(await contextFor(parts, request, reply), 'notFound'))
  })
}
