const SPECIAL = /[&<>"']/g
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }

export const escaped = (text: string): string => text.replace(SPECIAL, sign => ESCAPED[sign] ?? '')

/** Attributes that are there or not, under the name that a component gives them. */
const SWITCHES = new Set([
  'allowFullScreen',
  'async',
  'autoFocus',
  'autoPlay',
  'checked',
  'controls',
  'default',
  'defer',
  'disabled',
  'formNoValidate',
  'hidden',
  'inert',
  'itemScope',
  'loop',
  'multiple',
  'muted',
  'noModule',
  'noValidate',
  'open',
  'playsInline',
  'readOnly',
  'required',
  'reversed',
  'selected',
])

/** Attributes that say yes or no in words. */
const SPOKEN = /^(?:aria-|data-|contentEditable$|draggable$|spellCheck$)/

const ADDRESSES = new Set(['action', 'formAction', 'href', 'src', 'xlinkHref'])
/** As browsers read it: control characters and blanks in it do not count. */
const isScript = (address: string): boolean =>
  /^[\0-\u{20}]*j[\t\n\r]*a[\t\n\r]*v[\t\n\r]*a[\t\n\r]*s[\t\n\r]*c[\t\n\r]*r[\t\n\r]*i[\t\n\r]*p[\t\n\r]*t[\t\n\r]*:/iu.test(
    address,
  )

const RENAMED: Readonly<Record<string, string>> = {
  acceptCharset: 'accept-charset',
  className: 'class',
  htmlFor: 'for',
  httpEquiv: 'http-equiv',
  xlinkHref: 'xlink:href',
}
/** Attributes of SVG that keep their capital. */
const CAPITAL = new Set(
  'gradientTransform gradientUnits lengthAdjust markerHeight markerUnits markerWidth pathLength patternUnits preserveAspectRatio refX refY startOffset textLength viewBox'.split(
    ' ',
  ),
)
/** Presentation attributes of SVG, which have a hyphen where components have a capital. */
const HYPHENATED = new Set(
  (
    'alignmentBaseline clipPath clipRule dominantBaseline fillOpacity fillRule fontFamily fontSize fontStyle fontWeight letterSpacing ' +
    'markerEnd markerMid markerStart paintOrder pointerEvents shapeRendering stopColor stopOpacity strokeDasharray strokeDashoffset ' +
    'strokeLinecap strokeLinejoin strokeMiterlimit strokeOpacity strokeWidth textAnchor textDecoration textRendering vectorEffect'
  ).split(' '),
)
const SAFE_NAME = /^[a-zA-Z_][\w:.-]*$/

interface Attribute {
  /** ` name="` or, of a switch, all of it. */
  readonly opening: string
  readonly kind: 'switch' | 'spoken' | 'address' | 'text'
}

const kindOf = (name: string): Attribute['kind'] => {
  if (SWITCHES.has(name)) return 'switch'
  if (ADDRESSES.has(name)) return 'address'
  return SPOKEN.test(name) ? 'spoken' : 'text'
}

const nameOf = (name: string): string => {
  const hyphen = HYPHENATED.has(name) ? '-' : ''
  const written =
    RENAMED[name] ?? (CAPITAL.has(name) ? name : name.replace(/[A-Z]/g, letter => `${hyphen}${letter.toLowerCase()}`))
  if (!SAFE_NAME.test(written)) throw new Error(`No attribute of a page: ${name}`)
  return written
}

const known = new Map<string, Attribute>()
const attributeOf = (name: string): Attribute => {
  const before = known.get(name)
  if (before !== undefined) return before
  const kind = kindOf(name)
  const attribute: Attribute = { kind, opening: kind === 'switch' ? ` ${nameOf(name)}=""` : ` ${nameOf(name)}="` }
  known.set(name, attribute)
  return attribute
}

/** One attribute as it stands in the tag, with the space before it; empty when it is not there. */
export const attributeMarkup = (name: string, value: unknown): string => {
  if (value === undefined || value === null) return ''
  const { kind, opening } = attributeOf(name)
  if (kind === 'switch') return value === false || value === '' || value === 0 ? '' : opening
  if (typeof value === 'string') {
    if (kind === 'address' && isScript(value)) throw new Error('A page does not link to a script')
    return `${opening}${escaped(value)}"`
  }
  if (typeof value === 'number') return `${opening}${value}"`
  if (typeof value === 'boolean') {
    if (kind === 'spoken') return `${opening}${value}"`
    return value && name === 'download' ? `${opening}"` : ''
  }
  throw new Error(`No value of an attribute: ${name}`)
}
