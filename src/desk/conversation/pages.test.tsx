import { describe, expect, test } from 'vitest'
import { CalendarDay, namedId, type OfferId, ParticipantId, type PlacementId, refuse } from '#kernel'
import { formFields, type PageContext } from '#platform'
import type { Placement } from '#plans'
import { aGoal, answered, aPlan, aStep, aWish } from '#plans/test-kit'
import { viewAgreements } from './agreements-part.tsx'
import { viewGoal } from './goal-part.tsx'
import { viewOffers } from './offers-part.tsx'
import type { Talk } from './parts.ts'
import { viewPractical } from './practical-part.tsx'
import { viewStart } from './start-part.tsx'
import { viewSteps } from './steps-part.tsx'
import { viewSummary } from './summary-part.tsx'
import { viewWish } from './wish-part.tsx'

const context = (known: Partial<PageContext> = {}): PageContext => ({
  lang: 'nl',
  actor: undefined,
  now: new Date('2026-11-22T09:00:00Z'),
  today: CalendarDay.parse('2026-11-22'),
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
const typed = (values: Readonly<Record<string, string | readonly string[]>>) =>
  formFields(new Map(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? [value] : value])))

const talk = (known: Partial<Talk> = {}): Talk => ({
  participantId: ParticipantId.parse(namedId('selam')),
  callName: 'Selam',
  plan: aPlan(),
  placements: [],
  options: [],
  ...known,
})
const inPlan = (known: Parameters<typeof aPlan>[0]): Talk => talk({ plan: aPlan(known) })
/** What people read: without tags. */
const words = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ')

test('a first conversation welcomes the person and begins with the wish', () => {
  const html = viewStart(talk(), context())
  expect(words(html)).toContain('Fijn dat je er bent, Selam.')
  expect(html).toContain(`/deelnemers/${talk().participantId}/gesprek/wens">Beginnen`)
})

