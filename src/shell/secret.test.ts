import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '#platform'
import { secretOf } from './secret.ts'

test('a trial makes a secret once and keeps it for its own account only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opstap-secret-'))
  try {
    const config = readConfig({ OPSTAP_DATA: folder })
    const made = secretOf(config)
    expect(made.length).toBeGreaterThanOrEqual(32)
    expect(secretOf(config)).toBe(made)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('on a database server nothing is made up: the same secret is needed by every process', () => {
  const named = { DATABASE_URL: 'postgres://app@db/opstap', DATABASE_OWNER_URL: 'postgres://owner@db/opstap' }
  expect(() => secretOf(readConfig(named))).toThrow('OPSTAP_SECRET is not')
  expect(secretOf(readConfig({ ...named, OPSTAP_SECRET: 's'.repeat(32) }))).toBe('s'.repeat(32))
})

test('a database server is no trial unless that is said', () => {
  expect(readConfig({}).demo).toBe(true)
  expect(readConfig({ NODE_ENV: 'production' }).demo).toBe(false)
  expect(readConfig({ DATABASE_URL: 'postgres://app@db/opstap' }).demo).toBe(false)
  expect(readConfig({ DATABASE_URL: 'postgres://app@db/opstap', OPSTAP_DEMO: '1' }).demo).toBe(true)
})
