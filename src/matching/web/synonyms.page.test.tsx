import { expect, test } from 'vitest'
import { CalendarDay } from '#kernel'
import type { PageContext } from '#platform'
import { viewSynonyms } from './synonyms.page.tsx'

const context: PageContext = {
  lang: 'nl',
  actor: undefined,
  now: new Date('2026-11-22T09:00:00Z'),
  today: CalendarDay.parse('2026-11-22'),
  path: '/aanbod/woorden',
  query: {},
  params: {},
  csrfToken: 'token',
  formKey: () => 'key',
  notice: undefined,
  form: undefined,
  navigation: [],
  demo: false,
}

test('the words stand one set per line, as they are typed', () => {
  const html = viewSynonyms(
    {
      sets: [
        ['pluktuin', 'tuinieren'],
        ['inloop', 'huiskamer'],
      ],
    },
    context,
  )
  expect(html).toContain('pluktuin, tuinieren\ninloop, huiskamer</textarea>')
})

test('lines that cannot be read are named and what was typed stays', () => {
  const typed = { text: () => 'alleen', list: () => ['alleen'], has: () => true } as unknown as NonNullable<
    PageContext['form']
  >['fields']
  const refusal = {
    ok: false as const,
    code: 'invalidInput' as const,
    field: 'list',
    details: { reason: 'linesWithoutWords', lines: [1] },
  }
  const form = {
    id: 'matching.synonyms',
    fields: typed,
    errors: [{ field: 'list', code: 'linesWithoutWords', params: {} }],
    refusal,
  }
  const html = viewSynonyms({ sets: [] }, { ...context, form })
  expect(html).toContain('Kijk naar regel 1.')
  expect(html).toContain('alleen</textarea>')
})