test('every part is complete in Dutch and English, with and without a plan', () => {
  const full = inPlan({
    wishes: [aWish('Vaker buiten'), aWish('Koken', 'strength')],
    goals: [aGoal('Onder de mensen', [answered(aStep('bellen'), 'done'), aStep('koffie')]), aGoal('Nederlands')],
  })
  for (const view of [viewStart, viewWish, viewPractical, viewGoal, viewOffers, viewSteps, viewAgreements, viewSummary])
    for (const each of [talk(), full])
      for (const lang of ['nl', 'en'] as const) {
        const html = view(each, context({ lang }))
        expect(html).toContain('<h1')
        expect(html).not.toMatch(/\{\{|undefined|(?:wish|goal|steps|offers|practical|agreements|summary|start)\.[a-z]+[A-Z.]/)
      }
})

test('a person’s words keep their own language and cannot bring in markup', () => {
  const html = viewWish(inPlan({ wishes: [{ ...aWish('<b>أريد</b>'), language: 'ar' }] }), context())
  expect(html).toContain('lang="ar" dir="auto"')
  expect(html).toContain('&lt;b&gt;أريد')
})

describe('forms that could not be taken', () => {
  const wish = aWish('Vaker buiten, met anderen')

  test('two people changed one wish: both texts are shown, what was typed is kept, and saving goes over the newest version', () => {
    const current = { ...wish, words: 'Vaker naar buiten', version: 2 }
    const html = viewWish(
      inPlan({ wishes: [current] }),
      context({
        query: { wijzig: wish.id },
        form: {
          id: 'conversation.amendWish',
          fields: typed({ words: 'Elke dag buiten', language: 'nl' }),
          errors: [{ field: '', code: 'versionConflict', params: {} }],
          refusal: refuse('versionConflict', undefined, { current }),
        },
      }),
    )
    expect(words(html)).toContain('Vaker naar buiten')
    expect(html).toMatch(/<textarea[^>]*>Elke dag buiten<\/textarea>/)
    expect(html).toContain('name="version" value="2"')
  })

  test('the first wish starts from what was said at the referral; a second wish starts empty', () => {
    const saidAtReferral = { words: 'Ik wil buiten zijn', language: 'en' }
    const first = viewWish(talk({ saidAtReferral }), context())
    expect(first).toMatch(/<textarea[^>]*lang="en"[^>]*>Ik wil buiten zijn<\/textarea>/)
    expect(words(first)).toContain('Dit zei Selam bij de aanmelding.')
    expect(viewWish(talk({ saidAtReferral, plan: aPlan({ wishes: [aWish('Fietsen')] }) }), context())).not.toContain(
      'Ik wil buiten zijn',
    )
  })

  test('the week and a cost that is no number: everything that was ticked and typed is still there', () => {
    const html = viewPractical(
      talk(),
      context({
        form: {
          id: 'conversation.setPractical',
          fields: typed({ dayParts: ['2-morning', '4-evening'], maxCostCents: 'veel', travelMode: 'bike' }),
          errors: [{ field: 'maxCostCents', code: 'type', params: {} }],
          refusal: refuse('invalidInput', 'maxCostCents'),
        },
      }),
    )
    expect(html.match(/name="dayParts"[^>]*checked/g)).toHaveLength(2)
    expect(html).toContain('value="veel"')
    expect(html).toContain('href="#maxCostCents"')
  })

  test('a button without fields that is refused says why on top of the page', () => {
    const html = viewOffers(
      talk(),
      context({
        form: {
          id: 'conversation.takePlace',
          fields: typed({}),
          errors: [{ field: '', code: 'full', params: {} }],
          refusal: refuse('full'),
        },
      }),
    )
    expect(html).toContain('class="op-error-summary"')
  })

  test('the third step lacks a name: the error stands at its row', () => {
    const goal = aGoal('Lopen')
    const html = viewSteps(
      inPlan({ goals: [goal] }),
      context({
        query: { doel: goal.id },
        form: {
          id: 'conversation.addSteps',
          fields: typed({ 'steps.0.title': 'bellen', 'steps.2.title': 'meelopen', 'steps.2.who': 'other' }),
          errors: [{ field: 'steps.1.whoName', code: 'required', params: {} }],
          refusal: refuse('invalidInput', 'steps.1.whoName'),
        },
      }),
    )
    expect(html).toContain('href="#steps.2.whoName"')
    expect(html).toContain('value="meelopen"')
  })
})

describe('steps', () => {
  const tried = answered(aStep('meelopen'), 'didNotWork')
  const goal = aGoal('Lopen', [tried, aStep('koffie')])

  test('a step that did not work offers a smaller one, and nothing is called a failure', () => {
    const html = viewSteps(inPlan({ goals: [goal] }), context())
    expect(words(html)).toContain('geprobeerd op 18 november')
    expect(html).toContain(`kleiner=${tried.id}`)
    expect(html).not.toMatch(/mislukt|op-error/)
  })

  test('once a smaller step is agreed it is not offered again', () => {
    const smaller = aGoal('Lopen', [tried, aStep('kijken', { smallerThan: tried.id })])
    expect(viewSteps(inPlan({ goals: [smaller] }), context())).not.toContain(`kleiner=${tried.id}`)
  })

  test('the first step cannot go up and the last cannot go down', () => {
    const two = aGoal('Lopen', [aStep('een'), aStep('twee')])
    const html = viewSteps(inPlan({ goals: [two] }), context())
    expect(html).not.toContain('“een” naar boven')
    expect(html).toContain('“een” naar beneden')
    expect(html).not.toContain('“twee” naar beneden')
  })
})

test('who waits and whose turn it is can take the place that came free', () => {
  const goal = aGoal('Buiten')
  const waiting = (placeFree: boolean): Placement => ({
    id: namedId<PlacementId>('p'),
    offerId: namedId<OfferId>('tuin'),
    offerName: 'Buurttuin',
    organisationName: 'De Tuin',
    kind: 'activity' as const,
    laws: [],
    goalId: goal.id,
    area: 'contacts',
    since: CalendarDay.parse('2026-11-01'),
    reasons: [],
    version: 3,
    state: 'waiting',
    waitingSince: '2026-11-01T10:00:00.000Z',
    queuePosition: 2,
    placeFree,
  })
  const at = (placeFree: boolean) =>
    viewOffers(talk({ plan: aPlan({ goals: [goal] }), placements: [waiting(placeFree)] }), context())
  expect(words(at(false))).toContain('Nummer 2 op de wachtlijst')
  expect(at(false)).not.toContain('/nemen"')
  expect(at(true)).toContain('/nemen"')
})
