import { describe, expect, test } from 'vitest'
import { type MembershipId, namedId, type OfferId, type PlacementId } from '#kernel'
import { aGoal, answered, aPlan, aStep, aWish, day } from '../test-kit.ts'
import { ACTIONS, canDo, mustBeAble } from './actions.ts'
import { answerStep } from './answer-step.ts'
import { keptLine, lineOn } from './caseload.ts'
import { moved } from './order-steps.ts'
import type { Placement } from './placement.ts'
import { canTakePlace, seatFor } from './places.ts'
import { PracticalFields } from './practical.ts'
import { wheelInput } from './wheel-input.ts'

const given = { at: new Date('2026-11-22T10:00:00Z'), by: namedId<MembershipId>('selam') }

describe('answering a step', () => {
  const step = aStep('meelopen', { recognition: { kind: 'card', words: 'Kaartje met foto' } })

  test.each(['done', 'didNotWork'] as const)('given %s, then what was agreed is given', answer =>
    expect(answerStep(step, 'open', { ...given, answer })).toMatchObject({
      ok: true,
      value: { state: answer, recognition: { kind: 'card', words: 'Kaartje met foto' }, offerSmallerStep: answer !== 'done' },
    }),
  )

  test('given not yet, then saying so is thanked for and what was agreed stays for later', () =>
    expect(answerStep(step, 'open', { ...given, answer: 'notYet', ownWords: 'Het regende.' })).toMatchObject({
      ok: true,
      value: { recognition: { kind: 'compliment', words: '' }, ownWords: 'Het regende.', offerSmallerStep: true },
    }))

  test('given a step that was answered, then it is not answered again; after "not yet" it is', () => {
    expect(answerStep(answered(step, 'done'), 'open', { ...given, answer: 'done' })).toMatchObject({ code: 'notPossibleNow' })
    expect(answerStep(answered(step, 'notYet'), 'open', { ...given, answer: 'done' }).ok).toBe(true)
  })

  test('given a goal that is archived, then its steps rest', () =>
    expect(answerStep(step, 'archived', { ...given, answer: 'done' })).toMatchObject({
      code: 'notPossibleNow',
      details: { state: 'archived' },
    }))
})

test('what may be done now: the guard and the table say the same', () => {
  const everything = [...new Set(Object.values(ACTIONS.step).flat())]
  for (const state of ['open', 'done', 'notYet', 'didNotWork'] as const) {
    const allowed: readonly string[] = ACTIONS.step[state]
    for (const action of everything) {
      expect(canDo('step', state, action)).toBe(allowed.includes(action))
      expect(mustBeAble('step', state, action).ok).toBe(allowed.includes(action))
    }
  }
  expect(canDo('goal', 'reached', 'reopen')).toBe(true)
  expect(canDo('goal', 'reached', 'addStep')).toBe(false)
  expect(canDo('step', 'didNotWork', 'addSmallerStep')).toBe(true)
})

test('a step moves one place, and not past the ends', () => {
  expect(moved(['a', 'b', 'c'], 'c', 'up')).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', 'down')).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'a', 'up')).toBeUndefined()
  expect(moved(['a', 'b', 'c'], 'c', 'down')).toBeUndefined()
  expect(moved(['a', 'b'], 'x', 'up')).toBeUndefined()
})

describe('places', () => {
  test('the last place is given; after it comes a place in the queue', () => {
    expect(seatFor(1, 0)).toEqual({ state: 'placed' })
    expect(seatFor(0, 0)).toEqual({ state: 'waiting', queuePosition: 1 })
    expect(seatFor(0, 3)).toEqual({ state: 'waiting', queuePosition: 4 })
  })

  test('nobody jumps the queue: a free place is for who waits first', () => {
    expect(seatFor(1, 1)).toEqual({ state: 'waiting', queuePosition: 2 })
    expect(canTakePlace(1, 1)).toBe(true)
    expect(canTakePlace(1, 2)).toBe(false)
  })

  test('when nobody said how many places there are, there is one', () => {
    expect(seatFor(undefined, 0)).toEqual({ state: 'placed' })
    expect(canTakePlace(undefined, 5)).toBe(true)
  })
})

test('half-days come out in the order of the week, each once', () => {
  expect(PracticalFields.parse({ dayParts: ['4-evening', '2-morning', '4-evening'] }).dayParts).toEqual([
    '2-morning',
    '4-evening',
  ])
  expect(PracticalFields.safeParse({ dayParts: ['8-morning'] }).success).toBe(false)
})

