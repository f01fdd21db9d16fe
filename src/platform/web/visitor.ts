import '@fastify/cookie'
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PostedForm } from './bodies.ts'
import { csrfTokenFor, isOwnRequest, isSameToken } from './csrf.ts'
import { formFields } from './fields.ts'
import type { FormFields, PageContext } from './page.ts'

interface Own {
  readonly secret: string
  /** The configured public address, when behind a proxy. */
  readonly ownOrigin: string | undefined
}

const COOKIE = 'opstap_visitor'
const WELL_FORMED = /^[\w-]{43}$/

/** Form token of somebody who is not signed in: bound to a random cookie that another site can neither read nor set. */
export const visitorCsrfToken = (parts: Own, request: FastifyRequest, reply: FastifyReply): string => {
  const known = request.cookies[COOKIE]
  if (known !== undefined && WELL_FORMED.test(known)) return csrfTokenFor(parts.secret, known)
  const fresh = randomBytes(32).toString('base64url')
  const secure = parts.ownOrigin?.startsWith('https:') ?? false
  void reply.setCookie(COOKIE, fresh, { path: '/', httpOnly: true, sameSite: 'lax', secure })
  return csrfTokenFor(parts.secret, fresh)
}

export const isFromOwnPages = (parts: Pick<Own, 'ownOrigin'>, request: FastifyRequest): boolean =>
  isOwnRequest({
    fetchSite: request.headers['sec-fetch-site'],
    origin: request.headers.origin,
    host: request.headers.host,
    ownOrigin: parts.ownOrigin,
  })

/** Does the form carry the token of this session, or of this visitor? */
export const hasFormToken = (context: PageContext, fields: FormFields): boolean =>
  context.csrfToken !== '' && isSameToken(fields.text('_csrf'), context.csrfToken)

export const postedFields = (request: FastifyRequest): FormFields =>
  request.body instanceof PostedForm ? formFields(request.body.values, request.body.files) : formFields(new Map())
