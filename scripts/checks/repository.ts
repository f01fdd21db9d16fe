import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { brokenLinks } from './links.ts'

interface Rule {
  readonly says: string
  readonly files: RegExp
  readonly except?: RegExp
  readonly pattern: RegExp
}

const anyText = /\.(?:ts|tsx|mjs|cjs|json|md|ya?ml|sql|css|html|sh|csv|txt)$|^[^.]+$|^\.[^/]+$/
const tests = /\.test\.tsx?$|^tests\/.*\.tsx?$/
const pure = /^src\/(?:kernel|[^/]+\/domain)\/.*\.ts$/
const code = /\.(?:ts|tsx|mjs|cjs|css)$/

const rules: readonly Rule[] = [
  {
    says: 'path of one machine',
    files: anyText,
    pattern: /(?<![\w.:-])(?:\/root\/|\/home\/[a-z][\w-]*\/|\/Users\/[A-Za-z][\w-]*\/)/,
  },
  {
    says: 'address of a package registry',
    files: anyText,
    pattern: /https?:\/\/[^\s"'/]*(?:registry\.|npmmirror|artifactory|verdaccio|nexus\.)/,
  },
  { says: 'left-over of a merge', files: anyText, pattern: /^(?:<{7}|>{7}) /m },
  {
    says: 'test that may not run',
    files: tests,
    pattern: /\b(?:it|test|describe)\.(?:\w+\.)*(?:only|skip|todo|fails|skipIf|runIf)\b/,
  },
  { says: 'test that may not run', files: tests, pattern: /\b(?:context|ctx)\.skip\(|\{\s*skip\s*\}\)?\s*=>/ },
  {
    says: 'clock or randomness in pure code',
    files: pure,
    except: tests,
    pattern: /\bnew Date\(\s*\)|\bDate\.now\(|\bMath\.random\(|\bperformance\.now\(|\brandomUUID\(/,
  },
]

/** The size at which a file must be split (the aim is 300 lines, of which the linter warns). */
const longest = 600

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** What is wrong with one file of the repository, one sentence per finding. */
export const fileProblems = (path: string, text: string): readonly string[] => {
  const found = rules
    .filter(rule => rule.files.test(path) && !rule.except?.test(path))
    .flatMap(rule => {
      const match = rule.pattern.exec(text)
      return match === null ? [] : [`${path}:${lineOf(text, match.index)}: ${rule.says}: ${match[0].trim()}`]
    })
  const lines = text.split('\n').length - 1
  return code.test(path) && lines > longest ? [...found, `${path}: ${lines} lines, more than ${longest}`] : found
}

/** They hold forbidden texts on purpose. */
const ownTests = ['tests/walls/checks.test.ts', 'tests/walls/lint.test.ts']

const repositoryFiles = (): readonly string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\n')
    .filter(path => path !== '' && !ownTests.includes(path) && statSync(path, { throwIfNoEntry: false })?.isFile())

if (import.meta.main) {
  const files = repositoryFiles()
  const read = (path: string): string => readFileSync(path, 'utf8')
  const problems = [
    ...files.filter(path => anyText.test(path)).flatMap(path => fileProblems(path, read(path))),
    ...files.filter(path => path.endsWith('.md')).flatMap(path => brokenLinks(path, { files, read })),
  ]
  for (const problem of problems) console.error(problem)
  console.log(`${files.length} files, ${problems.length} problems`)
  process.exitCode = problems.length === 0 && files.length > 0 ? 0 : 1
}
