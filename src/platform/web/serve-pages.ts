import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Decision, Refusal } from '#kernel'
import type { FieldError } from '../use-case/input.ts'
import { PostedForm, readMultipart } from './bodies.ts'
import { csrfTokenFor, isOwnRequest, isSameToken } from './csrf.ts'
import { formFields } from './fields.ts'
import { keepNotice } from './notice.ts'
import type { AnyForm, AnyPage, Download, FormFields, FormState, PageContext, PageRequest } from './page.ts'
import { reasonOf, statusOf } from './problem.ts'
import { actorOf, contextOf, type Kept, requestOf, sendHtml, sendToSignIn, type ServeParts, signInHref } from './serve.ts'
import { typedWords } from './typed-words.ts'

const mayOpen = (page: AnyPage, context: PageContext): boolean =>
  page.who === 'public' || (context.actor !== undefined && page.who.includes(context.actor.role))

const render = (page: AnyPage, data: unknown, context: PageContext): string => page.view(data as never, context)

const sendRefusal = (
  parts: ServeParts,
  request: FastifyRequest,
  reply: FastifyReply,
  context: PageContext,
  refusal: Refusal,
): FastifyReply => {
  if (refusal.code === 'notSignedIn') return sendToSignIn(parts, request, reply)
  const kind = refusal.code === 'notFound' ? 'notFound' : refusal.code === 'tooMany' ? 'tooMany' : 'invalid'
  return sendHtml(reply, statusOf(refusal.code), parts.errorPage(context, kind))
}

/** Registers every page as a GET route. */
export const servePages = (app: FastifyInstance, parts: ServeParts, pages: readonly AnyPage[]): void => {
  for (const page of pages) {
    app.get(page.path, async (request, reply) => {
      const actor = await actorOf(parts, request)
      if (actor === undefined && page.who !== 'public') return sendToSignIn(parts, request, reply)
      const context = contextOf(parts, request, reply, actor)
      if (!mayOpen(page, context)) return sendHtml(reply, 404, parts.errorPage(context, 'notFound'))
      const loaded = await page.load(requestOf(parts, context, request.ip))
      if (!loaded.ok) return sendRefusal(parts, request, reply, context, loaded)
      return sendHtml(reply, 200, render(page, loaded.value, context))
    })
  }
}

/** Registers every download as a GET route; the browser saves it whatever it is. */
export const serveDownloads = (app: FastifyInstance, parts: ServeParts, downloads: readonly Download[]): void => {
  for (const download of downloads) {
    app.get(download.path, async (request, reply) => {
      const actor = await actorOf(parts, request)
      if (actor === undefined) return sendToSignIn(parts, request, reply)
      const context = contextOf(parts, request, reply, actor)
      if (!download.who.includes(actor.role)) return sendHtml(reply, 404, parts.errorPage(context, 'notFound'))
      const loaded = await download.load(requestOf(parts, context, request.ip))
      if (!loaded.ok) return sendRefusal(parts, request, reply, context, loaded)
      const { fileName, contentType, body } = loaded.value
      return reply
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
        .type(contentType)
        .send(body)
    })
  }
}

const errorsOf = (refusal: Refusal): readonly FieldError[] => {
  const errors = refusal.details?.['errors']
  if (Array.isArray(errors)) return errors as readonly FieldError[]
  const code = refusal.code === 'invalidInput' ? reasonOf(refusal) : refusal.code
  return [{ field: refusal.field ?? '', code, params: {} }]
}

const postedOf = async (request: FastifyRequest): Promise<PostedForm> => {
  if (request.isMultipart()) return readMultipart(request)
  return request.body instanceof PostedForm ? request.body : new PostedForm(new Map(), new Map())
}

const showAgain = async (
  parts: ServeParts,
  request: FastifyRequest,
  reply: FastifyReply,
  context: PageContext,
  form: AnyForm,
  state: FormState,
): Promise<FastifyReply> => {
  const params = form.pageParams?.(state.fields, context.params) ?? context.params
  const again: PageContext = { ...context, params, form: state }
  const loaded = await form.page.load(requestOf(parts, again, request.ip))
  if (!loaded.ok) return sendRefusal(parts, request, reply, context, loaded)
  return sendHtml(reply, statusOf(state.refusal.code), render(form.page, loaded.value, again))
}

const isOwn = (parts: ServeParts, request: FastifyRequest): boolean =>
  isOwnRequest({
    fetchSite: request.headers['sec-fetch-site'],
    origin: request.headers.origin,
    host: request.headers.host,
    ownOrigin: parts.ownOrigin,
  })

const isGenuine = (parts: ServeParts, request: FastifyRequest, context: PageContext, fields: FormFields): boolean =>
  context.actor !== undefined &&
  isOwn(parts, request) &&
  isSameToken(fields.text('_csrf'), csrfTokenFor(parts.secret, context.actor.tokenHash))

/** A post of our own pages gets back what was typed; what comes from elsewhere is never shown. */
const keptOf = (parts: ServeParts, request: FastifyRequest, posted: PostedForm): Kept | undefined => {
  const words = isOwn(parts, request) ? typedWords(posted) : []
  return words.length === 0 ? undefined : { words, signInHref: signInHref(parts, request) }
}

/** The session ended while somebody was typing: nothing can be saved, and nothing is lost. Files of nobody known are not read at all. */
const sendSignedOut = async (parts: ServeParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const kept = request.isMultipart() ? undefined : keptOf(parts, request, await postedOf(request))
  if (kept === undefined) return sendToSignIn(parts, request, reply)
  return sendHtml(reply, 401, parts.errorPage(contextOf(parts, request, reply, undefined), 'signedOut', kept))
}

/** Registers every form as a POST route: post, redirect, get; or the page again with what was typed. */
export const serveForms = (app: FastifyInstance, parts: ServeParts, forms: readonly AnyForm[]): void => {
  for (const form of forms) {
    app.post(form.path, { ...(form.bodyLimit === undefined ? {} : { bodyLimit: form.bodyLimit }) }, async (request, reply) => {
      const actor = await actorOf(parts, request)
      if (actor === undefined) return sendSignedOut(parts, request, reply)
      const context = contextOf(parts, request, reply, actor)
      if (!form.who.includes(actor.role)) return sendHtml(reply, 404, parts.errorPage(context, 'notFound'))
      const posted = await postedOf(request)
      const fields = formFields(posted.values, posted.files)
      if (!isGenuine(parts, request, context, fields)) {
        return sendHtml(reply, 403, parts.errorPage(context, 'forbidden', keptOf(parts, request, posted)))
      }
      const key = fields.optional('_key')
      const pageRequest: PageRequest = requestOf(parts, context, request.ip, key)
      const decision = (await pageRequest.run(form.useCase, form.input(fields, context.params))) as Decision<never>
      if (decision.ok) {
        const done = form.done(decision.value, { ...pageRequest, fields })
        if (done.notice !== undefined) keepNotice(parts.secret, reply, done.notice)
        return reply.header('cache-control', 'no-store').redirect(done.to, 303)
      }
      if (decision.code === 'notSignedIn' || (decision.code === 'notFound' && form.keepsWords !== true))
        return sendRefusal(parts, request, reply, context, decision)
      return showAgain(parts, request, reply, context, form, {
        id: form.id,
        fields,
        errors: errorsOf(decision),
        refusal: decision,
      })
    })
  }
}
