import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPool, Work } from './pool.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

let database: TestDatabase
let pool: pg.Pool
beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  pool = createPool(database.ownerUrl, 1)
  await pool.query('create table pear (id integer primary key deferrable initially deferred, born date, words text)')
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})
beforeEach(async () => {
  await pool.query('truncate pear')
})

const working = async <T>(use: (work: Work) => Promise<T>): Promise<T> => {
  const work = new Work(await pool.connect())
  try {
    return await use(work)
  } finally {
    await work.release()
  }
}
/** The process behind the one connection of the pool: another one after it was dropped. */
const backend = async (): Promise<number | undefined> =>
  (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid
const INSERT = 'insert into pear (id, words) values ($1, $2)'

describe('statements that are sent in one turn', () => {
  test('answer each their own: rows by column, counts, and nothing for what has no rows; again in the same way when they are kept', async () => {
    for (const id of [1, 2])
      await working(async work => {
        const answers = await Promise.all([
          work.send('begin'),
          work.send(INSERT, [id, 'Conférence']),
          work.send<{ id: number; born: string | null; words: string }>('select * from pear where id = $1', [id]),
          work.send<{ day: string; count: number }>(
            `select date '2026-11-28' as day, count(*) as count from pear where id = any ($1)`,
            [[id, 99]],
          ),
          work.send('commit'),
        ])
        expect(answers.map(({ command, rowCount }) => [command, rowCount])).toEqual([
          ['BEGIN', null],
          ['INSERT', 1],
          ['SELECT', 1],
          ['SELECT', 1],
          ['COMMIT', null],
        ])
        expect(answers[2].rows).toEqual([{ id, born: null, words: 'Conférence' }])
        expect(answers[3].rows).toEqual([{ day: '2026-11-28', count: 1 }])
      })
  })

  test('the first that fails stops those behind it, the commit too; they fail alike, and the connection works on', async () => {
    const before = await backend()
    await working(async work => {
      const answers = await Promise.allSettled([
        work.send('begin'),
        work.send(INSERT, [3, 'goes along']),
        work.send('select 1 / $1::int as n', [0]),
        work.send('select words from pear where id = $1 and words = $2', [3, 'never parsed']),
        work.send('commit'),
      ])
      expect(
        answers.map(answer => (answer.status === 'fulfilled' ? answer.value.command : (answer.reason as Error).message)),
      ).toEqual(['BEGIN', 'INSERT', 'division by zero', 'division by zero', 'division by zero'])
      await work.send('rollback')
    })
    await working(async work => {
      const never = await work.send('select words from pear where id = $1 and words = $2', [3, 'never parsed'])
      expect([never.rowCount, (await work.send<{ n: number }>('select 1 / $1::int as n', [1])).rows]).toEqual([0, [{ n: 1 }]])
    })
    expect(await backend()).toBe(before)
  })

  test('with a value that cannot be sent none of them is', async () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    await working(async work => {
      const answers = await Promise.allSettled([
        work.send('begin'),
        work.send(INSERT, [4, 'x']),
        work.send(INSERT, [5, circle]),
        work.send('commit'),
      ])
      expect(answers.map(answer => answer.status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
      await expect(work.settle()).rejects.toThrow(/circular/i)
    })
    expect((await pool.query('select from pear')).rowCount).toBe(0)
  })

  test('what is sent is what a value was at that moment', async () => {
    await working(async work => {
      const value = { words: 'first' }
      void work.send('insert into pear (id, words) values ($1, $2::json ->> $3)', [6, value, 'words'])
      value.words = 'later'
      await work.settle()
    })
    expect((await pool.query('select words from pear')).rows).toEqual([{ words: 'first' }])
  })
})

test('a commit that is refused at the last moment fails', async () => {
  await working(async work => {
    void work.send('begin')
    void work.send(INSERT, [7, 'a'])
    void work.send(INSERT, [7, 'b'])
    await expect(work.send('commit')).rejects.toThrow(/duplicate key/)
    await work.send('rollback')
  })
})

test('what comes after the end of a transaction is refused, and is not done outside it', async () => {
  await working(async work => {
    void work.send('begin')
    void work.send(INSERT, [9, 'in time'])
    const committed = work.send('commit')
    await expect(work.send(INSERT, [10, 'too late'])).rejects.toThrow(/has ended/)
    await committed
    await expect(work.send(INSERT, [11, 'far too late'])).rejects.toThrow(/has ended/)
    void work.send('begin')
    void work.send(INSERT, [12, 'in another'])
    await work.send('commit')
  })
  expect((await pool.query('select id from pear order by id')).rows).toEqual([{ id: 9 }, { id: 12 }])
})

test('a connection on which a transaction was left open is not given to the next', async () => {
  const before = await backend()
  await working(async work => {
    await work.send('begin')
    await work.send(INSERT, [8, 'lost'])
  })
  expect(await backend()).not.toBe(before)
  expect((await pool.query('select from pear')).rowCount).toBe(0)
})

test('a statement whose columns changed since it was kept fails once, on a connection that is not used again', async () => {
  const ask = () => working(work => work.send('select * from pear where id = $1', [1]))
  await ask()
  const before = await backend()
  await pool.query('alter table pear add column colour text')
  await expect(ask()).rejects.toThrow(/cached plan must not change result type/)
  expect((await ask()).rowCount).toBe(0)
  expect(await backend()).not.toBe(before)
})
