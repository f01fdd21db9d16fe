import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#kernel'
import {
  type Actor,
  actorOf,
  type AnyPage,
  type Auth,
  contextOf,
  createLimiter,
  type FormFields,
  hasFormToken,
  isFromOwnPages,
  type KeptMail,
  type Limiter,
  type PageContext,
  postedFields,
  requestOf,
  sendHtml,
  type ServeParts,
  type SignInOutcome,
  type Visitor,
} from '#platform'
import { paths } from '../paths.ts'
import { wayBack, withWayBack } from './way-back.ts'

export interface SignInParts {
  readonly auth: Auth
  /** Mail of a trial installation, for /demo/post. */
  readonly keptMail: () => Promise<readonly KeptMail[]>
  /** How long an answer takes at least that must not tell whether an account exists. */
  readonly patienceMs?: number
}

/** A form of a page that needs no session, as it came. */
export interface Posted {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly actor: Actor | undefined
  readonly context: PageContext
  readonly fields: FormFields
  readonly visitor: Visitor
  /** Where to go after signing in. */
  readonly back: string
}

const QUARTER = 15 * 60_000
const RETRY_SECONDS = 300

export const goTo = (reply: FastifyReply, to: string, cookies: readonly string[] = []): FastifyReply =>
  reply
    .header('set-cookie', [...cookies])
    .header('cache-control', 'no-store')
    .redirect(to, 303)

const notSooner = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  const [answer] = await Promise.all([work, new Promise(resolve => setTimeout(resolve, ms))])
  return answer
}

/** What all routes of signing in share: where a post may come from, how often, and what an answer may tell. */
export class Reception {
  readonly auth: Auth
  readonly #app: FastifyInstance
  readonly #parts: ServeParts
  readonly #patienceMs: number
  readonly #failures: Limiter
  readonly #mails: Limiter
  readonly #addresses: Limiter

  constructor(app: FastifyInstance, parts: ServeParts, { auth, patienceMs = 500 }: SignInParts) {
    this.auth = auth
    this.#app = app
    this.#parts = parts
    this.#patienceMs = patienceMs
    const { clock, demo } = parts
    this.#failures = createLimiter({ most: 10, windowMs: QUARTER, clock })
    this.#mails = createLimiter({ most: demo ? 60 : 6, windowMs: QUARTER, clock })
    this.#addresses = createLimiter({ most: demo ? 600 : 120, windowMs: QUARTER, clock })
  }

  visitorOf(request: FastifyRequest): Visitor {
    const presented = this.auth.tokenOf(request)
    return {
      cookies: request.headers.cookie,
      address: request.ip,
      userAgent: request.headers['user-agent'],
      token: presented?.via === 'cookie' ? presented.token : undefined,
    }
  }

  /** A post from our own pages, with the token of this session or visitor; whatever else is refused before it is tried. */
  post(path: string, page: AnyPage | undefined, take: (posted: Posted) => Promise<FastifyReply>): void {
    const parts = this.#parts
    this.#app.post(path, async (request, reply) => {
      const actor = await actorOf(parts, request)
      const context = contextOf(parts, request, reply, actor)
      if (!isFromOwnPages(parts, request)) return sendHtml(reply, 403, parts.errorPage(context, 'forbidden'))
      const fields = postedFields(request)
      const back = wayBack(fields.optional('terug'))
      const posted: Posted = { request, reply, actor, context, fields, visitor: this.visitorOf(request), back }
      if (!hasFormToken(context, fields)) return this.#stale(posted, page)
      if (this.#addresses.isFull(request.ip)) return this.#tooMany(posted)
      return take(posted)
    })
  }

  /** The page once more, with what was typed and what is wrong. */
  async showAgain(posted: Posted, page: AnyPage, field: string, code: string, status = 400): Promise<FastifyReply> {
    const context = withProblem(posted, page.id, field, code)
    const loaded = await page.load(requestOf(this.#parts, context, posted.request.ip))
    return loaded.ok ? sendHtml(posted.reply, status, page.view(loaded.value as never, context)) : this.notFound(posted)
  }

  notFound({ reply, context }: Posted): FastifyReply {
    return sendHtml(reply, 404, this.#parts.errorPage(context, 'notFound'))
  }

  /** A guess that failed counts for this network address. */
  countFailure({ request }: Posted): void {
    this.#addresses.count(request.ip)
  }

  /** Counts per account and per network address, whether or not there is such an account; a success clears the account's count. */
  async attempt(
    posted: Posted,
    page: AnyPage,
    { key, field, trying }: { readonly key: string; readonly field: string; readonly trying: () => Promise<SignInOutcome> },
  ): Promise<FastifyReply> {
    if (this.#failures.isFull(key)) return this.#tooMany(posted)
    this.#failures.count(key)
    const { clock } = this.#parts
    const began = clock.now().getTime()
    const outcome = await trying()
    if (outcome.kind !== 'refused') {
      this.#failures.forget(key)
      return this.proceed(posted, outcome)
    }
    this.countFailure(posted)
    await notSooner(Math.max(0, this.#patienceMs - (clock.now().getTime() - began)), Promise.resolve())
    return this.showAgain(posted, page, field, 'wrong')
  }

  /** Something that mails when there is such an account: the same answer, in the same time, when there is not. */
  async mailing(posted: Posted, email: string, work: () => Promise<void>, done: () => FastifyReply): Promise<FastifyReply> {
    if (this.#mails.isFull(email)) return this.#tooMany(posted)
    this.#mails.count(email)
    this.countFailure(posted)
    await notSooner(this.#patienceMs, work())
    return done()
  }

  proceed({ reply, back }: Posted, outcome: Exclude<SignInOutcome, { kind: 'refused' }>): FastifyReply {
    this.#parts.actors.clear()
    if (outcome.kind === 'signedIn') return goTo(reply, back, outcome.cookies)
    const next = outcome.kind === 'secondFactor' ? paths.secondFactor : paths.setUpSecondFactor
    return goTo(reply, withWayBack(next, back), outcome.cookies)
  }

  /** The session ended, or somebody signed in elsewhere, while the page was open. */
  #stale(posted: Posted, page: AnyPage | undefined): FastifyReply | Promise<FastifyReply> {
    if (page !== undefined) return this.showAgain(posted, page, '', 'stale', 403)
    if (posted.actor === undefined) return goTo(posted.reply, paths.signIn)
    return sendHtml(posted.reply, 403, this.#parts.errorPage(posted.context, 'forbidden'))
  }

  #tooMany({ reply, context }: Posted): FastifyReply {
    return sendHtml(reply.header('retry-after', RETRY_SECONDS), 429, this.#parts.errorPage(context, 'tooMany'))
  }
}

/** The page's context with one thing that is wrong. */
export const withProblem = (posted: Posted, formId: string, field: string, code: string): PageContext => ({
  ...posted.context,
  form: {
    id: formId,
    fields: posted.fields,
    errors: [{ field, code, params: {} }],
    refusal: refuse('invalidInput', field),
  },
})
