import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayIn, type FurtherLanguage, newId } from '#kernel'
import type { Clock } from '../clock.ts'
import type { Actors } from '../sessions/actors.ts'
import type { Actor } from '../use-case/actor.ts'
import type { Runner } from '../use-case/runner.ts'
import { csrfTokenFor } from './csrf.ts'
import { readNotice } from './notice.ts'
import { visitorCsrfToken } from './visitor.ts'
import { type NavigationItem, type PageContext, type PageRequest, UI_LANGUAGES, type UiLanguage } from './page.ts'

export interface PresentedToken {
  readonly token: string
  readonly via: 'cookie' | 'bearer'
}

export type ErrorKind = 'notFound' | 'forbidden' | 'signedOut' | 'invalid' | 'tooLarge' | 'tooMany' | 'away' | 'broken'

/** What somebody typed in a form that could not be taken, and where to sign in and come back to that form. */
export interface Kept {
  readonly words: readonly string[]
  readonly signInHref: string
}

/** What the composition root hands to pages and API. */
export interface ServeParts {
  readonly runner: Runner
  readonly actors: Actors
  readonly clock: Clock
  /** Signs form tokens and notices. */
  readonly secret: string
  readonly ownOrigin: string | undefined
  readonly demo: boolean
  readonly signInPath: string
  readonly tokenOf: (request: FastifyRequest) => PresentedToken | undefined
  readonly navigation: (actor: Actor | undefined, lang: UiLanguage, path: string) => readonly NavigationItem[]
  /** Languages that came as files, beside those of the product. */
  readonly languages?: readonly FurtherLanguage[]
  readonly errorPage: (context: PageContext, kind: ErrorKind, kept?: Kept) => string
}

const LANGUAGE_COOKIE = 'opstap_lang'
const knownIn =
  ({ languages = [] }: ServeParts) =>
  (text: unknown): text is UiLanguage =>
    UI_LANGUAGES.some(known => known === text) || languages.some(known => known === text)

/** `?lang=` chooses and is remembered; else the cookie, else the account's, else Dutch. Staff read Dutch or English. */
const languageOf = (parts: ServeParts, request: FastifyRequest, reply: FastifyReply, actor: Actor | undefined): UiLanguage => {
  const isUiLanguage = knownIn(parts)
  const asked = (request.query as Record<string, unknown>)['lang']
  if (isUiLanguage(asked))
    void reply.setCookie(LANGUAGE_COOKIE, asked, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 })
  const chosen = [asked, request.cookies[LANGUAGE_COOKIE], actor?.language].find(isUiLanguage) ?? 'nl'
  const forEverybody = chosen === 'nl' || chosen === 'en'
  return !forEverybody && actor !== undefined && actor.role !== 'participant' ? 'nl' : chosen
}

export const actorOf = async (parts: ServeParts, request: FastifyRequest): Promise<Actor | undefined> => {
  const presented = parts.tokenOf(request)
  return presented === undefined ? undefined : parts.actors.find(presented.token)
}

const textValues = (record: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((record ?? {}) as Record<string, unknown>).map(([key, value]) => [
      key,
      String(Array.isArray(value) ? value[0] : value),
    ]),
  )

/** One for each form of a page: what is random of it is made once. */
const formKeys = (): (() => string) => {
  const page = newId<string>()
  let forms = 0
  return () => {
    forms += 1
    return `${page}.${forms}`
  }
}

export const contextOf = (
  parts: ServeParts,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | undefined,
): PageContext => {
  const lang = languageOf(parts, request, reply, actor)
  const now = parts.clock.now()
  return {
    lang,
    actor,
    now,
    today: dayIn(now),
    origin: parts.ownOrigin ?? `${request.protocol}://${request.host}`,
    path: request.url,
    query: textValues(request.query),
    params: textValues(request.params),
    csrfToken: actor === undefined ? visitorCsrfToken(parts, request, reply) : csrfTokenFor(parts.secret, actor.tokenHash),
    formKey: formKeys(),
    notice: readNotice(parts.secret, request, reply),
    form: undefined,
    navigation: parts.navigation(actor, lang, request.url.split('?')[0] ?? '/'),
    demo: parts.demo,
  }
}

export const requestOf = (parts: ServeParts, context: PageContext, origin: string, idempotencyKey?: string): PageRequest => ({
  ...context,
  run: (useCase, input) => {
    if (context.actor === undefined) return Promise.resolve({ ok: false, code: 'notSignedIn' })
    return parts.runner.run(useCase, context.actor, input, {
      origin,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    })
  },
})

export const sendHtml = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html)

/** Where to sign in, and come back to the page that was open. */
export const signInHref = (parts: ServeParts, request: FastifyRequest): string => {
  const { referer = '/' } = request.headers
  const { pathname, search } = URL.canParse(referer, 'http://x') ? new URL(referer, 'http://x') : { pathname: '/', search: '' }
  const back = request.method === 'GET' ? request.url : `${pathname}${search}`
  return `${parts.signInPath}?terug=${encodeURIComponent(back)}`
}

export const sendToSignIn = (parts: ServeParts, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.code(303).header('cache-control', 'no-store').redirect(signInHref(parts, request), 303)
