import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { cruise, notCruised, type Report } from '../../scripts/checks/walls.ts'
import { plants, targets } from './plants.ts'

const root = resolve(import.meta.dirname, '../..')
const config = '.dependency-cruiser.cjs'

const write = (directory: string, file: string, text: string): void => {
  mkdirSync(dirname(join(directory, file)), { recursive: true })
  writeFileSync(join(directory, file), text)
}

const copyWithPlants = (): string => {
  const copy = mkdtempSync(join(tmpdir(), 'opstap-walls-'))
  for (const path of ['src', 'bench', 'scripts', 'tests', 'package.json', config]) {
    cpSync(join(root, path), join(copy, path), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const [file, text] of Object.entries(targets)) if (!existsSync(join(copy, file))) write(copy, file, text)
  for (const plant of plants) write(copy, plant.file, `import '${plant.imports}'\nexport const planted = 1\n`)
  const onlyType = "import type { Planted } from '../storage/planted-rows.ts'\nexport type Row = Planted\n"
  write(copy, 'src/plans/web/planted-type.present.ts', onlyType)
  return copy
}

const rulesFor = (report: Report, file: string): readonly string[] => {
  const found = report.summary.violations.filter(violation => violation.from === file)
  return [...new Set(found.map(violation => violation.rule.name))].toSorted()
}

describe('the walls of the house', () => {
  let copy = ''
  let report: Report
  beforeAll(() => {
    copy = copyWithPlants()
    report = cruise(copy, join(root, 'node_modules/.bin/depcruise'))
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
    const Config = z.object({ forbidden: z.array(z.object({ name: z.string() })) })
    const { forbidden } = Config.parse(createRequire(import.meta.url)(join(root, config)))
    const planted = new Set(plants.flatMap(plant => plant.rules))
    expect(forbidden.map(rule => rule.name).filter(name => !planted.has(name))).toEqual([])
  })

  it('looks at every source file', () => {
    expect(report.modules.length).toBeGreaterThan(plants.length + 100)
    expect(notCruised(copy, report)).toEqual([])
  })

  it('notices a source file that was not looked at', () => {
    const blind = { ...report, modules: report.modules.filter(module => module.source !== 'src/kernel/ids.ts') }
    expect(notCruised(copy, blind)).toEqual(['src/kernel/ids.ts'])
  })
})
