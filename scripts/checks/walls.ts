import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { z } from 'zod'

const Report = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
  summary: z.object({
    totalDependenciesCruised: z.number(),
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        comment: z.string().optional(),
        cycle: z.array(z.object({ name: z.string() })).optional(),
      }),
    ),
  }),
})
export type Report = z.infer<typeof Report>

const roots = ['src', 'tests', 'bench', 'scripts']

/** What dependency-cruiser finds in a tree that holds a .dependency-cruiser.cjs. */
export const cruise = (directory: string, tool: string): Report => {
  const args = [tool, ...roots, '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const run = spawnSync(process.execPath, args, { cwd: directory, encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (run.stdout === '') throw new Error(`dependency-cruiser gave no report: ${run.stderr}`)
  return Report.parse(JSON.parse(run.stdout))
}

/** Source files on disk that were not looked at: a checker that cannot read TypeScript finds no fault in anything. */
export const notCruised = (directory: string, report: Report): readonly string[] => {
  const seen = new Set(report.modules.map(module => module.source))
  return globSync(`{${roots.join(',')}}/**/*.{ts,tsx,mjs}`, { cwd: directory })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => !path.endsWith('.d.ts') && !path.endsWith('.d.mts') && !seen.has(path))
}

if (import.meta.main) {
  const report = cruise('.', 'node_modules/.bin/depcruise')
  const missed = notCruised('.', report)
  for (const { from, to, rule, cycle } of report.summary.violations) {
    console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(step => step.name).join(' → ') : to}`)
  }
  for (const path of missed) console.error(`not looked at: ${path}`)
  const { violations, totalDependenciesCruised } = report.summary
  console.log(`${report.modules.length} modules, ${totalDependenciesCruised} imports, ${violations.length} violations`)
  process.exitCode = violations.length === 0 && missed.length === 0 && totalDependenciesCruised > 0 ? 0 : 1
}
