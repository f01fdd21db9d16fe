import { afterAll, beforeAll, expect, test } from 'vitest'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { ACTORS_CHANNEL, type Actors } from './actors.ts'
import { listenForActors } from './listen.ts'

let house: TestHouse
beforeAll(async () => {
  house = await createHouse()
})
afterAll(() => house.close())

test('a change anywhere clears the actors here, also after the connection was lost', async () => {
  let cleared = 0
  const actors = { clear: () => void (cleared += 1) } as Actors
  const listening = listenForActors(house.appUrl, actors)
  const isListening = async () => {
    const found = await house.owner.query(
      `select pid from pg_stat_activity where datname = current_database() and query ilike 'listen %' and pid <> pg_backend_pid()`,
    )
    return found.rowCount
  }
  await expect.poll(isListening, { timeout: 5_000 }).toBe(1)
  await house.pool.query(`select pg_notify($1, '')`, [ACTORS_CHANNEL])
  await expect.poll(() => cleared, { timeout: 5_000 }).toBe(1)

  await house.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
  )
  await expect.poll(() => cleared, { timeout: 5_000 }).toBe(2)
  await expect.poll(isListening, { timeout: 5_000 }).toBe(1)
  await house.pool.query(`select pg_notify($1, '')`, [ACTORS_CHANNEL])
  await expect.poll(() => cleared, { timeout: 5_000 }).toBe(3)
  await listening.stop()
  await expect.poll(isListening, { timeout: 5_000 }).toBe(0)
})
