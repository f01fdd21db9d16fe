import type pg from 'pg'
import type { TenantId } from '#kernel'
import type { Clock } from './clock.ts'
import { Work } from './database/pool.ts'
import type { JobTask } from './jobs/jobs.ts'
import { municipalities } from './sessions/municipalities.ts'

/** For how many days is kept what nobody needs after that. */
export interface Retention {
  /** The first answer to a command, for a repeat of it: a form that was left open, a browser that was offline. */
  readonly answerDays: number
  /** A fact that was told to everybody who reacts; one that was not told yet stays, however old. */
  readonly factDays: number
}

export const DEFAULT_RETENTION: Retention = { answerDays: 30, factDays: 90 }

export const FORGET_TASK = 'forget'
/** Rows per transaction: short enough that nobody waits for it. */
const AT_ONCE = 500
/** A backlog of years is done over several nights. */
const MOST_BATCHES = 1_000

export const FORGET_ANSWERS = `delete from idempotency where tenant_id = $1 and membership_id = $2 and key = any (array(
  select key from idempotency where tenant_id = $1 and membership_id = $2 and at < $3 order by at limit $4))`
export const FORGET_FACTS = `delete from outbox_fact where tenant_id = $1 and id = any (array(
  select id from outbox_fact where tenant_id = $1 and handled_at < $2 order by handled_at limit $3))`

/** As a member sees it, or as nobody of the municipality: an answer is there for the member to whom it was given only. */
const within = async <T>(pool: pg.Pool, tenantId: TenantId, actor: string, use: (work: Work) => Promise<T>): Promise<T> => {
  const work = new Work(await pool.connect())
  try {
    void work.send('begin')
    void work.send(`select set_config('app.tenant', $1, true), set_config('app.actor', $2, true)`, [tenantId, actor])
    const answer = await use(work)
    void work.send('commit')
    await work.settle()
    return answer
  } catch (error) {
    await work.send('rollback').catch(() => undefined)
    throw error
  } finally {
    await work.release()
  }
}

/** Batch after batch, each in a transaction of its own, until one was not full. */
const inBatches = async (batch: () => Promise<number>, atOnce: number): Promise<void> => {
  for (let done = 0; done < MOST_BATCHES; done += 1) if ((await batch()) < atOnce) return
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

/** The daily job. Doing it twice, or two at once, does no harm. */
export const forgetTask =
  (pool: pg.Pool, clock: Clock, retention: Retention, atOnce = AT_ONCE): JobTask =>
  async () => {
    const answersBefore = daysBefore(clock.now(), retention.answerDays)
    const factsBefore = daysBefore(clock.now(), retention.factDays)
    for (const { tenantId } of await municipalities(pool)) {
      const members = await within(pool, tenantId, '', work =>
        work.send<{ id: string }>('select id from membership where tenant_id = $1', [tenantId]),
      )
      // What jobs do without somebody behind it is kept under the municipality's own id.
      for (const member of [tenantId, ...members.rows.map(({ id }) => id)]) {
        const forget = async (work: Work): Promise<number> =>
          (await work.send(FORGET_ANSWERS, [tenantId, member, answersBefore, atOnce])).rowCount ?? 0
        await inBatches(() => within(pool, tenantId, member, forget), atOnce)
      }
      const forget = async (work: Work): Promise<number> =>
        (await work.send(FORGET_FACTS, [tenantId, factsBefore, atOnce])).rowCount ?? 0
      await inBatches(() => within(pool, tenantId, '', forget), atOnce)
    }
  }
