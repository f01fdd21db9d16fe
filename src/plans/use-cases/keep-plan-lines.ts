import { z } from 'zod'
import { accept, type Decision, type TenantId } from '#kernel'
import { command, type JobTask, query, type Runner } from '#platform'
import { mayKeepPlanLines, mayMissPlanLines } from '../access.ts'
import { keepLines, listUnkept } from '../storage/kept-lines.ts'

const AT_ONCE = 200

export const missPlanLines = query({
  name: 'plans.missPlanLines',
  summary: 'Whether there is a plan whose line is not kept',
  input: z.object({}),
  output: z.object({ missing: z.boolean() }),
  access: mayMissPlanLines,
  // Shows nobody.
  personal: false,
  run: async ({ db, tenantId }) => ({ missing: (await listUnkept(db, tenantId, 1)).length > 0 }),
})

export const keepPlanLines = command({
  name: 'plans.keepPlanLines',
  summary: 'Keeps the line of each plan that has none yet, so that lists need not read all its steps',
  input: z.object({}),
  output: z.object({ kept: z.number(), more: z.boolean() }),
  access: mayKeepPlanLines,
  run: async ({ db, tenantId }) => {
    const people = await listUnkept(db, tenantId, AT_ONCE)
    await keepLines(db, tenantId, people)
    return accept({ kept: people.length, more: people.length === AT_ONCE })
  },
})

export const KEEP_PLAN_LINES = 'keepPlanLines'

const done = <T>(answer: Decision<T>): T => {
  if (answer.ok) return answer.value
  throw new Error(`Keeping plan lines was refused: ${answer.code}`)
}

/** For every municipality; after the first time it finds nothing to do, and leaves no trace. */
export const keepPlanLinesTask =
  (runner: Runner, municipalities: () => Promise<readonly { readonly tenantId: TenantId }[]>): JobTask =>
  async () => {
    for (const { tenantId } of await municipalities()) {
      const actor = { role: 'system', tenantId, name: 'keep plan lines' } as const
      let more = done(await runner.run(missPlanLines, actor, {})).missing
      while (more) ({ more } = done(await runner.run(keepPlanLines, actor, {})))
    }
  }
