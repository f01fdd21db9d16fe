import { expect, test } from 'vitest'
import { CalendarDay, GoalId, namedId, type OfferId, ParticipantId, type PlacementId } from '#kernel'
import type { PageContext } from '#platform'
import type { FoundForGoal } from '../use-cases/find-offers.ts'
import type { MatchView } from '../use-cases/match-view.ts'
import { viewOffers } from './offers.page.tsx'

const today = CalendarDay.parse('2026-11-22')
const context = (lang: 'nl' | 'en', known: Partial<PageContext> = {}): PageContext => ({
  lang,
  actor: undefined,
  now: new Date('2026-11-22T09:00:00Z'),
  today,
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
const match = (known: Partial<MatchView> = {}): MatchView => ({
  offerId: namedId<OfferId>('garden'),
  name: 'Buurttuin <b>',
  organisationName: 'Seniorenraad',
  timesText: 'dinsdagochtend',
  startMoments: '',
  freePlaces: 2,
  waiting: 0,
  freshness: 'fresh',
  lastConfirmed: { on: CalendarDay.parse('2026-11-12'), precision: 'day', by: 'de tuin' },
  reasons: [
    { reason: { code: 'timeFits' }, toAsk: false, nl: 'Dinsdagochtend kan.', en: 'Tuesday morning is possible.' },
    { reason: { code: 'placeFree', free: 2 }, toAsk: false, nl: 'Er is plek.', en: 'There is a place.' },
    { reason: { code: 'costUnknown' }, toAsk: true, nl: 'Vraag wat het kost.', en: 'Ask what it costs.' },
  ],
  ...known,
})
const found = (known: Partial<FoundForGoal> = {}): FoundForGoal => ({
  participantId: ParticipantId.parse(namedId('selam')),
  callName: 'Selam',
  goal: {
    goalId: GoalId.parse(namedId('goal')),
    title: 'Buiten bezig',
    language: 'nl',
    area: 'takingPart',
    state: 'open',
    version: 3,
  },
  wishes: [{ words: 'Planten geven mij rust', language: 'nl' }],
  supply: 28,
  matches: [match()],
  more: false,
  nearMisses: [],
  nothing: false,
  placements: [],
  ...known,
})
/** The words of the page, without markup. */
const words = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('a suggestion says why, what to ask and who confirmed it, and can be chosen', () => {
  const html = viewOffers(found(), context('nl'))
  const text = words(html)
  for (const said of [
    'Planten geven mij rust',
    'Past bij dit doel',
    'Seniorenraad · dinsdagochtend',
    'Dinsdagochtend kan. Er is plek.',
    'Vraag wat het kost.',
    'Bevestigd door de tuin op 12 november',
    '2 plekken vrij',
  ])
    expect(text).toContain(said)
  expect(html).toContain(`/doelen/${namedId('goal')}/aanbod/kiezen`)
  expect(html).toContain('aria-label="Kies deze: Buurttuin &lt;b&gt;"')
  expect(html).not.toContain('Buurttuin <b>')
})

test('the same in English', () => {
  const text = words(viewOffers(found(), context('en')))
  expect(text).toContain('Tuesday morning is possible. There is a place.')
  expect(text).toContain('Confirmed by de tuin on 12 November')
  expect(text).not.toMatch(/Past bij|Vraag/)
})

test('who comes there already cannot be placed twice', () => {
  const placement = { placementId: namedId<PlacementId>('p'), state: 'waiting' as const, queuePosition: 2, version: 1 }
  const html = viewOffers(found({ matches: [match({ placement })] }), context('nl'))
  expect(words(html)).toContain('Selam wacht, nummer 2')
  expect(html).not.toContain('/aanbod/kiezen')
})

test('what nearly fits begins with what would make it fit; a full offer has a waiting list', () => {
  const near = {
    ...match({ freePlaces: 0, waiting: 1 }),
    hints: [{ hint: { code: 'full' }, nl: 'Er is nu geen plek.', en: 'There is no place now.' }],
  }
  const text = words(viewOffers(found({ matches: [], nearMisses: [{ ...near, failed: ['capacity'] }] }), context('nl')))
  expect(text).toContain('Nu past er niets bij dit doel')
  expect(text).toContain('Er is nu geen plek.')
  expect(text).toContain('1 wachtende')
  expect(text).toContain('Zet op de wachtlijst')
  expect(words(viewOffers(found({ nearMisses: [{ ...near, failed: ['time'] }] }), context('nl')))).toContain('Kies toch')
})

test('without any supply the page says what will be here', () => {
  const text = words(viewOffers(found({ supply: 0, matches: [], nothing: true }), context('nl')))
  expect(text).toContain('Er is nog geen aanbod')
  expect(text).toContain('Bewaar, het doel blijft open')
})

test('a confirmation of which the month is known is not said as a day', () => {
  const lastConfirmed = { on: CalendarDay.parse('2026-10-01'), precision: 'month' as const }
  expect(words(viewOffers(found({ matches: [match({ lastConfirmed })] }), context('nl')))).toContain('Bevestigd in oktober')
})

test('a goal that is not open offers to open it, not to choose', () => {
  const html = viewOffers(found({ goal: { ...found().goal, state: 'archived' }, matches: [] }), context('nl'))
  expect(html).toContain('/opzij-terug')
  expect(html).not.toContain('/aanbod/kiezen')
})

test('a refusal is said on the page and what was typed stays', () => {
  const form = {
    id: 'matching.archive',
    fields: { text: (name: string) => (name === 'whatLacks' ? 'Een tuin op zaterdag' : '') } as NonNullable<
      PageContext['form']
    >['fields'],
    errors: [],
    refusal: { ok: false as const, code: 'versionConflict' as const },
  }
  const html = viewOffers(found(), context('nl', { form }))
  expect(words(html)).toContain('Iemand anders heeft dit net veranderd')
  expect(html).toContain('Een tuin op zaterdag</textarea>')
})
