import { describe, expect, test } from 'vitest'
import { CalendarDay, namedId, ParticipantId, type StepId } from '#kernel'
import { formFields, type PageContext, type PageRequest } from '#platform'
import { aGoal, aPlan, aStep } from '#plans/test-kit'
import { viewGoal } from './goal-part.tsx'
import { savedWords } from './notice-words.ts'
import type { Talk } from './parts.ts'
import { viewSteps } from './steps-part.tsx'
import { takenFrom } from './taken-over.tsx'

const typed = (values: Readonly<Record<string, string>>) =>
  formFields(new Map(Object.entries(values).map(([name, value]) => [name, [value]])))

const context = (known: Partial<PageContext> = {}): PageContext => ({
  lang: 'nl',
  actor: undefined,
  now: new Date('2026-11-28T09:00:00Z'),
  today: CalendarDay.parse('2026-11-28'),
  path: '/x',
  query: {},
  params: {},
  csrfToken: 'token',
  formKey: () => 'key',
  notice: undefined,
  form: undefined,
  navigation: [],
  demo: false,
  ...known,
})
const talk = (goals: ReturnType<typeof aGoal>[]): Talk => ({
  participantId: ParticipantId.parse(namedId('selam')),
  callName: 'Selam',
  plan: aPlan({ goals }),
  placements: [],
  options: [],
})

describe('what is said after saving', () => {
  const after = (fields: Readonly<Record<string, string>>, lang: 'nl' | 'en' = 'nl') =>
    savedWords(
      { ...context({ lang }), fields: typed(fields) } as PageRequest & { fields: ReturnType<typeof typed> },
      'Bewaard.',
      {
        days: ['on'],
        sentences: ['title'],
      },
    )

  test('the day that was understood, and at most one tip', () => {
    expect(after({ on: 'volgende week dinsdag', title: 'Lopen' })).toBe(
      'Bewaard. “volgende week dinsdag” is dinsdag 1 december, over 3 dagen.',
    )
    expect(after({ title: 'Participeren indien mogelijk' })).toBe(
      'Bewaard. Tip: In plaats van “Participeren” kun je ook zeggen: meedoen.',
    )
    expect(after({ title: 'Een rondje lopen' })).toBe('Bewaard.')
  })

  test('words in another language are left alone; the tip is in the language of the page', () => {
    expect(after({ title: 'Participeren', language: 'en' })).toBe('Bewaard.')
    expect(after({ title: 'Er wordt gebeld', language: 'nl' }, 'en')).toContain('Who does it?')
  })
})

test('of ideas only what stays ticked and has words is taken over, changed as it was changed', () => {
  const fields = typed({
    'ideas.0.take': 'yes',
    'ideas.0.title': 'Anders dan het voorbeeld',
    'ideas.1.title': 'Uitgevinkt',
    'ideas.2.take': 'yes',
    'ideas.2.title': '  ',
    'ideas.3.take': 'yes',
    'ideas.3.title': 'Ook mee',
  })
  expect(takenFrom(fields)).toEqual([
    { row: 0, title: 'Anders dan het voorbeeld' },
    { row: 3, title: 'Ook mee' },
  ])
})

describe('goals on the page', () => {
  const now = aGoal('Onder de mensen')
  const later = aGoal('Samen koken', [], { position: 1, inFocus: false })

  test('one of an area is large, the other waits behind one press', () => {
    const html = viewGoal(talk([now, later]), context())
    expect(html).toContain('hier werken we nu aan')
    expect(html).toMatch(/Wacht nog even \(1\)/)
    expect(html).toContain(`/doel/${later.id}/nu`)
    expect(html).not.toContain(`/doel/${now.id}/nu`)
  })

  test('alone in its area nothing waits and nothing is said of it; buttons to move are there when there is where to go', () => {
    const html = viewGoal(talk([now]), context())
    expect(html).not.toMatch(/hier werken we nu aan|Wacht nog even|verplaatsen/)
    const two = viewGoal(talk([now, aGoal('Fietsen', [], { area: 'skills', position: 1 })]), context())
    expect(two.match(/verplaatsen/g)).toHaveLength(2)
  })
})

test('a step that is open can be made smaller; a template stands ready with its phases and nothing is taken over by itself', () => {
  const step = aStep('Aanmelden bij de taalgroep', { id: namedId<StepId>('aanmelden') })
  const goal = aGoal('Taal', [step])
  const split = viewSteps(talk([goal]), context({ query: { verdeel: step.id } }))
  expect(split).toContain('Samen opzoeken waar je je aanmeldt')
  const template = viewSteps(talk([goal]), context({ query: { voorbeeld: 'networkCoach' } }))
  for (const words of ['Oriënteren', 'Denken', 'Doen', 'Iemand op de koffie vragen']) expect(template).toContain(words)
  expect(template.match(/name="ideas\.\d+\.take"/g)).toHaveLength(10)
  expect(viewSteps(talk([goal]), context({ query: { voorbeeld: 'iets anders' } }))).not.toContain('ideas.0')
})
