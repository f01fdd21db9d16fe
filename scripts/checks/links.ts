import { posix } from 'node:path'

/** What a reader does not see as a link: code, and comments. */
const withoutCode = (text: string): string =>
  text
    .replaceAll(/^( {0,3})(```+|~~~+)[^\n]*\n[\s\S]*?^ {0,3}\2[^\n]*$/gm, blank)
    .replaceAll(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, blank)
    .replaceAll(/<!--[\s\S]*?-->/g, blank)

/** The same number of lines, so that a finding keeps its place. */
const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ')

/** `[words](target)`, `![words](target "title")`, `[name]: target`, `src="target"` and `href="target"`. */
const LINK = /\]\(\s*<?([^\s)>]+)>?[^)]*\)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)|\b(?:src|href)="([^"]+)"/gm

const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i

/** The address that a code host gives to a heading. */
const anchorOf = (heading: string): string =>
  heading
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-')

/** A heading that occurs twice gets a number from the second on. */
const anchorsIn = (text: string): ReadonlySet<string> => {
  const seen = new Map<string, number>()
  const found = new Set<string>()
  for (const [, heading = ''] of text
    .replaceAll(/^ {0,3}```[\s\S]*?^ {0,3}```/gm, '')
    .matchAll(/^ {0,3}#{1,6}\s+(.+?)\s*#*$/gm)) {
    const anchor = anchorOf(heading)
    const times = seen.get(anchor) ?? 0
    seen.set(anchor, times + 1)
    found.add(times === 0 ? anchor : `${anchor}-${times}`)
  }
  return found
}

export interface Tree {
  /** Every file of the repository, from its root. */
  readonly files: readonly string[]
  readonly read: (path: string) => string
}

/** Relative links and pictures of one Markdown file that lead nowhere, one sentence each. */
export const brokenLinks = (path: string, tree: Tree): readonly string[] => {
  const text = withoutCode(tree.read(path))
  return [...text.matchAll(LINK)].flatMap(match => {
    const target = match[1] ?? match[2] ?? match[3] ?? ''
    if (ELSEWHERE.test(target)) return []
    const [file = '', anchor] = decodeURI(target).split('#', 2)
    const there = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), file)).replace(/\/$/, '')
    const say = (what: string): readonly string[] => [`${path}:${lineOf(text, match.index)}: ${what}: ${target}`]
    if (file.startsWith('/')) return say('link from the root of a disk or site')
    const isFile = tree.files.includes(there)
    if (!isFile && !tree.files.some(known => known.startsWith(`${there}/`))) return say('link to nothing')
    if (anchor === undefined || !isFile || !there.endsWith('.md')) return []
    return anchorsIn(tree.read(there)).has(anchor) ? [] : say('link to no heading')
  })
}

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length
