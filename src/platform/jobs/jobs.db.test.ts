import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { addJob, addJobIn } from './add-job.ts'
import { createJobs } from './jobs.ts'
import { dbOn, Work } from '../database/pool.ts'

let house: TestHouse
beforeAll(async () => {
  house = await createHouse()
})
afterAll(() => house.close())

test('work goes on after the database was away', { timeout: 60_000 }, async () => {
  const done: unknown[] = []
  const jobs = createJobs({
    connectionString: house.appUrl,
    tasks: { count: async payload => void done.push(payload) },
    log: () => undefined,
  })
  await jobs.start()
  await addJob(house.pool, 'count', { n: 1 })
  await expect.poll(() => done, { timeout: 5_000 }).toEqual([{ n: 1 }])

  const name = new URL(house.appUrl).pathname.slice(1)
  const cutOff = () =>
    house.owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = $1',
      [new URL(house.appUrl).username],
    )
  await house.owner.query(`alter database ${name} connection limit 0`)
  for (let i = 0; i < 4; i += 1) {
    await cutOff()
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  await house.owner.query(`alter database ${name} connection limit -1`)
  await expect
    .poll(
      () =>
        addJob(house.pool, 'count', { n: 2 }).then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    .toBe(true)
  await expect.poll(() => done, { timeout: 40_000 }).toEqual([{ n: 1 }, { n: 2 }])
  await jobs.stop()
})

test('a job in a transaction that is undone was never there', async () => {
  const work = new Work(await house.pool.connect())
  await work.send('begin')
  await addJobIn(dbOn(work), 'count', { n: 3 })
  await work.send('rollback')
  await work.release()
  expect((await house.owner.query('select from graphile_worker._private_jobs')).rowCount).toBe(0)
})

test('stopped before it was started, and started twice, is the same as once', async () => {
  const jobs = createJobs({ connectionString: house.appUrl, tasks: {}, log: () => undefined })
  await jobs.stop()
  await jobs.start()
  await jobs.start()
  await jobs.stop()
  const found = await house.owner.query(
    `select from pg_stat_activity where datname = current_database() and application_name = 'worker'`,
  )
  expect(found.rowCount).toBe(0)
})
