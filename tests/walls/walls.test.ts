import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { plants, targets } from './plants.ts'

const root = resolve(import.meta.dirname, '../..')
const config = '.dependency-cruiser.cjs'

const Report = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})
type Report = z.infer<typeof Report>

const cruise = (directory: string): Report => {
  const tool = join(root, 'node_modules/.bin/depcruise')
  const args = [tool, 'src', 'bench', '--config', config, '--output-type', 'json']
  const run = spawnSync(process.execPath, args, { cwd: directory, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (run.stdout === '') throw new Error(`dependency-cruiser gave no report: ${run.stderr}`)
  return Report.parse(JSON.parse(run.stdout))
}

const sourcesIn = (directory: string): readonly string[] =>
  globSync('{src,bench}/**/*.{ts,tsx}', { cwd: directory }).map(path => path.replaceAll('\\', '/'))

const write = (directory: string, file: string, text: string): void => {
  mkdirSync(dirname(join(directory, file)), { recursive: true })
  writeFileSync(join(directory, file), text)
}

const copyWithPlants = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'opstap-walls-'))
  for (const path of ['src', 'bench', 'package.json', config]) cpSync(join(root, path), join(copy, path), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const [file, text] of Object.entries(targets)) if (!existsSync(join(copy, file))) write(copy, file, text)
  for (const plant of plants) write(copy, plant.file, `import '${plant.imports}'\nexport const planted = 1\n`)
  write(
    copy,
    'src/plans/web/planted-type.present.ts',
    "import type { Planted } from '../storage/planted-rows.ts'\nexport type Row = Planted\n",
  )
  return copy
}

const rulesFor = (report: Report, file: string): readonly string[] =>
  [
    ...new Set(report.summary.violations.filter(violation => violation.from === file).map(violation => violation.rule.name)),
  ].toSorted()

describe('the walls of the house', () => {
  let copy = ''
  let report: Report
  beforeAll(() => {
    copy = copyWithPlants()
    report = cruise(copy)
  }, 60_000)
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it.each(plants.filter(plant => plant.rules.length > 0))('$file importing $imports is refused by $rules', ({ file, rules }) => {
    expect(rulesFor(report, file)).toEqual(rules.toSorted())
  })

  it.each(plants.filter(plant => plant.rules.length === 0))('$file may import $imports', ({ file, imports }) => {
    expect(rulesFor(report, file)).toEqual([])
    expect(report.modules.find(module => module.source === file)?.dependencies, `${imports} was seen`).toHaveLength(1)
  })

  it('sees an import of nothing but a type', () => {
    expect(rulesFor(report, 'src/plans/web/planted-type.present.ts')).toEqual(['storage-from-use-cases-only'])
  })

  it('has a plant for every rule', () => {
    const { forbidden } = z
      .object({ forbidden: z.array(z.object({ name: z.string() })) })
      .parse(createRequire(import.meta.url)(join(root, config)))
    const planted = new Set(plants.flatMap(plant => plant.rules))
    expect(forbidden.map(rule => rule.name).filter(name => !planted.has(name))).toEqual([])
  })

  it('cruises every source file', () => {
    const seen = new Set(report.modules.map(module => module.source))
    const sources = sourcesIn(copy)
    expect(sources.length).toBeGreaterThan(plants.length + 8)
    expect(sources.filter(file => !seen.has(file))).toEqual([])
  })
})
