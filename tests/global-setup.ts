import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { isAlive, stopPostmaster } from '../src/platform/database/embedded-postmaster.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { embeddedAppRole, embeddedDatabase } from '../src/platform/database/roles.ts'

const ownDirectory = /^opstap-test-(\d+)-/
const template = 'opstap_template'

/** A run that was killed could not stop its server. */
const removeLeftOvers = async (): Promise<void> => {
  for (const name of readdirSync(tmpdir())) {
    const pid = ownDirectory.exec(name)?.[1]
    if (!pid || isAlive(Number(pid))) continue
    await stopPostmaster(join(tmpdir(), name, 'database', 'cluster'))
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

const makeTemplate = async (ownerUrl: string): Promise<void> => {
  const admin = new Client({ connectionString: ownerUrl.replace(`/${embeddedDatabase}?`, '/postgres?') })
  await admin.connect()
  await admin.query(`alter database ${embeddedDatabase} rename to ${template}`)
  await admin.end()
}

/** One PostgreSQL for the whole run, with a migrated database that `createTestDatabase` copies. */
export default async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  await removeLeftOvers()
  const dataDir = mkdtempSync(join(tmpdir(), `opstap-test-${process.pid}-`))
  chmodSync(dataDir, 0o711)
  const server = await startEmbedded({ dataDir, log: () => undefined, durable: false })
  const stop = async (): Promise<void> => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await migrate(server.ownerUrl, { appRole: embeddedAppRole })
    await makeTemplate(server.ownerUrl)
  } catch (error) {
    await stop()
    throw error
  }
  provide('testDatabaseServer', { ownerUrl: server.ownerUrl, appUrl: server.appUrl, template })
  return stop
}
