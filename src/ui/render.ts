import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { attributeMarkup, escaped } from './markup.ts'
import { isShared } from './shared.ts'

/** Elements that have no end and nothing in them. */
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
/** Browsers leave out the first line break in these. */
const EATS_LINE_BREAK = new Set(['textarea', 'pre', 'listing'])

type Props = Readonly<Record<string, unknown>>
type Component = (props: Props) => ReactNode

/** What the select around an option has chosen. */
type Chosen = unknown

/**
 * The tree as HTML. Components are functions of their properties: nothing is kept, nothing is waited for. A select says its choice
 * as `defaultValue`, an input as `defaultValue` or `defaultChecked`, a text area as `defaultValue`.
 */
export const markupOf = (node: ReactNode, chosen?: Chosen): string => {
  if (typeof node === 'string') return escaped(node)
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (isValidElement<Props>(node)) return elementMarkup(node, chosen)
  if (Symbol.iterator in node) {
    let all = ''
    for (const each of node) all += markupOf(each, chosen)
    return all
  }
  throw new Error('This cannot be shown on a page')
}

const elementMarkup = ({ type, props }: ReactElement<Props>, chosen: Chosen): string => {
  if (typeof type === 'string') return tagMarkup(type, props, chosen)
  const children = props['children'] as ReactNode
  if (type === Fragment) return markupOf(children, chosen)
  if (isShared(type)) return type.around(props['value'], () => markupOf(children, chosen))
  if (typeof type === 'function') return markupOf((type as Component)(props), chosen)
  throw new Error('Only elements and functions stand on a page')
}

const tagMarkup = (tag: string, props: Props, chosen: Chosen): string => {
  let opening = `<${tag}`
  for (const name in props) if (!APART.has(name)) opening += attributeMarkup(name, props[name])
  opening += stateMarkup(tag, props, chosen)
  if (VOID.has(tag)) return `${opening}/>`
  const inside = tag === 'textarea' ? markupOf(asText(props['defaultValue'])) : insideOf(tag, props, chosen)
  return `${opening}>${EATS_LINE_BREAK.has(tag) && inside.startsWith('\n') ? '\n' : ''}${inside}</${tag}>`
}

/** No attributes of their own. */
const APART = new Set(['children', 'defaultValue', 'defaultChecked'])
const asText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

const insideOf = (tag: string, { children, defaultValue }: Props, chosen: Chosen): string =>
  markupOf(children as ReactNode, tag === 'select' ? defaultValue : chosen)

/** What stands in a field from the start. */
const stateMarkup = (tag: string, props: Props, chosen: Chosen): string => {
  if (tag === 'input')
    return attributeMarkup('checked', props['defaultChecked']) + attributeMarkup('value', asText(props['defaultValue']))
  if (tag !== 'option' || chosen === undefined || chosen === null) return ''
  const value = asText(props['value']) ?? asText(props['children'])
  return attributeMarkup('selected', value === asText(chosen))
}
