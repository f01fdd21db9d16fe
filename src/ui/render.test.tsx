import { Fragment, type ReactElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { markupOf } from './render.ts'
import { makeShared, shared } from './shared.ts'

/** The order and the capitals of attributes mean nothing to a browser. */
const sameOrder = (html: string): string =>
  html.replace(/<([a-z][\w-]*)((?: [^<>]*?)?)(\/?)>/g, (_, tag: string, attributes: string, end: string) => {
    const each = attributes.match(/ [\w:.-]+="[^"]*"/g) ?? []
    return `<${tag}${each
      .map(attribute => attribute.replace(/^ [^=]+/, name => (name === ' viewBox' ? name : name.toLowerCase())))
      .toSorted()
      .join('')}${end}>`
  })

const List = ({ children }: { readonly children: ReactNode }) => <ul>{children}</ul>
const nothing = (): undefined => undefined

const SAMPLES: Readonly<Record<string, ReactElement>> = {
  'text with signs': <p>{`a < b & "c" > 'd'`}</p>,
  'text beside numbers and nothing': (
    <p>
      {1} van {2n}
      {null}
      {undefined}
      {true}
      {false}
      {''}
      {0}
    </p>
  ),
  'lists and fragments': (
    <List>
      {['een', 'twee'].map(word => (
        <li key={word}>{word}</li>
      ))}
      <>
        <li>drie</li>
        <li>en een half</li>
      </>
      {new Set([<li key="vier">vier</li>])}
      <Fragment key="vijf">vijf</Fragment>
    </List>
  ),
  'elements without an end': (
    <p>
      a<br />
      <img src="/a.png" alt="" loading="lazy" width={10} />
      <hr />
      <input type="hidden" name="a" value={4} />
    </p>
  ),
  switches: (
    <form noValidate autoComplete="off" action="/x" encType="multipart/form-data" acceptCharset="utf-8">
      <input type="text" required readOnly disabled={false} autoFocus maxLength={3} tabIndex={-1} spellCheck={false} />
      <button type="submit" formAction="/y" formNoValidate disabled hidden>
        ok
      </button>
    </form>
  ),
  'what is said in words': (
    <p aria-hidden aria-expanded={false} data-on data-off={false} data-n={3} draggable={false} contentEditable={false}>
      x
    </p>
  ),
  'a link to save': (
    <a href="/a?b=1&c='2'" download hrefLang="en" target="_blank">
      x
    </a>
  ),
  'a link with a name for the file': (
    <a href="/b" download="a.csv">
      x
    </a>
  ),
  'fields with what stands in them': (
    <div>
      <label htmlFor="a">A</label>
      <input id="a" type="text" defaultValue={'"zes"'} />
      <input type="text" defaultValue="" />
      <input type="text" defaultValue={undefined} />
      <input type="checkbox" value="ja" defaultChecked />
      <input type="checkbox" value="nee" defaultChecked={false} />
      <textarea rows={4} defaultValue={'\n<twee>\nregels'} />
      <textarea rows={4} />
      <pre>{'\nx'}</pre>
    </div>
  ),
  'a select with a choice': (
    <select name="wet" defaultValue="b">
      <option value="">kies</option>
      <optgroup label="groep">
        <option value="a">A</option>
        <option value="b">B</option>
      </optgroup>
      <option>b</option>
    </select>
  ),
  'a select whose choice is empty': (
    <select defaultValue="">
      <option value="">kies</option>
      <option value="a">A</option>
    </select>
  ),
  'options without a select': (
    <datalist id="l">
      <option value="x" />
    </datalist>
  ),
  'a table': (
    <table>
      <tbody>
        <tr>
          <th scope="row" colSpan={2}>
            a
          </th>
          <td rowSpan={1}>b</td>
        </tr>
      </tbody>
    </table>
  ),
  'a figure': (
    <svg
      viewBox="0 0 10 10"
      role="img"
      className="a"
      strokeWidth={2}
      textAnchor="middle"
      fontSize={4}
      shapeRendering="crispEdges"
    >
      <title>Wiel</title>
      <path d="M0 0" fill="none" strokeDasharray="1 2" />
      <textPath href="#boog" startOffset="50%">
        x
      </textPath>
    </svg>
  ),
  'more elements': (
    <details open>
      <summary>a</summary>
      <ol start={3} reversed>
        <li value={2}>b</li>
      </ol>
      <time dateTime="2026-01-01">c</time>
    </details>
  ),
  'an element of our own': (
    <draft-keeper className="a" data-draft="x" hidden>
      y
    </draft-keeper>
  ),
}

describe('a tree as HTML', () => {
  for (const [about, sample] of Object.entries(SAMPLES)) {
    it(`is what React makes of it: ${about}`, () => {
      expect(sameOrder(markupOf(sample))).toBe(sameOrder(renderToStaticMarkup(sample)))
    })
  }

  it('writes attributes as HTML has them', () => {
    expect(markupOf(<input className="a" tabIndex={0} autoComplete="off" />)).toBe(
      '<input class="a" tabindex="0" autocomplete="off"/>',
    )
    expect(markupOf(<svg viewBox="0 0 1 1" preserveAspectRatio="none" />)).toBe(
      '<svg viewBox="0 0 1 1" preserveAspectRatio="none"></svg>',
    )
  })

  it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:x'])(
    'links to no script: %j',
    address => {
      expect(() => markupOf(<a href={address}>x</a>)).toThrow()
      expect(() => markupOf(<form action={address} />)).toThrow()
    },
  )

  it('takes no attribute name with other signs in it, and no function as a value', () => {
    expect(() => markupOf(<p {...({ 'a onload': 'x' } as object)} />)).toThrow()
    expect(() => markupOf(<p {...({ 'a"': 'x' } as object)} />)).toThrow()
    expect(() => markupOf(<p title={nothing as unknown as string} />)).toThrow()
  })

  it('shows no objects', () => {
    expect(() => markupOf({ a: 1 } as unknown as ReactNode)).toThrow()
    expect(() => markupOf(Promise.resolve('a') as unknown as ReactNode)).toThrow()
  })
})

describe('a value for what is below', () => {
  const Colour = makeShared('grijs')
  const Show = () => <i>{shared(Colour)}</i>
  const Break = (): ReactNode => {
    throw new Error('broken')
  }

  it('is the nearest, and the one from outside beside it', () => {
    const page = (
      <div>
        <Show />
        <Colour value="rood">
          <Show />
          <Colour value="blauw">
            <Show />
          </Colour>
          <Show />
        </Colour>
        <Show />
      </div>
    )
    expect(markupOf(page)).toBe('<div><i>grijs</i><i>rood</i><i>blauw</i><i>rood</i><i>grijs</i></div>')
  })

  it('is gone after a page that broke', () => {
    const page = (
      <Colour value="rood">
        <Break />
      </Colour>
    )
    expect(() => markupOf(page)).toThrow('broken')
    expect(markupOf(<Show />)).toBe('<i>grijs</i>')
  })
})
