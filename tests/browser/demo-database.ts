import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { configureBsn } from '#people'
import { configurePaperCodes } from '#platform'
import type { TestDatabase } from '#platform/test-kit'
import { loadDemo } from '../../src/shell/demo/load-demo.ts'

/** A running PostgreSQL as tests/global-setup.ts provides it. */
export interface DatabaseServer {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly template: string
}

/** Of the installation that the tests are: what the demo encrypts, the product can read. */
export const SECRET = 'browser-test-secret-of-forty-characters!'

const LOADED = 'opstap_demo_loaded'
const LOADING = 'opstap_demo_loading'

const inDatabase = (url: string, name: string): string => url.replace(/\/[a-z_]+\?/, `/${name}?`)

const asAdmin = async <T>(server: DatabaseServer, work: (admin: Client) => Promise<T>): Promise<T> => {
  const admin = new Client({ connectionString: inDatabase(server.ownerUrl, 'postgres') })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** The demo is loaded once for a run; every test file then gets a copy in a moment. */
const loadOnce = async (server: DatabaseServer): Promise<void> => {
  const isThere = await asAdmin(server, async admin => {
    const found = await admin.query('select from pg_database where datname = $1', [LOADED])
    if (found.rowCount !== 0) return true
    await admin.query(`drop database if exists ${LOADING} with (force)`)
    await admin.query(`create database ${LOADING} template ${server.template}`)
    return false
  })
  if (isThere) return
  configureBsn(SECRET)
  configurePaperCodes(SECRET)
  await loadDemo({ appUrl: inDatabase(server.appUrl, LOADING) })
  await asAdmin(server, admin => admin.query(`alter database ${LOADING} rename to ${LOADED}`))
}

export const createDemoDatabase = async (server: DatabaseServer): Promise<TestDatabase> => {
  await loadOnce(server)
  const name = `demo_${randomBytes(8).toString('hex')}`
  await asAdmin(server, admin => admin.query(`create database ${name} template ${LOADED}`))
  return {
    ownerUrl: inDatabase(server.ownerUrl, name),
    appUrl: inDatabase(server.appUrl, name),
    drop: async () => void (await asAdmin(server, admin => admin.query(`drop database ${name} with (force)`))),
  }
}
