import type pg from 'pg'

/**
 * Every commit on this pool is a rollback that says it was a commit: the use case runs to its end in the real database,
 * with all its walls and checks, and the next one finds the world as it was.
 */
export const undoCommits = (pool: pg.Pool): pg.Pool => {
  pool.on('connect', client => {
    const query = client.query.bind(client) as (text: unknown, values?: unknown) => Promise<pg.QueryResult>
    const instead = async (): Promise<pg.QueryResult> => {
      await query('set constraints all immediate')
      return { ...(await query('rollback')), command: 'COMMIT' }
    }
    const isCommit = (text: unknown): boolean =>
      text === 'commit' || (typeof text === 'object' && text !== null && 'text' in text && text.text === 'commit')
    Object.defineProperty(client, 'query', {
      value: (text: unknown, values?: unknown) => (isCommit(text) ? instead() : query(text, values)),
    })
  })
  return pool
}
