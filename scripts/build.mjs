// Builds dist/: main.js and cli.js for Node (packages stay outside), and the browser's files with a hash in their name.
// Plain JavaScript, because `npm start` also calls it on the system's own Node.
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { pruneVendorCss } from './prune-css.mjs'

const ownRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const isTest = path => /\.test\.tsx?$/.test(path)
const digest = data => createHash('sha256').update(data).digest('hex')

const filesBelow = directory =>
  existsSync(directory)
    ? readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath ?? entry.path, entry.name))
        .toSorted()
    : []

/** Changes when anything changes that goes into dist/. */
export const sourceStamp = (root = ownRoot) => {
  const files = [
    ...filesBelow(join(root, 'src')).filter(path => !isTest(path)),
    ...['package.json', 'package-lock.json', 'tsconfig.json', 'scripts/build.mjs']
      .map(name => join(root, name))
      .filter(existsSync),
  ]
  const hash = createHash('sha256')
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

export const isBuilt = (root = ownRoot) => {
  const stamp = join(root, 'dist', '.stamp')
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceStamp(root)
}

/** `#plans` is our own source and goes into the bundle; everything else by name is a package. */
const packagesOutside = {
  name: 'packages-outside',
  setup: build =>
    build.onResolve({ filter: /^[^./#]/ }, ({ path, kind }) => (kind === 'entry-point' ? undefined : { path, external: true })),
}

const buildServer = async (esbuild, root, out) => {
  const entries = ['main', 'cli'].map(name => join(root, 'src', 'shell', `${name}.ts`)).filter(existsSync)
  if (!entries.some(entry => basename(entry) === 'main.ts')) throw new Error('src/shell/main.ts is not there')
  const workers = filesBelow(join(root, 'src')).filter(path => path.endsWith('.worker.ts'))
  await esbuild.build({
    entryPoints: Object.fromEntries([...entries, ...workers].map(path => [basename(path, '.ts'), path])),
    absWorkingDir: root,
    outdir: out,
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node26',
    jsx: 'automatic',
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    // A text that is there twice under one name: one of the two is never read.
    logOverride: { 'duplicate-object-key': 'error' },
    plugins: [packagesOutside],
  })
}

/** Custom elements and style sheets go through the bundler; other files are copied. Gives `name → /assets/name.hash.ext`. */
const buildAssets = async (esbuild, root, out) => {
  const own = filesBelow(join(root, 'src', 'ui', 'assets')).filter(path => !isTest(path))
  const elements = filesBelow(join(root, 'src')).filter(path => path.endsWith('.element.ts'))
  const sheets = own.filter(path => extname(path) === '.css')
  const nameOf = path => basename(path).replace(/\.element\.ts$/, '.js')
  const entries = [...elements, ...sheets]
  const double = entries.find((path, index) => entries.findIndex(other => nameOf(other) === nameOf(path)) !== index)
  if (double) throw new Error(`Two browser files have the name ${nameOf(double)}`)
  const { metafile } = await esbuild.build({
    entryPoints: Object.fromEntries(
      entries.map(path => [basename(nameOf(path), extname(nameOf(path))) + (extname(path) === '.css' ? '' : '.element'), path]),
    ),
    absWorkingDir: root,
    outdir: out,
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
    loader: { '.woff2': 'file', '.woff': 'file', '.svg': 'file', '.png': 'file' },
    publicPath: '/assets',
    plugins: [pruneVendorCss],
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  })
  const manifest = {}
  for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint) manifest[nameOf(entryPoint)] = `/assets/${basename(output)}`
  }
  for (const path of own.filter(path => !sheets.includes(path) && !['.ts', '.tsx', '.md'].includes(extname(path)))) {
    const data = readFileSync(path)
    const name = `${basename(path, extname(path))}.${digest(data).slice(0, 8).toUpperCase()}${extname(path)}`
    writeFileSync(join(out, name), data)
    manifest[
      relative(join(root, 'src', 'ui', 'assets'), path)
        .split(sep)
        .join('/')
    ] = `/assets/${name}`
  }
  return manifest
}

/** Lists of the demo stay the files that they are. */
const copyLists = (root, out) => {
  for (const path of filesBelow(join(root, 'src', 'shell', 'demo', 'data')).filter(file => extname(file) === '.csv')) {
    mkdirSync(join(out, 'data'), { recursive: true })
    copyFileSync(path, join(out, 'data', basename(path)))
  }
}

/** Made beside its place and then moved there, so that a build that breaks off leaves the last good one. */
export const build = async (root = ownRoot) => {
  const { default: esbuild } = await import('esbuild')
  const stamp = sourceStamp(root)
  const staging = join(root, `.opstap-build-${process.pid}`)
  const dist = join(root, 'dist')
  try {
    mkdirSync(join(staging, 'assets'), { recursive: true })
    const [manifest] = await Promise.all([
      buildAssets(esbuild, root, join(staging, 'assets')),
      buildServer(esbuild, root, staging),
    ])
    copyLists(root, staging)
    writeFileSync(join(staging, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
    writeFileSync(join(staging, '.stamp'), stamp)
    rmSync(dist, { recursive: true, force: true })
    renameSync(staging, dist)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const start = performance.now()
  await build()
  console.log(`Built dist/ in ${Math.round(performance.now() - start)} ms`)
}
