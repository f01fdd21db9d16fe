import type pg from 'pg'
import { z } from 'zod'
import { addJob } from '../jobs/add-job.ts'

export const MAIL_TASK = 'mail'

/** A mail in plain text; nothing personal goes in a mail but what the reader has to know. */
export const MailMessage = z.object({ to: z.string(), subject: z.string(), text: z.string() })
export type MailMessage = z.infer<typeof MailMessage>

export interface Mailer {
  /** Hands the mail to the jobs; it is sent after the answer, and tried again when the mail server is away. */
  readonly send: (message: MailMessage) => Promise<void>
}

export const createMailer = (pool: pg.Pool): Mailer => ({ send: message => addJob(pool, MAIL_TASK, message) })
