import nodemailer from 'nodemailer'
import type pg from 'pg'
import { newId } from '#kernel'
import type { JobTask } from '../jobs/jobs.ts'
import { MailMessage } from './mailer.ts'

export interface MailTransport {
  /** Throws when the mail could not be handed over; the job tries again. */
  readonly deliver: (message: MailMessage) => Promise<void>
}

const PATIENCE_MS = 15_000

const smtpTransport = (url: string, from: string): MailTransport => {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { deliver: async message => void (await transport.sendMail({ from, ...message })) }
}

const MOST_KEPT = 200
/** In a trial installation mail stays here; the newest are kept. */
const keptTransport = (pool: pg.Pool): MailTransport => ({
  deliver: async ({ to, subject, text }) => {
    await pool.query('insert into auth.mail_message (id, recipient, subject, words) values ($1, $2, $3, $4)', [
      newId(),
      to,
      subject,
      text,
    ])
    await pool.query(
      'delete from auth.mail_message where id not in (select id from auth.mail_message order by id desc limit $1)',
      [MOST_KEPT],
    )
  },
})

const noTransport: MailTransport = {
  deliver: () => Promise.reject(new Error('There is no mail server: set SMTP_URL')),
}

export const mailTransport = (parts: {
  readonly smtpUrl: string | undefined
  readonly from: string
  readonly demo: boolean
  readonly pool: pg.Pool
}): MailTransport => {
  if (parts.smtpUrl !== undefined) return smtpTransport(parts.smtpUrl, parts.from)
  return parts.demo ? keptTransport(parts.pool) : noTransport
}

/** The job that sends. `{{origin}}` in the words becomes this installation's public address. */
export const mailTask =
  (transport: MailTransport, origin: string): JobTask =>
  payload => {
    const message = MailMessage.parse(payload)
    return transport.deliver({ ...message, text: message.text.replaceAll('{{origin}}', origin) })
  }
