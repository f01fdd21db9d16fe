import { describe, expect, test } from 'vitest'
import { brokenLinks, type Tree } from '../../scripts/checks/links.ts'

const treeOf = (files: Readonly<Record<string, string>>): Tree => ({
  files: Object.keys(files),
  read: path => files[path] ?? '',
})
const problems = (text: string, others: Readonly<Record<string, string>> = {}): readonly string[] =>
  brokenLinks('docs/page.md', treeOf({ ...others, 'docs/page.md': text }))

describe('links between the documents', () => {
  test('a file, a folder, a picture and a file elsewhere in the tree are found', () => {
    const others = { 'docs/guide/index.md': '', 'docs/guide/step.png': '', LICENSE: '' }
    const text = '[guide](guide/index.md), [folder](guide/), ![step](guide/step.png "A step"), [licence](../LICENSE)'
    expect(problems(text, others)).toEqual([])
  })

  test.each([
    ['a file that is not there', '[gone](gone.md)', 'docs/page.md:1: link to nothing: gone.md'],
    ['a picture that is not there', 'Words.\n\n![gone](guide/gone.png)', 'docs/page.md:3: link to nothing: guide/gone.png'],
    ['a picture in HTML', '<img alt="" src="gone.png">', 'docs/page.md:1: link to nothing: gone.png'],
    ['a definition', '[gone]: ./gone.md', 'docs/page.md:1: link to nothing: ./gone.md'],
    ['a path from the root', '[licence](/LICENSE)', 'docs/page.md:1: link from the root of a disk or site: /LICENSE'],
    ['a path out of the tree', '[up](../../LICENSE)', 'docs/page.md:1: link to nothing: ../../LICENSE'],
    ['a name with other capitals', '[licence](../license)', 'docs/page.md:1: link to nothing: ../license'],
  ])('%s is told', (_what, text, problem) => {
    expect(problems(text, { LICENSE: '' })).toEqual([problem])
  })

  test('a heading is found by the address that a code host gives it', () => {
    const others = { 'docs/other.md': '# Back up, and `restore`\n\n## Same\n\n## Same\n' }
    expect(problems('[a](other.md#back-up-and-restore) [b](other.md#same-1) [c](#here)\n\n# Here', others)).toEqual([])
    expect(problems('[a](other.md#back-up) [c](#there)\n\n# Here', others)).toEqual([
      'docs/page.md:1: link to no heading: other.md#back-up',
      'docs/page.md:1: link to no heading: #there',
    ])
  })

  test('other sites, code and comments are left alone', () => {
    const text =
      '[site](https://example.org/x) [mail](mailto:x@example.org) `[a](b.md)`\n\n```md\n[a](b.md)\n```\n<!-- [a](b.md) -->'
    expect(problems(text)).toEqual([])
    expect(problems(`${text}\n[a](b.md)`)).toEqual(['docs/page.md:7: link to nothing: b.md'])
  })
})