test('the wheel shows open goals, who and what helps, and the laws that carry it', () => {
  const placement: Placement = {
    id: namedId<PlacementId>('p'),
    offerId: namedId<OfferId>('tuin'),
    offerName: 'Buurttuin',
    organisationName: 'De Brug',
    kind: 'activity',
    laws: ['wmo'],
    area: 'takingPart',
    since: day('2026-11-01'),
    reasons: [],
    version: 1,
    state: 'placed',
  }
  const plan = aPlan({
    wishes: [aWish('Ik wil buiten zijn')],
    goals: [
      aGoal('Buiten bezig zijn', [answered(aStep('kijken'), 'done'), aStep('meedoen', { who: 'other', whoName: 'Zus' })], {
        area: 'takingPart',
      }),
      { ...aGoal('Oud doel'), state: 'reached', closedOn: day('2026-10-01') },
    ],
  })
  expect(wheelInput('Selam', plan, [placement, { ...placement, state: 'cancelled' }])).toMatchObject({
    name: 'Selam',
    sentence: 'Ik wil buiten zijn',
    areas: {
      takingPart: {
        goals: [{ title: 'Buiten bezig zijn', stepsDone: 1, stepsTotal: 2 }],
        supply: [
          { label: 'Buurttuin', kind: 'offer', from: 'De Brug' },
          { label: 'Zus', kind: 'network', does: ['meedoen'] },
        ],
        laws: [{ law: 'wmo', carries: [{ kind: 'offer', label: 'Buurttuin' }] }],
      },
      contacts: { goals: [], supply: [], laws: [] },
    },
  })
})

test('the wheel says which law carries what, who is a volunteer, who waits, and what the coach does', () => {
  const place = {
    kind: 'activity',
    offerId: namedId<OfferId>('o'),
    area: 'contacts',
    since: day('2026-11-01'),
    version: 1,
  } as const
  const buddy: Placement = {
    ...place,
    id: namedId<PlacementId>('buddy'),
    offerName: 'Maatje',
    organisationName: 'Vrijwilligers',
    offerKind: 'buddy',
    reasons: [],
    laws: ['wmo', 'participatiewet'],
    state: 'placed',
  }
  const waiting: Placement = {
    ...place,
    id: namedId<PlacementId>('koor'),
    offerName: 'Koor',
    organisationName: 'De Brug',
    reasons: [],
    laws: [],
    state: 'waiting',
    waitingSince: '2026-11-01T09:00:00.000Z',
    queuePosition: 1,
    placeFree: false,
  }
  const steps = [
    aStep('bellen', { who: 'coach' }),
    answered(aStep('kijken', { who: 'coach' }), 'done'),
    aStep('gaan', { who: 'together' }),
  ]
  const plan = aPlan({ goals: [aGoal('Zingen', steps, { area: 'contacts' })] })
  expect(wheelInput('Rosa', plan, [buddy, waiting], { coachName: 'Mirjam', law: 'participatiewet' }).areas.contacts).toEqual({
    goals: [expect.objectContaining({ title: 'Zingen' })],
    supply: [
      { id: buddy.id, label: 'Maatje', kind: 'volunteer', from: 'Vrijwilligers' },
      { id: waiting.id, label: 'Koor', kind: 'offer', from: 'De Brug', waiting: true },
      { id: 'coach-contacts', label: 'Mirjam', kind: 'coach', does: ['bellen', 'gaan'] },
    ],
    laws: [
      { law: 'wmo', carries: [{ kind: 'offer', label: 'Maatje' }] },
      { law: 'participatiewet', carries: [{ kind: 'offer', label: 'Maatje' }, { kind: 'trajectory' }] },
    ],
  })
  const none = wheelInput('Rosa', plan, [], {}).areas.contacts
  expect(none?.laws).toEqual([])
})

test('a line of the caseload says what is next, what is late and when somebody last answered', () => {
  const late = aStep('bellen', { plannedOn: day('2026-11-01') })
  const first = answered(aStep('kijken'), 'done', '2026-11-10T09:00:00.000Z')
  const goals = [aGoal('Lopen', [first, late, aStep('regelen', { who: 'coach' })])]
  const { participantId } = aPlan()
  const soon = day('2026-11-29')
  expect(lineOn(participantId, keptLine(goals, first.state === 'open' ? undefined : first), soon)).toMatchObject({
    participantId,
    next: { title: 'bellen' },
    goalsByArea: { contacts: 1 },
    stepsDone: 1,
    stepsTotal: 3,
    lastAnswer: { answeredAt: '2026-11-10T09:00:00.000Z' },
  })
  expect(lineOn(participantId, keptLine([], undefined), soon)).toMatchObject({
    next: undefined,
    stepsTotal: 0,
    goalsByArea: {},
  })
})
