import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')

const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string(), severity: z.string(), filename: z.string() })),
})

const vitestImport = "import { expect, it } from 'vitest'\n"

/** [file, text, the rule that must speak] */
const plants: readonly (readonly [string, string, string])[] = [
  ['src/plans/any.ts', 'export const any = (value: any): unknown => value', 'typescript(no-explicit-any)'],
  ['src/plans/floating.ts', 'export const float = (): void => {\n  Promise.resolve(1)\n}', 'typescript(no-floating-promises)'],
  ['src/plans/console.ts', "export const say = (): void => console.log('hello')", 'eslint(no-console)'],
  ['src/plans/comment.ts', '// FIXME later\nexport const later = 1', 'eslint(no-warning-comments)'],
  ['src/plans/domain/clock.ts', 'export const now = (): number => Date.now()', 'eslint(no-restricted-properties)'],
  ['src/plans/domain/timer.ts', 'export const wait = (): unknown => setTimeout(() => 1, 1)', 'eslint(no-restricted-globals)'],
  ['src/only.test.ts', `${vitestImport}it.only('a', () => expect(1).toBe(1))`, 'vitest(no-focused-tests)'],
  ['src/skip.test.ts', `${vitestImport}it.skip('a', () => expect(1).toBe(1))`, 'vitest(no-disabled-tests)'],
  ['src/todo.test.ts', `${vitestImport}it('b', () => expect(1).toBe(1))\nit.todo('a')`, 'vitest(warn-todo)'],
  ['src/nothing.test.ts', "import { it } from 'vitest'\nit('a', () => {})", 'vitest(expect-expect)'],
]

describe('the linter', () => {
  let copy = ''
  let found: z.infer<typeof Report>['diagnostics'] = []
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'opstap-lint-'))
    for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) cpSync(join(root, file), join(copy, file))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    for (const [file, text] of [
      ...plants,
      ['scripts/say.ts', "console.log('hello')"],
      ['src/long.ts', '//\n'.repeat(301)],
    ] as const) {
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      writeFileSync(join(copy, file), `${text}\n`)
    }
    const run = spawnSync(process.execPath, [join(root, 'node_modules/.bin/oxlint'), '--format', 'json'], {
      cwd: copy,
      encoding: 'utf8',
    })
    found = Report.parse(JSON.parse(run.stdout)).diagnostics
  }, 60_000)
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it.each(plants)('refuses %s', (file, _text, rule) => {
    const errors = found.filter(diagnostic => diagnostic.filename === file && diagnostic.severity === 'error')
    expect(errors.map(diagnostic => diagnostic.code)).toEqual([rule])
  })

  it('lets scripts speak', () => {
    expect(found.filter(diagnostic => diagnostic.filename === 'scripts/say.ts')).toEqual([])
  })

  it('warns of a file over 300 lines', () => {
    const warning = found.find(diagnostic => diagnostic.filename === 'src/long.ts')
    expect(warning).toMatchObject({ code: 'eslint(max-lines)', severity: 'warning' })
  })
})
