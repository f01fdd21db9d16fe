import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** States and looks of the NL Design System files that the product does not use, or gives in `tokens.css`. */
const UNUSED = /--(negative|positive|pressed|disabled|busy|icon-only|primary|secondary|subtle|read-only|readonly)|__icon|:hover|:active|:focus|:user-invalid|:read-only|\.utrecht-[a-z-]+--(?:hover|focus|focus-visible|checkbox|radio)/
const VENDOR = /node_modules\/(@nl-design-system-candidate\/(button|data-badge|heading|paragraph)-css|@utrecht\/[a-z-]+)\/.*\.css$/

const stripped = css => css.replace(/\/\*[\s\S]*?\*\//g, '')
/** Keeps a flat rule when one of its selectors is used; rules within `@media` likewise. */
const prune = css =>
  stripped(css).replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selectors, body) => {
    const kept = selectors.split(/,(?![^(]*\))/).filter(selector => !UNUSED.test(selector))
    return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`
  })

const pruneVendorCss = {
  name: 'prune-vendor-css',
  setup: ({ onLoad }) => {
    onLoad({ filter: VENDOR }, ({ path }) => ({ contents: prune(readFileSync(path, 'utf8')), loader: 'css' }))
  },
}

/** `src/ui/elements/staff.element.ts` → `staff`; `src/supply/web/offer-map.element.ts` → `supply-offer-map`. */
const scriptName = (root, path) => {
  const [, module] = relative(root, path).split('/')
  const name = basename(path, '.element.ts')
  return module === 'ui' ? name : `${module}-${name}`
}

const scriptEntries = root => {
  const own = ['staff', 'participant'].map(name => join(root, `src/ui/elements/${name}.element.ts`))
  const others = globSync('src/*/web/**/*.element.ts', { cwd: root }).map(path => join(root, path))
  return Object.fromEntries([...own, ...others].map(path => [scriptName(root, path), path]))
}

const copyLogo = (root, outDir) => {
  const svg = readFileSync(join(root, 'src/ui/assets/logo.svg'))
  const name = `logo.${createHash('sha256').update(svg).digest('hex').slice(0, 8)}.svg`
  writeFileSync(join(outDir, name), svg)
  return name
}

/**
 * Builds style sheet, fonts, scripts and logo into `outDir` under hashed names and returns the manifest
 * `{ 'main.css': '/assets/main.4F2A….css', 'staff.js': … }`, which the server hands to `registerAssets`.
 */
export const buildAssets = async (root, outDir, { minify = true } = {}) => {
  mkdirSync(outDir, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { main: join(root, 'src/ui/assets/main.css'), ...scriptEntries(root) },
    outdir: outDir,
    bundle: true,
    minify,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox115', 'safari16'],
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    loader: { '.woff2': 'file' },
    plugins: [pruneVendorCss],
    metafile: true,
    logLevel: 'warning',
  })
  const built = Object.keys(metafile.outputs).map(path => basename(path))
  const plain = name => name.replace(/\.[A-Z0-9]{8}\.(css|js)$/, '.$1')
  const manifest = Object.fromEntries(
    built.filter(name => /\.(css|js)$/.test(name)).map(name => [plain(name), `/assets/${name}`]),
  )
  return { ...manifest, 'logo.svg': `/assets/${copyLogo(root, outDir)}` }
}

/** Bytes over the line of a built file, for the budget. */
export const gzipSize = path => gzipSync(readFileSync(path)).length
