import type pg from 'pg'
import { z } from 'zod'
import { TenantId } from '#kernel'

const Row = z.object({ tenant_id: TenantId, slug: z.string(), name: z.string() })

/** The municipalities of this installation: for jobs and the command line, which start outside any of them. */
export const municipalities = async (
  pool: pg.Pool,
): Promise<readonly { readonly tenantId: TenantId; readonly slug: string; readonly name: string }[]> => {
  const answer = await pool.query('select tenant_id, slug, name from auth.municipalities()')
  return answer.rows.map(raw => {
    const row = Row.parse(raw)
    return { tenantId: row.tenant_id, slug: row.slug, name: row.name }
  })
}
