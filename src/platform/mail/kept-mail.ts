import type pg from 'pg'
import { z } from 'zod'

const Row = z.object({ id: z.string(), recipient: z.string(), subject: z.string(), words: z.string(), created_at: z.date() })

export interface KeptMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly words: string
  readonly at: Date
}

/** Mail that a trial installation kept instead of sending, newest first. */
export const keptMail = async (pool: pg.Pool, limit = 50): Promise<readonly KeptMail[]> => {
  const answer = await pool.query(
    'select id, recipient, subject, words, created_at from auth.mail_message order by created_at desc, id desc limit $1',
    [limit],
  )
  return answer.rows.map(raw => {
    const row = Row.parse(raw)
    return { id: row.id, to: row.recipient, subject: row.subject, words: row.words, at: row.created_at }
  })
}
