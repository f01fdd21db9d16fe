/**
 * Measures the product on generated data, next to bare PostgreSQL in the same run.
 * npm run bench            30,000 participants and 600,000 notes, and a tenth of it to show growth
 * npm run bench -- --full  ten times that
 * npm run bench -- --small  the tenth only, for comparing while working
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { projectRoot } from '#platform'
import { serverFlags } from '../scripts/launch.mjs'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { roleOf } from '../src/platform/database/roles.ts'
import { generate } from './data/generate.ts'
import type { Coach } from './data/people.ts'
import { seeded } from './data/random.ts'
import { DEFAULT_SIZES, scaled, type Sizes } from './data/sizes.ts'
import { cpuOf, cpuOfServer, memoryOf } from './load/cpu.ts'
import { type Asked, drive } from './load/drive.ts'
import { hasPgbench, type Operation, raw } from './load/raw.ts'

const CONNECTIONS = 16
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 6)
const PORT = 3_190
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** The budgets of the architecture: CPU in ms per request, and the least share of raw1 / raw5 throughput. */
const GOALS: Readonly<
  Record<string, { readonly cpu: number; readonly trial: number; readonly raw?: readonly [number, number] }>
> = {
  dossier: { cpu: 1.0, trial: 1.15, raw: [0.3, 0.5] },
  caseload: { cpu: 0.85, trial: 1.05, raw: [0.3, 0.5] },
  note: { cpu: 1.1, trial: 1.42, raw: [0.3, 0.5] },
  search: { cpu: 1.8, trial: 1.8, raw: [0.6, 0.75] },
  page: { cpu: 2.0, trial: 2.0 },
}

interface Measured {
  readonly operation: string
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly failures: number
  readonly serverMs: number
  readonly databaseMs: number
  readonly raw1?: number
  readonly raw5?: number
  readonly raw1p95?: number
}

const requests = (coaches: readonly Coach[]): Readonly<Record<string, () => Asked>> => {
  const random = seeded(11)
  const coach = (): Coach => coaches[Math.floor(random() * coaches.length)] as Coach
  const person = (of: Coach): string => of.participants[Math.floor(random() * of.participants.length)] ?? ''
  const get = (path: (of: Coach) => string) => (): Asked => {
    const of = coach()
    return { method: 'GET', path: path(of), token: of.token }
  }
  return {
    dossier: get(of => `/api/v1/participants/${person(of)}/dossier`),
    caseload: get(() => '/api/v1/caseload'),
    note: () => {
      const of = coach()
      return {
        method: 'POST',
        path: `/api/v1/participants/${person(of)}/notes`,
        token: of.token,
        body: JSON.stringify({ words: 'Belde: het ging goed.', kind: 'phone' }),
      }
    },
    search: get(() => '/api/v1/participants?q=selam'),
    page: get(of => `/deelnemers/${person(of)}`),
  }
}

