import type pg from 'pg'
import { z } from 'zod'

const Row = z.object({
  id: z.string(),
  recipient: z.string(),
  subject: z.string(),
  words: z.string(),
  channel: z.enum(['mail', 'sms']),
  created_at: z.date(),
})

export interface KeptMail {
  readonly id: string
  readonly to: string
  /** '' for a text message. */
  readonly subject: string
  readonly channel: 'mail' | 'sms'
  readonly words: string
  readonly at: Date
}

/** Mail and text messages that a trial installation kept instead of sending, newest first. */
export const keptMail = async (pool: pg.Pool, limit = 50): Promise<readonly KeptMail[]> => {
  const answer = await pool.query(
    'select id, recipient, subject, words, channel, created_at from auth.mail_message order by created_at desc, id desc limit $1',
    [limit],
  )
  return answer.rows.map(raw => {
    const row = Row.parse(raw)
    return { id: row.id, to: row.recipient, subject: row.subject, words: row.words, channel: row.channel, at: row.created_at }
  })
}
