import { expect, test } from 'vitest'
import { languageHref } from './page-header.tsx'

test.each([
  ['/', '/?lang=en'],
  ['/lijst?p=2&lang=nl', '/lijst?p=2&lang=en'],
])('given the page %s, then the link leads to %s', (path, href) => expect(languageHref(path, 'en')).toBe(href))

test.each(['//kwaad.example/x', '///kwaad.example', '/\\kwaad.example', '\\\\kwaad.example', '//kwaad.example?a=1'])(
  'given the address %s, which is not found here, then the link stays on this site',
  path => {
    const leadsTo = new URL(languageHref(path, 'en'), 'https://opstap.example/')
    expect(leadsTo.origin).toBe('https://opstap.example')
  },
)
