import { expect, test } from 'vitest'
import { wayBack, withWayBack } from './way-back.ts'

test.each([
  ['/vandaag', '/vandaag'],
  ['/deelnemers/1?tab=plan#stap', '/deelnemers/1?tab=plan#stap'],
  ['/mijn?x=//evil.test', '/mijn?x=//evil.test'],
])('own path %s stays', (asked, to) => expect(wayBack(asked)).toBe(to))

test.each([
  undefined,
  '',
  'vandaag',
  'https://evil.test',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  '/\t/evil.test',
  '/\n/evil.test',
  ' //evil.test',
  '/%0d%0aset-cookie:x=1\r\n',
  '/.//evil.test',
  '/x/..//evil.test',
  'javascript:alert(1)',
  '/javascript:alert(1)\u0000',
  'http:/evil.test',
  '@evil.test',
  '.evil.test',
  '/\u00a0//evil.test\\',
  '/aanmelden',
  '/aanmelden/code?terug=/x',
  '/afmelden',
  `/${'x'.repeat(600)}`,
])('%j leads to the start', asked => expect(wayBack(asked)).toBe('/'))

test('the way back travels encoded', () => {
  expect(withWayBack('/aanmelden/code', '/mijn/plan?a=b&c=d')).toBe('/aanmelden/code?terug=%2Fmijn%2Fplan%3Fa%3Db%26c%3Dd')
  expect(withWayBack('/aanmelden/code', '/')).toBe('/aanmelden/code')
})