const startProduct = async (ownerUrl: string, appUrl: string) => {
  const child = spawn(process.execPath, [...serverFlags(), join(projectRoot(), 'dist', 'main.js')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      OPSTAP_DEMO: '0',
      PORT: String(PORT),
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      OPSTAP_SECRET: 'b'.repeat(40),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  for (let tries = 0; tries < 100; tries += 1) {
    const ready = await fetch(`http://127.0.0.1:${PORT}/readyz`).then(
      answer => answer.ok,
      () => false,
    )
    if (ready) return child
    await sleep(200)
  }
  child.kill()
  throw new Error('The product did not start')
}

/** The server makes by itself, from its start on, what lists keep of plans that came in another way. */
const linesKept = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  for (let missing = true; missing; await sleep(500)) {
    const { rows } = await client.query(
      `select exists (select from goal g where not exists (select from plan_line l where (l.tenant_id, l.participant_id) = (g.tenant_id, g.participant_id))) as missing`,
    )
    missing = Boolean(rows[0]?.missing)
  }
  await client.query('vacuum analyze plan_line')
  await client.end()
}

const measure = async (
  sizes: Sizes,
): Promise<{ readonly rows: number; readonly memory: number; readonly measured: readonly Measured[] }> => {
  const dataDir = mkdtempSync('/tmp/opstap-bench-')
  const database = await startEmbedded({ dataDir, log: () => undefined })
  try {
    await migrate(database.ownerUrl, { appRole: roleOf(database.appUrl) })
    say(
      `Making ${sizes.participants} participants and ${sizes.participants * sizes.notesEach} notes in ${sizes.municipalities} municipalities…`,
    )
    const { coaches, rows } = await generate(database.ownerUrl, sizes, say)
    const postmaster = postmasterOf(database.ownerUrl)
    const product = await startProduct(database.ownerUrl, database.appUrl)
    await linesKept(database.ownerUrl)
    const measured: Measured[] = []
    for (const [operation, next] of Object.entries(requests(coaches))) {
      await drive(PORT, CONNECTIONS, 1.5, next)
      const before = [cpuOf(product.pid ?? 0), cpuOfServer(postmaster)] as const
      const driven = await drive(PORT, CONNECTIONS, SECONDS, next)
      const server = ((cpuOf(product.pid ?? 0) - before[0]) * 1_000) / driven.requests
      const db = ((cpuOfServer(postmaster) - before[1]) * 1_000) / driven.requests
      const bareFor =
        operation in GOALS && GOALS[operation]?.raw !== undefined && hasPgbench() ? (operation as Operation) : undefined
      const raw1 = bareFor === undefined ? undefined : raw('raw1', bareFor, database.ownerUrl, coaches, CONNECTIONS, 3)
      const raw5 = bareFor === undefined ? undefined : raw('raw5', bareFor, database.appUrl, coaches, CONNECTIONS, 3)
      measured.push({
        operation,
        ...driven,
        serverMs: server,
        databaseMs: db,
        ...(raw1 === undefined || raw5 === undefined ? {} : { raw1: raw1.perSecond, raw1p95: raw1.p95, raw5: raw5.perSecond }),
      })
    }
    const memory = memoryOf(product.pid ?? 0)
    product.kill('SIGTERM')
    await new Promise(resolve => product.once('exit', resolve))
    return { rows, memory, measured }
  } finally {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const postmasterOf = (ownerUrl: string): number => {
  const socket = new URL(ownerUrl).searchParams.get('host') ?? ''
  const lock = spawnSync('sh', ['-c', `cat "${socket}"/.s.PGSQL.*.lock`], { encoding: 'utf8' }).stdout
  return Number(lock.split('\n')[0])
}

const cell = (n: number | undefined, digits = 2): string => (n === undefined ? '' : n.toFixed(digits))
const table = (measured: readonly Measured[]): string =>
  [
    '| operation | req/s | p50 ms | p95 ms | server ms | database ms | CPU ms | goal (trial) | raw1/s | of raw1 | raw5/s | of raw5 | p95 / raw1 p95 | failed |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...measured.map(m => {
      const goal = GOALS[m.operation]
      const share = (of: number | undefined): string => (of === undefined ? '' : cell(m.perSecond / of))
      return `| ${[m.operation, cell(m.perSecond, 0), cell(m.p50), cell(m.p95), cell(m.serverMs), cell(m.databaseMs), cell(m.serverMs + m.databaseMs), `${goal?.cpu ?? ''} (${goal?.trial ?? ''})`, cell(m.raw1, 0), share(m.raw1), cell(m.raw5, 0), share(m.raw5), m.raw1p95 === undefined ? '' : cell(m.p95 / m.raw1p95), m.failures].join(' | ')} |`
    }),
  ].join('\n')

const machine = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, PostgreSQL 18 embedded, ${hasPgbench() ? 'raw figures by pgbench' : 'no pgbench: no raw figures'}`

const main = async (): Promise<void> => {
  const sizes = process.argv.includes('--full') ? scaled(DEFAULT_SIZES, 10) : DEFAULT_SIZES
  const results = []
  const tenth = scaled(sizes, 0.1)
  for (const size of process.argv.includes('--small') ? [tenth] : [tenth, sizes]) {
    const result = await measure(size)
    results.push({ sizes: size, ...result })
    say(
      `\n${size.participants} participants, ${size.participants * size.notesEach} notes (${result.rows} rows), ${CONNECTIONS} connections; memory of the server ${result.memory} MB\n`,
    )
    say(`${table(result.measured)}\n`)
  }
  const matching = spawnSync(process.execPath, [join(projectRoot(), 'bench', 'matching', 'speed.ts'), '5000'], {
    encoding: 'utf8',
    cwd: projectRoot(),
  })
  say(`Matching one wish against 5,000 offers:\n${matching.stdout}${matching.stderr}`)
  say(machine)
  writeFileSync(
    join(projectRoot(), 'bench', 'results', 'latest.json'),
    `${JSON.stringify({ machine, at: new Date().toISOString(), connections: CONNECTIONS, results, matching: matching.stdout }, undefined, 2)}\n`,
  )
}

spawnSync(process.execPath, [join(projectRoot(), 'scripts', 'build.mjs')], { stdio: 'inherit' })
readFileSync(join(projectRoot(), 'dist', 'main.js'))
await main()
