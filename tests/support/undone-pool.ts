import type pg from 'pg'
import { Batch, type Statement } from '../../src/platform/database/batch.ts'

/** A commit as a rollback that says it was a commit; what would only be found out at the commit is found out before. */
const undone = (statement: Statement): readonly Statement[] => {
  if (statement.text !== 'commit') return [statement]
  const { resolve, reject } = statement
  const unnamed = { name: undefined, values: [] }
  return [
    { ...unnamed, text: 'set constraints all immediate', resolve: () => undefined, reject },
    { ...unnamed, text: 'rollback', resolve: answer => resolve({ ...answer, command: 'COMMIT' }), reject },
  ]
}

/**
 * Every commit on this pool is a rollback that says it was a commit: the use case runs to its end in the real database,
 * with all its walls and checks, and the next one finds the world as it was.
 */
export const undoCommits = (pool: pg.Pool): pg.Pool => {
  pool.on('connect', client => {
    const query = client.query.bind(client) as (asked: unknown, values?: unknown) => unknown
    Object.defineProperty(client, 'query', {
      value: (asked: unknown, values?: unknown) => {
        if (asked instanceof Batch) asked.statements.splice(0, asked.statements.length, ...asked.statements.flatMap(undone))
        return query(asked, values)
      },
    })
  })
  return pool
}
