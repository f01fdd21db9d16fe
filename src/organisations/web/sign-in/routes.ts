import type { FastifyInstance } from 'fastify'
import { canGetTexts, isUuid, type MembershipId, phoneNumberOf } from '#kernel'
import { actorOf, contextOf, type FormFields, keepNotice, secondFactorCookieName, sendHtml, type ServeParts } from '#platform'
import { paths } from '../paths.ts'
import { demoMailView } from './demo-mail.page.tsx'
import { paperRoutes } from './paper-routes.ts'
import { forgottenPage, newPasswordPage } from './password.pages.tsx'
import { goTo, Reception, type SignInParts, withProblem } from './reception.ts'
import { SET_UP_FORM, setUpSecondFactorView } from './set-up-second-factor.page.tsx'
import { codeEntryPage, codePage, secondFactorPage, signInPage } from './sign-in.pages.tsx'
import { signInTexts } from './texts.ts'
import { withWayBack } from './way-back.ts'

const ADDRESS_FOR = 'opstap_code_for'
const SHORTEST_PASSWORD = 12

const emailIn = (fields: FormFields): string => fields.text('email').trim().toLowerCase().slice(0, 200)
/** A code as people type it over: with spaces. */
const codeIn = (fields: FormFields): string => fields.text('code').replace(/\s/g, '').slice(0, 40)
const isSecure = (parts: ServeParts): boolean => parts.ownOrigin?.startsWith('https:') ?? false

const passwordRoutes = (reception: Reception): void => {
  reception.post(paths.signIn, signInPage, async posted => {
    const email = emailIn(posted.fields)
    const password = posted.fields.text('password')
    if (email === '') return reception.showAgain(posted, signInPage, 'email', 'required')
    if (password === '') return reception.showAgain(posted, signInPage, 'password', 'required')
    const trying = () => reception.auth.withPassword(posted.visitor, email, password)
    return reception.attempt(posted, signInPage, { key: `password ${email}`, field: '', trying })
  })
}

/** A mail address in lower case, or a number as E.164 writes it; else what is wrong with it. */
const addressIn = (fields: FormFields): { readonly address: string } | { readonly wrong: string } => {
  const typed = emailIn(fields)
  if (typed === '') return { wrong: 'required' }
  if (typed.includes('@')) return { address: typed }
  const number = phoneNumberOf(typed)
  if (number === undefined) return { wrong: 'noAddress' }
  return canGetTexts(number) ? { address: number } : { wrong: 'noTexts' }
}

const codeRoutes = (reception: Reception, secure: boolean): void => {
  reception.post(paths.code, codePage, async posted => {
    const said = addressIn(posted.fields)
    if ('wrong' in said) return reception.showAgain(posted, codePage, 'email', said.wrong)
    const { address } = said
    const work = () => reception.auth.sendCode(posted.visitor, address)
    return reception.mailing(posted, address, work, () => {
      const kept = { path: paths.code, httpOnly: true, sameSite: 'lax', maxAge: 900, secure } as const
      void posted.reply.setCookie(ADDRESS_FOR, Buffer.from(address).toString('base64url'), kept)
      return goTo(posted.reply, withWayBack(paths.codeEntry, posted.back))
    })
  })

  reception.post(paths.codeEntry, codeEntryPage, async posted => {
    const address = Buffer.from(posted.request.cookies[ADDRESS_FOR] ?? '', 'base64url')
      .toString()
      .slice(0, 200)
    const code = codeIn(posted.fields)
    if (code === '') return reception.showAgain(posted, codeEntryPage, 'code', 'required')
    if (address === '') return reception.showAgain(posted, codeEntryPage, 'code', 'wrong')
    const trying = () => reception.auth.withCode(posted.visitor, address, code)
    return reception.attempt(posted, codeEntryPage, { key: `code ${address}`, field: 'code', trying })
  })
}

