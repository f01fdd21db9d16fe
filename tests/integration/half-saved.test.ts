import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accept, newId } from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { type Actor, allow, command } from '#platform'
import { z } from 'zod'

let house: TestHouse
let admin: Actor
beforeAll(async () => {
  house = await createHouse()
  admin = await house.member(await house.municipality(), 'beheer')
})
afterAll(() => house.close())

/** Writes a row, and then gives an answer that cannot be kept for a repeat. */
const answersWithBigInt = command({
  name: 'test.answersWithBigInt',
  summary: 'Gives an answer that is no JSON',
  input: z.object({}),
  output: z.object({ count: z.bigint() }),
  access: allow({ to: 'try', who: ['beheer'] }),
  run: async ({ record, publish }) => {
    record({ entity: 'test', id: newId() })
    publish({ name: 'Tested', payload: {} })
    return accept({ count: 1n })
  },
})

test('given an answer that cannot be kept, when the command ends, then it fails as a whole and nothing is half saved', async () => {
  const running = house.runner.run(answersWithBigInt, admin, {}, { idempotencyKey: newId<string>() })
  await expect(running).rejects.toThrow(/BigInt/)
  for (const table of ['access_list', 'outbox_fact', 'idempotency']) {
    const rows = await house.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    expect([table, rows.rows[0]?.n]).toEqual([table, 0])
  }
})

const writesNothing = command({
  name: 'test.writesNothing',
  summary: 'Is only there to be asked',
  input: z.object({}),
  output: z.object({}),
  access: allow({ to: 'try', who: ['beheer'] }),
  run: async () => accept({}),
})

test.each([
  ['is longer than what is kept', randomBytes(8_000).toString('base64')],
  ['has a NUL', 'sleutel\0'],
])('given a key for repeats that %s, then it is refused in words, not left out or broken on', async (_why, idempotencyKey) => {
  expect(await house.runner.run(writesNothing, admin, {}, { idempotencyKey })).toMatchObject({
    ok: false,
    code: 'invalidInput',
    field: 'idempotencyKey',
  })
})
