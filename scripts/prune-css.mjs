import { readFileSync } from 'node:fs'

/** States and looks of the NL Design System files that the product does not use, or that `tokens.css` gives. */
const UNUSED =
  /--(negative|positive|pressed|disabled|busy|icon-only|primary|secondary|subtle|read-only|readonly|hover|focus|focus-visible|checkbox|radio)\b|__icon|:hover|:active|:focus|:user-invalid|:invalid|:read-only/
const VENDOR =
  /node_modules[\\/](@nl-design-system-candidate[\\/](button|data-badge|heading|paragraph)-css|@utrecht[\\/][a-z-]+)[\\/].*\.css$/

const withoutComments = css => css.replace(/\/\*[\s\S]*?\*\//g, '')

/** Keeps a flat rule when one of its selectors is used; rules within `@media` likewise. */
export const pruneCss = css =>
  withoutComments(css).replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selectors, body) => {
    const kept = selectors.split(/,(?![^(]*\))/).filter(selector => !UNUSED.test(selector))
    return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`
  })

/** For esbuild. */
export const pruneVendorCss = {
  name: 'prune-vendor-css',
  setup: ({ onLoad }) => {
    onLoad({ filter: VENDOR }, ({ path }) => ({ contents: pruneCss(readFileSync(path, 'utf8')), loader: 'css' }))
  },
}
