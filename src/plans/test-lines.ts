import { expect } from 'vitest'
import { z } from 'zod'
import type { ParticipantId, TenantId } from '#kernel'
import type { TestHouse } from '#organisations/test-kit'
import { allow, query } from '#platform'
import { computeLines, listKeptLines } from './storage/kept-lines.ts'

const readBoth = query({
  name: 'test.readLines',
  summary: 'Reads lines as they are kept, and as goals and steps say',
  input: z.object({ ids: z.array(z.custom<ParticipantId>()) }),
  output: z.object({ kept: z.unknown(), computed: z.unknown() }),
  access: allow({ to: 'compare', who: [], reads: ['plan'] }),
  run: async ({ db, tenantId, input: { ids } }) => {
    const [kept, computed] = await Promise.all([listKeptLines(db, tenantId, ids), computeLines(db, tenantId, ids)])
    return { kept: Object.fromEntries(kept), computed: Object.fromEntries(computed) }
  },
})

/** Of everybody whose plan has a goal, what is kept is what goals and steps say. Says how many there were. */
export const expectLinesKept = async (house: TestHouse): Promise<number> => {
  const { rows } = await house.owner.query('select tenant_id, array_agg(distinct participant_id) as ids from goal group by 1')
  for (const { tenant_id: tenantId, ids } of rows as { tenant_id: TenantId; ids: string[] }[]) {
    const answer = await house.runner.run(readBoth, { role: 'system', tenantId, name: 'test' }, { ids })
    if (!answer.ok) throw new Error(answer.code)
    expect(answer.value.kept).toEqual(answer.value.computed)
  }
  return rows.reduce((sum: number, { ids }) => sum + (ids as string[]).length, 0)
}
