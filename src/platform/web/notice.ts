import '@fastify/cookie'
import { createHmac } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isSameToken } from './csrf.ts'
import type { Notice } from './page.ts'

const COOKIE = 'opstap_notice'
const Stored = z.object({
  text: z.string(),
  undo: z.object({ action: z.string().startsWith('/'), label: z.string(), fields: z.record(z.string(), z.string()) }).optional(),
})

const sign = (secret: string, text: string): string => createHmac('sha256', secret).update(`notice\0${text}`).digest('base64url')

/** Kept in a signed cookie of one minute, so that it survives exactly one redirect. */
export const keepNotice = (secret: string, reply: FastifyReply, notice: Notice): void => {
  const text = Buffer.from(JSON.stringify(notice)).toString('base64url')
  void reply.setCookie(COOKIE, `${text}.${sign(secret, text)}`, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 })
}

export const readNotice = (secret: string, request: FastifyRequest, reply: FastifyReply): Notice | undefined => {
  const [text, signature] = (request.cookies[COOKIE] ?? '').split('.')
  if (text === undefined || signature === undefined || request.method !== 'GET') return undefined
  void reply.clearCookie(COOKIE, { path: '/' })
  if (!isSameToken(signature, sign(secret, text))) return undefined
  const parsed = Stored.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  if (!parsed.success) return undefined
  const { text: words, undo } = parsed.data
  return undo === undefined ? { text: words } : { text: words, undo }
}