const secondFactorRoutes = (app: FastifyInstance, parts: ServeParts, reception: Reception): void => {
  const { auth } = reception
  reception.post(paths.secondFactor, secondFactorPage, async posted => {
    const code = codeIn(posted.fields)
    if (code === '') return reception.showAgain(posted, secondFactorPage, 'code', 'required')
    const challenge = posted.request.cookies[secondFactorCookieName(isSecure(parts))] ?? posted.request.ip
    const trying = () => auth.withSecondFactor(posted.visitor, code)
    return reception.attempt(posted, secondFactorPage, { key: `second ${challenge}`, field: 'code', trying })
  })

  app.get(paths.setUpSecondFactor, async (request, reply) => {
    const enrolment = await auth.enrolment(reception.visitorOf(request))
    if (enrolment === undefined) return goTo(reply, '/')
    return sendHtml(reply, 200, setUpSecondFactorView(enrolment, contextOf(parts, request, reply, undefined)))
  })

  reception.post(paths.setUpSecondFactor, undefined, async posted => {
    const outcome = await auth.confirmEnrolment(posted.visitor, codeIn(posted.fields))
    if (outcome.kind !== 'refused') return reception.proceed(posted, outcome)
    reception.countFailure(posted)
    const enrolment = await auth.enrolment(posted.visitor)
    if (enrolment === undefined) return goTo(posted.reply, paths.signIn)
    return sendHtml(posted.reply, 400, setUpSecondFactorView(enrolment, withProblem(posted, SET_UP_FORM, 'code', 'wrong')))
  })
}

const newPasswordRoutes = (parts: ServeParts, reception: Reception): void => {
  reception.post(paths.forgotten, forgottenPage, async posted => {
    const email = emailIn(posted.fields)
    if (email === '') return reception.showAgain(posted, forgottenPage, 'email', 'required')
    const work = () => reception.auth.mailNewPassword(posted.visitor, email)
    return reception.mailing(posted, email, work, () => goTo(posted.reply, `${paths.forgotten}?verstuurd=1`))
  })

  reception.post(paths.newPassword, newPasswordPage, async posted => {
    const password = posted.fields.text('password')
    if (password.length < SHORTEST_PASSWORD) return reception.showAgain(posted, newPasswordPage, 'password', 'tooShort')
    const kept = await reception.auth.setNewPassword(posted.visitor, posted.fields.text('sleutel').slice(0, 200), password)
    if (!kept) {
      reception.countFailure(posted)
      return reception.showAgain(posted, newPasswordPage, '', 'staleLink')
    }
    parts.actors.clear()
    keepNotice(parts.secret, posted.reply, { text: signInTexts(posted.context.lang).t('forgotten.done') })
    return goTo(posted.reply, paths.signIn)
  })
}

const sessionRoutes = (parts: ServeParts, reception: Reception): void => {
  reception.post(paths.signOut, undefined, async posted => {
    const cookies = await reception.auth.signOut(posted.visitor)
    parts.actors.clear()
    keepNotice(parts.secret, posted.reply, { text: signInTexts(posted.context.lang).t('signedOut') })
    return goTo(posted.reply, paths.signIn, cookies)
  })

  reception.post(paths.switchMembership, undefined, async posted => {
    const to = posted.fields.text('membership')
    if (posted.actor?.via !== 'session' || !isUuid(to)) return reception.notFound(posted)
    if (!(await reception.auth.switchTo(posted.actor, to.toLowerCase() as MembershipId))) return reception.notFound(posted)
    parts.actors.clear()
    return goTo(posted.reply, '/')
  })
}

/** What the forms of the public pages post to, and the two pages that depend on more than a session. */
export const signInRoutes =
  (own: SignInParts) =>
  async (app: FastifyInstance, parts: ServeParts): Promise<void> => {
    const reception = new Reception(app, parts, own)
    passwordRoutes(reception)
    codeRoutes(reception, isSecure(parts))
    paperRoutes(reception)
    secondFactorRoutes(app, parts, reception)
    newPasswordRoutes(parts, reception)
    sessionRoutes(parts, reception)
    app.get(paths.demoMail, async (request, reply) => {
      const context = contextOf(parts, request, reply, await actorOf(parts, request))
      if (!parts.demo) return sendHtml(reply, 404, parts.errorPage(context, 'notFound'))
      return sendHtml(reply, 200, demoMailView(await own.keptMail(), context))
    })
  }
