import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashToken } from '#platform'
import {
  isServing,
  makeScratch,
  query,
  repository,
  runDatabase,
  serverOf,
  stop,
  untilGone,
} from '../../src/platform/database/embedded-test-process.ts'

/**
 * Opstap and its database are killed while many write. What was acknowledged is there afterwards, and who sends again with the
 * same key what was not acknowledged writes it once. Fifty rounds by `npm run trust`.
 */
const ROUNDS = Number(process.env['OPSTAP_KILLS'] ?? 1)
const WRITERS = 8
const TOKEN = `opstap_${'k'.repeat(43)}`

interface Write {
  readonly key: string
  readonly participantId: string
}
interface Running {
  readonly child: ChildProcess
  readonly origin: string
  readonly ended: Promise<unknown>
}

const scratch = makeScratch('opstap-killed-')
let running: Running | undefined
let people: readonly string[] = []

const start = async (): Promise<Running> => {
  const child = spawn(process.execPath, ['--import', 'tsx', join('src', 'shell', 'main.ts')], {
    cwd: repository,
    env: { ...process.env, NODE_ENV: 'development', OPSTAP_DATA: scratch.path, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  let over = false
  const ended = new Promise(resolve => child.once('close', resolve)).then(() => (over = true))
  for (;;) {
    const origin = /Opstap listens on (http:\S+)/.exec(said)?.[1]
    if (origin !== undefined) return { child, origin, ended }
    if (over) throw new Error(`Opstap did not start: ${said}`)
    await sleep(50)
  }
}
/** Both at once, as when the power goes. */
const killBoth = async ({ child, ended }: Running): Promise<void> => {
  const server = serverOf(scratch.path)
  process.kill(server, 'SIGKILL')
  child.kill('SIGKILL')
  await Promise.all([ended, untilGone(server)])
}

/** The status of the answer; undefined when there was none. */
const send = async (origin: string, { key, participantId }: Write): Promise<number | undefined> => {
  try {
    const answer = await fetch(`${origin}/api/v1/participants/${participantId}/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ words: `killed ${key}` }),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return undefined
  }
}

const asOwner = async <T>(use: (url: string) => Promise<T>): Promise<T> => {
  const database = await runDatabase({ dataDir: scratch.path, join: isServing(scratch.path) })
  try {
    return await use(database.ownerUrl)
  } finally {
    await stop(database)
  }
}

beforeAll(async () => {
  const first = await start()
  first.child.kill('SIGTERM')
  await first.ended
  await asOwner(async url => {
    const coach = `from membership m join auth."user" u on u.id = m.user_id where u.email = 'coach@demo.opstap.test'`
    await query(
      url,
      `insert into auth.api_token (id, token, tenant_id, membership_id, name, expires_at)
       select gen_random_uuid(), '${hashToken(TOKEN)}', m.tenant_id, m.id, 'killed', now() + interval '1 day' ${coach}`,
    )
    const rows = await query(
      url,
      `select g.participant_id as id from access_grant g
       where 'notes' = any (g.writes) and g.revoked_at is null and g.membership_id = (select m.id ${coach})
         and g.valid_from <= current_date and (g.valid_until is null or g.valid_until >= current_date)`,
    )
    people = rows.map(row => String(row['id']))
  })
}, 240_000)
afterAll(async () => {
  running?.child.kill('SIGKILL')
  await running?.ended
  await scratch.remove()
}, 60_000)

test(
  'given writers that are not stopped, when Opstap and its database are killed, then no acknowledged write is lost and none is there twice',
  async () => {
    expect(people.length).toBeGreaterThan(3)
    const acknowledged = new Set<string>()
    const odd: (number | undefined)[] = []
    let waiting: Write[] = []
    const deliver = async (origin: string, write: Write): Promise<void> => {
      const status = await send(origin, write)
      if (status === 201) acknowledged.add(write.key)
      else waiting.push(write)
      if (status !== 201 && status !== undefined && status !== 503) odd.push(status)
    }
    /** What was not acknowledged goes again, with its key. */
    const again = async (origin: string): Promise<void> => {
      const writes = waiting
      waiting = []
      for (const write of writes) await deliver(origin, write)
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      running = await start()
      const { origin } = running
      await again(origin)
      let on = true
      const writer = async (): Promise<void> => {
        for (let n = 0; on; n += 1) await deliver(origin, { key: randomUUID(), participantId: people[n % people.length] ?? '' })
      }
      const writers = Array.from({ length: WRITERS }, writer)
      await sleep(400 + Math.random() * 600)
      await killBoth(running)
      on = false
      await Promise.all(writers)
    }
    running = await start()
    await again(running.origin)
    running.child.kill('SIGTERM')
    await running.ended
    expect(odd).toEqual([])
    expect(waiting).toEqual([])
    const rows = await asOwner(url =>
      query(url, `select words, count(*)::int as n from note where words like 'killed %' group by words`),
    )
    const kept = new Map(rows.map(row => [String(row['words']).slice('killed '.length), Number(row['n'])]))
    expect([...acknowledged].filter(key => !kept.has(key))).toEqual([])
    expect([...kept].filter(([key, n]) => n !== 1 || !acknowledged.has(key))).toEqual([])
    expect(acknowledged.size).toBeGreaterThan(ROUNDS * WRITERS)
    process.stdout.write(`killed ${ROUNDS} times: ${acknowledged.size} acknowledged, 0 lost, 0 twice\n`)
  },
  120_000 + ROUNDS * 60_000,
)
