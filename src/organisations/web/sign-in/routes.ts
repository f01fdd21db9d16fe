import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isUuid, type MembershipId, refuse } from '#kernel'
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
  keepNotice,
  type KeptMail,
  type PageContext,
  postedFields,
  requestOf,
  secondFactorCookieName,
  sendHtml,
  type ServeParts,
  type SignInOutcome,
  type Visitor,
} from '#platform'
import { paths } from '../paths.ts'
import { demoMailView } from './demo-mail.page.tsx'
import { forgottenPage, newPasswordPage } from './password.pages.tsx'
import { setUpSecondFactorView } from './set-up-second-factor.page.tsx'
import { codeEntryPage, codePage, secondFactorPage, signInPage } from './sign-in.pages.tsx'
import { signInTexts } from './texts.ts'
import { wayBack, withWayBack } from './way-back.ts'

export interface SignInParts {
  readonly auth: Auth
  /** Mail of a trial installation, for /demo/post. */
  readonly keptMail: () => Promise<readonly KeptMail[]>
  /** How long an answer takes at least that must not tell whether an account exists. */
  readonly patienceMs?: number
}

interface Posted {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly actor: Actor | undefined
  readonly context: PageContext
  readonly fields: FormFields
  readonly visitor: Visitor
  readonly back: string
}

const QUARTER = 15 * 60_000
const EMAIL_FOR = 'opstap_code_for'
const RETRY_SECONDS = 300

const notSooner = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  const [answer] = await Promise.all([work, new Promise(resolve => setTimeout(resolve, ms))])
  return answer
}

