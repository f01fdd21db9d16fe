import type pg from 'pg'
import { newId } from '#kernel'
import type { Clock } from '../clock.ts'
import type { JobTask } from '../jobs/jobs.ts'
import { TextMessage } from './texter.ts'

/** Sends a text to a number. Throws when it could not be handed over; the job tries again. */
export interface SmsGateway {
  readonly deliver: (message: Pick<TextMessage, 'to' | 'text'>) => Promise<void>
}

export interface SmsGatewaySettings {
  /** Where messages are posted. */
  readonly url: string
  readonly token: string | undefined
  /** Who it is from, as the receiver sees it. */
  readonly from: string | undefined
}

const PATIENCE_MS = 10_000

/**
 * Any gateway that takes `POST {"to": "+31612345678", "text": "…", "from": "…"}` with a bearer token and answers 2xx. Neither the
 * number nor the words are in what it throws: that is logged.
 */
export const httpGateway = ({ url, token, from }: SmsGatewaySettings, patienceMs = PATIENCE_MS): SmsGateway => ({
  deliver: async ({ to, text }) => {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
      headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ to, text, ...(from === undefined ? {} : { from }) }),
    }).catch((error: unknown) => {
      throw new Error(`The text gateway cannot be reached: ${error instanceof Error ? error.name : 'no answer'}`)
    })
    await answer.body?.cancel()
    if (!answer.ok) throw new Error(`The text gateway answered ${answer.status}`)
  },
})

/** In a trial installation messages stay beside the mail. */
const keptGateway = (pool: pg.Pool): SmsGateway => ({
  deliver: async ({ to, text }) => {
    await pool.query(`insert into auth.mail_message (id, recipient, subject, words, channel) values ($1, $2, '', $3, 'sms')`, [
      newId(),
      to,
      text,
    ])
  },
})

const noGateway: SmsGateway = { deliver: () => Promise.reject(new Error('There is no text gateway: set SMS_URL')) }

export const smsGateway = (parts: {
  readonly settings: SmsGatewaySettings | undefined
  readonly demo: boolean
  readonly pool: pg.Pool
}): SmsGateway => {
  if (parts.settings !== undefined) return httpGateway(parts.settings)
  return parts.demo ? keptGateway(parts.pool) : noGateway
}

/** The job that sends; what is too late is let go. `{{origin}}` in the words becomes this installation's public address. */
export const smsTask =
  (gateway: SmsGateway, clock: Clock, origin: string): JobTask =>
  async payload => {
    const { to, text, until } = TextMessage.parse(payload)
    if (until !== undefined && Date.parse(until) < clock.now().getTime()) return
    await gateway.deliver({ to, text: text.replaceAll('{{origin}}', origin) })
  }
