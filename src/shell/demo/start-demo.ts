import pg from 'pg'
import { DEMO_PASSWORD, DEMO_SIGN_INS } from '#organisations'
import type { Clock } from '#platform'
import { loadDemo, type LoadedDemo, wasCutOff } from './load-demo.ts'

interface Database {
  readonly ownerUrl: string
  readonly appUrl: string
}

/** What was loaded before it was cut off goes: nothing but the demo can be there, since nobody could sign in yet. */
const clearWhatWasCutOff = async (ownerUrl: string): Promise<boolean> => {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  try {
    if (!(await wasCutOff(owner))) return false
    const tables = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth')`,
    )
    await owner.query(`truncate ${tables.rows.map(({ name }) => name).join(', ')}`)
    return true
  } finally {
    await owner.end()
  }
}

/** Fills an empty database, and one whose filling was cut off; leaves any other as it is. */
export const startDemo = async (database: Database, say: (line: string) => void, clock?: Clock): Promise<LoadedDemo> => {
  if (await clearWhatWasCutOff(database.ownerUrl)) say('Loading the demo was cut off before; it starts again.')
  const { appUrl } = database
  const loaded = await loadDemo(clock === undefined ? { appUrl } : { appUrl, clock })
  if (loaded.loaded) say(`The demo is loaded: ${loaded.participants} participants in ${(loaded.ms / 1_000).toFixed(1)} s.`)
  return loaded
}

/** Who may try Opstap, and how. */
export const tellSignIns = (say: (line: string) => void): void => {
  say(`Demo sign-ins, password ${DEMO_PASSWORD}:`)
  for (const email of DEMO_SIGN_INS) say(`  ${email}`)
}
