import { describe, expect, it } from 'vitest'
import { lockfileProblems } from '../../scripts/checks/lockfile.ts'
import { fileProblems } from '../../scripts/checks/repository.ts'

// Put together here, so that this file passes the checks that it tests.
const home = ['', 'home', 'jan', ''].join('/')
const registry = ['regis', 'try'].join('')

const integrity = `sha512-${'a'.repeat(86)}==`
const lockfile = (packages: Readonly<Record<string, object>>) => ({ lockfileVersion: 3, packages: { '': {}, ...packages } })

describe('lock file', () => {
  it('accepts entries that are bound to their content', () => {
    expect(lockfileProblems(lockfile({ 'node_modules/a': { integrity } }))).toEqual([])
  })
  it('refuses an entry without integrity', () => {
    expect(lockfileProblems(lockfile({ 'node_modules/a': { version: '1.0.0' } }))).toEqual([
      'node_modules/a: no sha512 integrity',
    ])
  })
  it('refuses a weaker hash', () => {
    expect(lockfileProblems(lockfile({ 'node_modules/a': { integrity: 'sha1-abc=' } }))).toEqual([
      'node_modules/a: no sha512 integrity',
    ])
  })
  it('refuses an address', () => {
    const entry = { integrity, resolved: 'https://example.test/a.tgz' }
    expect(lockfileProblems(lockfile({ 'node_modules/a': entry }))).toEqual(['node_modules/a: resolved to an address'])
  })
  it('refuses an empty lock file', () => {
    expect(lockfileProblems(lockfile({}))).toEqual(['the lock file holds no packages'])
  })
})

describe('repository', () => {
  it.each([
    ['docs/a.md', `see ${home}opstap/src`, `docs/a.md:1: path of one machine: ${home}`],
    ['src/a.ts', `\n"${home}opstap"`, `src/a.ts:2: path of one machine: ${home}`],
    ['.npmrc', `registry=https://${registry}.example.org/`, `.npmrc:1: address of a package registry: https://${registry}.`],
    ['docs/a.md', 'text\n<<<<<<< HEAD\n', 'docs/a.md:2: left-over of a merge: <<<<<<<'],
    ['src/a.test.ts', 'it.skip("a")', 'src/a.test.ts:1: test that may not run: it.skip'],
    ['src/a.test.ts', 'describe.each([]).x; test.skipIf(true)', 'src/a.test.ts:1: test that may not run: test.skipIf'],
    ['tests/a.ts', 'it.concurrent.only("a")', 'tests/a.ts:1: test that may not run: it.concurrent.only'],
    ['src/plans/domain/a.ts', 'const now = new Date()', 'src/plans/domain/a.ts:1: clock or randomness in pure code: new Date()'],
    ['src/a.ts', 'x\n'.repeat(601), 'src/a.ts: 601 lines, more than 600'],
  ])('%s with %j is refused', (path, text, problem) => {
    expect(fileProblems(path, text)).toEqual([problem])
  })

  it.each([
    ['src/plans/use-cases/a.ts', 'const now = new Date()'],
    ['src/plans/domain/a.ts', 'const day = new Date(text)'],
    ['src/a.test.ts', 'it("skips the only day", () => {})'],
    ['docs/a.md', `https://opstap.example${home} and ~/opstap`],
    ['src/a.ts', 'x\n'.repeat(600)],
  ])('%s with %j is accepted', (path, text) => {
    expect(fileProblems(path, text)).toEqual([])
  })
})
