import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { embeddedDatabase } from './roles.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that tests/global-setup.ts started; the URLs name a database that is not there, for `createTestDatabase` to replace. */
    testDatabaseServer: { readonly ownerUrl: string; readonly appUrl: string; readonly template: string }
  }
}

export type TestDatabase = {
  /** Superuser, for migrations and for looking behind row-level security. */
  readonly ownerUrl: string
  /** The role the application uses, bound by row-level security. */
  readonly appUrl: string
  readonly drop: () => Promise<void>
}

const inDatabase = (url: string, name: string): string => url.replace(`/${embeddedDatabase}?`, `/${name}?`)

const asAdmin = async (ownerUrl: string, statement: string): Promise<void> => {
  const admin = new Client({ connectionString: inDatabase(ownerUrl, 'postgres') })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}

/** A database of its own for a test file, with all migrations applied and no rows but theirs; `migrated: false` gives an empty one. */
export const createTestDatabase = async ({ migrated = true }: { readonly migrated?: boolean } = {}): Promise<TestDatabase> => {
  const { ownerUrl, appUrl, template } = inject('testDatabaseServer')
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(ownerUrl, `create database ${name} template ${migrated ? template : 'template0'}`)
  return {
    ownerUrl: inDatabase(ownerUrl, name),
    appUrl: inDatabase(appUrl, name),
    drop: () => asAdmin(ownerUrl, `drop database ${name} with (force)`),
  }
}
