/** A file that breaks a rule of the house, or (with no rules) one that shows what is allowed. */
export interface Plant {
  readonly file: string
  readonly imports: string
  /** The rules that must speak about this file: exactly these, no fewer and no more. */
  readonly rules: readonly string[]
}

/** Files that plants point to; a real file of that name is left as it is. */
export const targets: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['organisations', 'people', 'sharing', 'plans', 'trajectories', 'methods', 'ui', 'platform', 'shell', 'kernel'].map(name => [
      `src/${name}/index.ts`,
      'export {}\n',
    ]),
  ),
  'src/platform/database/unrestricted.ts': 'export const planted = 1\n',
  'src/people/test-kit.ts': 'export const planted = 1\n',
  'src/people/web/paths.ts': 'export const planted = 1\n',
  'src/people/domain/planted-target.ts': 'export const planted = 1\n',
  'src/plans/storage/planted-rows.ts': 'export const planted = 1\nexport type Planted = 1\n',
  'src/plans/use-cases/planted-case.ts': 'export const planted = 1\n',
  'src/plans/web/planted-target.page.tsx': 'export const planted = <p>planted</p>\n',
  'src/methods/use-cases/planted-case.ts': 'export const planted = 1\n',
  'src/plans/use-cases/planted-ring-b.ts': "import './planted-ring-a.ts'\nexport const planted = 1\n",
  'src/utils/index.ts': 'export const planted = 1\n',
}

const refuse = (file: string, imports: string, ...rules: readonly string[]): Plant => ({ file, imports, rules })
const allow = (file: string, imports: string): Plant => ({ file, imports, rules: [] })

const ruleOne = [
  refuse('src/plans/domain/planted-door.ts', '../../people/index.ts', 'domain-is-pure'),
  refuse('src/plans/domain/planted-case.ts', '../use-cases/planted-case.ts', 'domain-is-pure'),
  refuse('src/plans/domain/planted-server.ts', 'fastify', 'domain-packages'),
  refuse('src/plans/domain/planted-client.ts', 'pg', 'domain-packages', 'sql-in-storage-only'),
  refuse('src/plans/domain/planted-file.ts', 'node:fs', 'pure-has-no-node'),
  refuse('src/kernel/planted-random.ts', 'node:crypto', 'pure-has-no-node'),
  allow('src/plans/domain/planted-schema.ts', 'zod'),
  allow('src/plans/domain/planted-kernel.ts', '#kernel'),
]

const ruleTwo = [
  refuse('src/plans/use-cases/planted-inside.ts', '../../people/domain/planted-target.ts', 'doors-only'),
  refuse('bench/planted-inside.ts', '../src/people/domain/planted-target.ts', 'doors-only-from-outside'),
  refuse('src/plans/use-cases/planted-builder.ts', '../../people/test-kit.ts', 'test-help-in-tests-only'),
  allow('src/plans/use-cases/planted-builder.test.ts', '../../people/test-kit.ts'),
  allow('src/plans/use-cases/planted-door.ts', '../../people/index.ts'),
  allow('src/plans/web/planted-link.page.tsx', '../../people/web/paths.ts'),
]

const ruleThree = [
  refuse('src/plans/web/planted-reads.page.tsx', '../storage/planted-rows.ts', 'storage-from-use-cases-only'),
  refuse('src/plans/planted-reexport.ts', '../plans/storage/planted-rows.ts', 'storage-from-use-cases-only'),
  refuse('src/plans/storage/planted-other.ts', '../../people/index.ts', 'storage-stays-low'),
  refuse('src/plans/storage/planted-upward.ts', '../use-cases/planted-case.ts', 'storage-stays-low'),
  refuse('src/plans/use-cases/planted-sql.ts', 'kysely', 'sql-in-storage-only'),
  refuse('src/plans/use-cases/planted-page.ts', '../web/planted-target.page.tsx', 'use-cases-know-no-web'),
  refuse('src/plans/use-cases/planted-react.ts', 'react', 'use-cases-know-no-web'),
  refuse('src/methods/access.ts', './use-cases/planted-case.ts', 'access-is-a-policy'),
  refuse('src/plans/web/planted.element.ts', '../use-cases/planted-case.ts', 'elements-are-for-the-browser'),
  refuse('src/plans/web/planted-react.element.ts', 'react', 'elements-are-for-the-browser'),
  allow('src/plans/use-cases/planted-load.ts', '../storage/planted-rows.ts'),
  allow('src/methods/demo.ts', './use-cases/planted-case.ts'),
  allow('src/plans/storage/planted-query.ts', 'kysely'),
]

/** [from, to]: every module reaches for one of its own tier or above. */
const upward: readonly (readonly [string, string])[] = [
  ['kernel', 'ui'],
  ['platform', 'organisations'],
  ['platform', 'ui'],
  ['ui', 'people'],
  ['organisations', 'people'],
  ['regimes', 'people'],
  ['people', 'sharing'],
  ['sharing', 'plans'],
  ['instruments', 'methods'],
  ['methods', 'plans'],
  ['supply', 'plans'],
  ['trajectories', 'plans'],
  ['plans', 'trajectories'],
  ['contacts', 'plans'],
  ['groups', 'plans'],
  ['matching', 'shell'],
  ['signals', 'shell'],
  ['budgets', 'shell'],
  ['insight', 'shell'],
  ['desk', 'shell'],
]
const ruleFour = [
  ...upward.map(([from, to]) => refuse(`src/${from}/planted-up-to-${to}.ts`, `../${to}/index.ts`, `tier-${from}`)),
  refuse('src/plans/use-cases/planted-drawer.ts', '../../utils/index.ts', 'module-unknown', 'tier-plans'),
  refuse('src/plans/use-cases/planted-ring-a.ts', './planted-ring-b.ts', 'no-circular'),
  allow('src/people/test-planted.ts', '../sharing/index.ts'),
  allow('src/shell/planted-plans.ts', '../plans/index.ts'),
  allow('src/plans/planted-sharing.ts', '../sharing/index.ts'),
]

const ruleSeven = [
  refuse('src/plans/use-cases/planted-wide.ts', '../../platform/database/unrestricted.ts', 'unrestricted-storage'),
  refuse('src/platform/planted-wide.ts', './database/unrestricted.ts', 'unrestricted-storage'),
  allow('src/shell/planted-wide.ts', '../platform/database/unrestricted.ts'),
  allow('src/platform/jobs/planted-wide.ts', '../database/unrestricted.ts'),
]

const packages = [
  refuse('src/plans/use-cases/planted-nowhere.ts', '#nowhere', 'not-resolvable'),
  refuse('src/plans/use-cases/planted-missing.ts', './no-such-file.ts', 'not-resolvable'),
  refuse('src/plans/use-cases/planted-undeclared.ts', 'acorn', 'dependency-declared'),
  refuse('src/plans/use-cases/planted-dev.ts', 'fast-check', 'production-uses-dependencies'),
  allow('src/plans/use-cases/planted-dev.test.ts', 'fast-check'),
]

export const plants: readonly Plant[] = [...ruleOne, ...ruleTwo, ...ruleThree, ...ruleFour, ...ruleSeven, ...packages]
