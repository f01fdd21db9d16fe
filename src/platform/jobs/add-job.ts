import type pg from 'pg'
import { type Kysely, sql } from 'kysely'

const ATTEMPTS = 12

/** Puts work in the queue: it is done after the answer, and tried again with growing pauses when it fails. */
export const addJob = async (pool: Pick<pg.Pool, 'query'>, task: string, payload: object): Promise<void> => {
  await pool.query('select from graphile_worker.add_job($1, $2::json, max_attempts := $3)', [
    task,
    JSON.stringify(payload),
    ATTEMPTS,
  ])
}

/** The same within a command's transaction: no change, no job. */
export const addJobIn = async (db: Kysely<Record<never, never>>, task: string, payload: object): Promise<void> => {
  await sql`select from graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, max_attempts := ${ATTEMPTS})`.execute(
    db,
  )
}
