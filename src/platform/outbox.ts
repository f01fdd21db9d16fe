import type pg from 'pg'
import { z } from 'zod'
import { TenantId } from '#kernel'
import { Work } from './database/pool.ts'
import type { JobTask } from './jobs/jobs.ts'

/** A fact of one module, told after it was saved to whoever reacts. */
export interface ToldFact {
  readonly tenantId: TenantId
  readonly name: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly at: Date
}

/** What happens elsewhere because of a fact; may be told twice, so doing it twice must do no harm. */
export type Reaction = (fact: ToldFact) => Promise<void>

export const FACTS_TASK = 'facts'
const AT_ONCE = 50

const Asked = z.object({ tenantId: TenantId })

const NEXT = `select id, name, payload, at from outbox_fact where tenant_id = $1 and handled_at is null
order by id limit ${AT_ONCE} for update skip locked`

/** The job that tells facts: in order, each until it was handled; what fails is tried again by the queue. */
export const factsTask =
  (pool: pg.Pool, reactions: Readonly<Record<string, Reaction>>): JobTask =>
  async asked => {
    const { tenantId } = Asked.parse(asked)
    for (let told = AT_ONCE; told === AT_ONCE;) told = await tellSome(pool, tenantId, reactions)
  }

const tellSome = async (pool: pg.Pool, tenantId: TenantId, reactions: Readonly<Record<string, Reaction>>): Promise<number> => {
  const work = new Work(await pool.connect())
  try {
    void work.send('begin')
    void work.send(`select set_config('app.tenant', $1, true)`, [tenantId])
    const { rows } = await work.send<{ id: string; name: string; payload: Record<string, unknown>; at: Date }>(NEXT, [tenantId])
    for (const { name, payload, at } of rows) await reactions[name]?.({ tenantId, name, payload, at })
    const handled = 'update outbox_fact set handled_at = now() where tenant_id = $1 and id = any ($2::uuid[])'
    void work.send(handled, [tenantId, rows.map(row => row.id)])
    void work.send('commit')
    await work.settle()
    return rows.length
  } catch (error) {
    await work.send('rollback').catch(() => undefined)
    throw error
  } finally {
    await work.release()
  }
}
