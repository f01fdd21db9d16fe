import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Sets of texts that participants read: those that have Arabic. */
const sets = globSync('src/**/*.{ts,tsx}', { cwd: ROOT })
  .filter(path => !path.includes('.test.'))
  .flatMap(path =>
    [...read(path).matchAll(/defineTexts\(\{([^()]*)\}\)/g)]
      .map(([, given = '']) => given)
      .filter(given => /\bar\b/.test(given))
      .map(given => ({ path, name: /name: '([\w-]+)'/.exec(given)?.[1] })),
  )

test('every set of texts for participants has a name, so that another language can bring it', () => {
  expect(sets.length).toBeGreaterThan(15)
  expect(sets.filter(({ name }) => name === undefined).map(({ path }) => path)).toEqual([])
})

test('no two sets share a name, and each is told to who translates', () => {
  const names = sets.flatMap(({ name }) => name ?? [])
  expect(new Set(names).size).toBe(names.length)
  const page = read('docs/languages.md')
  expect(names.filter(name => !page.includes(`\`${name}\``))).toEqual([])
})