/** The sign-in routes: what the forms of the public pages post to, and the two pages that depend on more than a session. */
export const signInRoutes =
  ({ auth, keptMail, patienceMs = 500 }: SignInParts) =>
  async (app: FastifyInstance, parts: ServeParts): Promise<void> => {
    const { clock, demo } = parts
    const failures = createLimiter({ most: 10, windowMs: QUARTER, clock })
    const mails = createLimiter({ most: demo ? 60 : 6, windowMs: QUARTER, clock })
    const addresses = createLimiter({ most: demo ? 600 : 120, windowMs: QUARTER, clock })
    const secure = parts.ownOrigin?.startsWith('https:') ?? false

    const visitorOf = (request: FastifyRequest): Visitor => {
      const presented = auth.tokenOf(request)
      return {
        cookies: request.headers.cookie,
        address: request.ip,
        userAgent: request.headers['user-agent'],
        token: presented?.via === 'cookie' ? presented.token : undefined,
      }
    }

    const showAgain = async (posted: Posted, page: AnyPage, field: string, code: string, status = 400): Promise<FastifyReply> => {
      const refusal = refuse('invalidInput', field)
      const errors = [{ field, code, params: {} }]
      const context: PageContext = { ...posted.context, form: { id: page.id, fields: posted.fields, errors, refusal } }
      const loaded = await page.load(requestOf(parts, context, posted.request.ip))
      return loaded.ok
        ? sendHtml(posted.reply, status, page.view(loaded.value as never, context))
        : sendHtml(posted.reply, 404, parts.errorPage(context, 'notFound'))
    }

    const tooMany = ({ reply, context }: Posted): FastifyReply =>
      sendHtml(reply.header('retry-after', RETRY_SECONDS), 429, parts.errorPage(context, 'tooMany'))

    const goTo = (reply: FastifyReply, to: string, cookies: readonly string[] = []): FastifyReply =>
      reply
        .header('set-cookie', [...cookies])
        .header('cache-control', 'no-store')
        .redirect(to, 303)

    const proceed = ({ reply, back }: Posted, outcome: Exclude<SignInOutcome, { kind: 'refused' }>): FastifyReply => {
      parts.actors.clear()
      const to =
        outcome.kind === 'signedIn'
          ? back
          : withWayBack(outcome.kind === 'secondFactor' ? paths.secondFactor : paths.setUpSecondFactor, back)
      return goTo(reply, to, outcome.cookies)
    }

    /** The session ended, or somebody signed in elsewhere, while the page was open. */
    const stale = (posted: Posted, page: AnyPage | undefined): FastifyReply | Promise<FastifyReply> => {
      if (page !== undefined) return showAgain(posted, page, '', 'stale', 403)
      if (posted.actor === undefined) return goTo(posted.reply, paths.signIn)
      return sendHtml(posted.reply, 403, parts.errorPage(posted.context, 'forbidden'))
    }

    /** A post from our own pages, with the token of this session or visitor; whatever else is refused before it is read further. */
    const post = (path: string, page: AnyPage | undefined, take: (posted: Posted) => Promise<FastifyReply>): void => {
      app.post(path, async (request, reply) => {
        const actor = await actorOf(parts, request)
        const context = contextOf(parts, request, reply, actor)
        if (!isFromOwnPages(parts, request)) return sendHtml(reply, 403, parts.errorPage(context, 'forbidden'))
        const fields = postedFields(request)
        const back = wayBack(fields.optional('terug'))
        const posted: Posted = { request, reply, actor, context, fields, visitor: visitorOf(request), back }
        if (!hasFormToken(context, fields)) return stale(posted, page)
        if (addresses.isFull(request.ip)) return tooMany(posted)
        return take(posted)
      })
    }

    /** Counts what failed, per account and per network address, whether or not there is such an account. */
    const attempt = async (
      posted: Posted,
      page: AnyPage,
      key: string,
      field: string,
      trying: () => Promise<SignInOutcome>,
    ): Promise<FastifyReply> => {
      if (failures.isFull(key)) return tooMany(posted)
      const began = Date.now()
      const outcome = await trying()
      if (outcome.kind !== 'refused') {
        failures.forget(key)
        return proceed(posted, outcome)
      }
      failures.count(key)
      addresses.count(posted.request.ip)
      await notSooner(Math.max(0, patienceMs - (Date.now() - began)), Promise.resolve())
      return showAgain(posted, page, field, 'wrong')
    }

    const emailIn = (fields: FormFields): string => fields.text('email').trim().toLowerCase().slice(0, 200)
    const digitsIn = (fields: FormFields): string => fields.text('code').replace(/[\s]/g, '').slice(0, 40)

    post(paths.signIn, signInPage, async posted => {
      const email = emailIn(posted.fields)
      const password = posted.fields.text('password')
      if (email === '') return showAgain(posted, signInPage, 'email', 'required')
      if (password === '') return showAgain(posted, signInPage, 'password', 'required')
      return attempt(posted, signInPage, `password ${email}`, '', () => auth.withPassword(posted.visitor, email, password))
    })

    post(paths.code, codePage, async posted => {
      const email = emailIn(posted.fields)
      if (email === '') return showAgain(posted, codePage, 'email', 'required')
      if (!email.includes('@')) return showAgain(posted, codePage, 'email', 'format.email')
      if (mails.isFull(email)) return tooMany(posted)
      mails.count(email)
      addresses.count(posted.request.ip)
      await notSooner(patienceMs, auth.sendCode(posted.visitor, email))
      void posted.reply.setCookie(EMAIL_FOR, Buffer.from(email).toString('base64url'), {
        path: paths.code,
        httpOnly: true,
        sameSite: 'lax',
        maxAge: 900,
        secure,
      })
      return goTo(posted.reply, withWayBack(paths.codeEntry, posted.back))
    })

    post(paths.codeEntry, codeEntryPage, async posted => {
      const email = Buffer.from(posted.request.cookies[EMAIL_FOR] ?? '', 'base64url')
        .toString()
        .slice(0, 200)
      const code = digitsIn(posted.fields)
      if (code === '') return showAgain(posted, codeEntryPage, 'code', 'required')
      if (email === '') return showAgain(posted, codeEntryPage, 'code', 'wrong')
      return attempt(posted, codeEntryPage, `code ${email}`, 'code', () => auth.withCode(posted.visitor, email, code))
    })

    post(paths.secondFactor, secondFactorPage, async posted => {
      const code = digitsIn(posted.fields)
      if (code === '') return showAgain(posted, secondFactorPage, 'code', 'required')
      const challenge = posted.request.cookies[secondFactorCookieName(secure)] ?? posted.request.ip
      return attempt(posted, secondFactorPage, `second ${challenge}`, 'code', () => auth.withSecondFactor(posted.visitor, code))
    })

    app.get(paths.setUpSecondFactor, async (request, reply) => {
      const enrolment = await auth.enrolment(visitorOf(request))
      if (enrolment === undefined) return goTo(reply, '/')
      return sendHtml(reply, 200, setUpSecondFactorView(enrolment, contextOf(parts, request, reply, undefined)))
    })

    post(paths.setUpSecondFactor, undefined, async posted => {
      const outcome = await auth.confirmEnrolment(posted.visitor, digitsIn(posted.fields))
      if (outcome.kind !== 'refused') return proceed(posted, outcome)
      addresses.count(posted.request.ip)
      const enrolment = await auth.enrolment(posted.visitor)
      if (enrolment === undefined) return goTo(posted.reply, paths.signIn)
      const errors = [{ field: 'code', code: 'wrong', params: {} }]
      const refusal = refuse('invalidInput', 'code')
      const form = { id: 'organisations.setUpSecondFactor', fields: posted.fields, errors, refusal }
      return sendHtml(posted.reply, 400, setUpSecondFactorView(enrolment, { ...posted.context, form }))
    })

    post(paths.forgotten, forgottenPage, async posted => {
      const email = emailIn(posted.fields)
      if (email === '') return showAgain(posted, forgottenPage, 'email', 'required')
      if (mails.isFull(email)) return tooMany(posted)
      mails.count(email)
      addresses.count(posted.request.ip)
      await notSooner(patienceMs, auth.mailNewPassword(posted.visitor, email))
      return goTo(posted.reply, `${paths.forgotten}?verstuurd=1`)
    })

    post(paths.newPassword, newPasswordPage, async posted => {
      const password = posted.fields.text('password')
      if (password.length < 12) return showAgain(posted, newPasswordPage, 'password', 'tooShort')
      const kept = await auth.setNewPassword(posted.visitor, posted.fields.text('sleutel').slice(0, 200), password)
      if (!kept) {
        addresses.count(posted.request.ip)
        return showAgain(posted, newPasswordPage, '', 'staleLink')
      }
      parts.actors.clear()
      keepNotice(parts.secret, posted.reply, { text: signInTexts(posted.context.lang).t('forgotten.done') })
      return goTo(posted.reply, paths.signIn)
    })

    post(paths.signOut, undefined, async posted => {
      const cookies = await auth.signOut(posted.visitor)
      parts.actors.clear()
      keepNotice(parts.secret, posted.reply, { text: signInTexts(posted.context.lang).t('signedOut') })
      return goTo(posted.reply, paths.signIn, cookies)
    })

    post(paths.switchMembership, undefined, async posted => {
      const to = posted.fields.text('membership')
      if (posted.actor?.via !== 'session' || !isUuid(to))
        return sendHtml(posted.reply, 404, parts.errorPage(posted.context, 'notFound'))
      const switched = await auth.switchTo(posted.actor, to.toLowerCase() as MembershipId)
      if (!switched) return sendHtml(posted.reply, 404, parts.errorPage(posted.context, 'notFound'))
      parts.actors.clear()
      return goTo(posted.reply, '/')
    })

    app.get(paths.demoMail, async (request, reply) => {
      const context = contextOf(parts, request, reply, await actorOf(parts, request))
      if (!demo) return sendHtml(reply, 404, parts.errorPage(context, 'notFound'))
      return sendHtml(reply, 200, demoMailView(await keptMail(), context))
    })
  }
