import { expect, test } from 'vitest'
import type { MembershipId, ParticipantId, StepId } from '#kernel'
import type { Goal, Plan, Recognition, RecognitionGiven, Step } from '#plans'
import { agreedOf, receivedOf } from './recognition.ts'

const id = '01890000-0000-7000-8000-000000000001'
const step = (title: string, recognition: Recognition, state: 'open' | 'done' = 'open'): Step =>
  ({ id: title as StepId, title, language: 'nl', who: 'participant', recognition, state }) as Step
const given = (stepId: string, kind: RecognitionGiven['kind'], words = ''): RecognitionGiven => ({
  id,
  stepId: stepId as StepId,
  kind,
  words,
  givenAt: '2026-11-20T10:00:00.000Z',
  givenBy: id as MembershipId,
  countsAs: 'nothing',
  version: 1,
})
const plan = (steps: readonly Step[], recognitions: readonly RecognitionGiven[] = [], state: Goal['state'] = 'open'): Plan => ({
  participantId: id as ParticipantId,
  wishes: [],
  goals: [{ state, steps } as unknown as Goal],
  agreements: [],
  reciprocity: [],
  unmetWishes: [],
  recognitions,
})

test('what is agreed is said of open steps, and a compliment only when it has words', () => {
  const steps = [
    step('kaartje', { kind: 'card', words: '' }),
    step('niets', { kind: 'none', words: '' }),
    step('compliment', { kind: 'compliment', words: '' }),
    step('koffie', { kind: 'compliment', words: 'samen koffie' }),
    step('gedaan', { kind: 'outing', words: '' }, 'done'),
  ]
  expect(agreedOf(plan(steps)).map(each => each.title)).toEqual(['kaartje', 'koffie'])
  expect(agreedOf(plan(steps, [], 'archived'))).toEqual([])
})

test('what was given is kept with its step, also when that step is gone', () => {
  const received = receivedOf(
    plan([step('a', { kind: 'none', words: '' })], [given('a', 'outing'), given('b', 'card'), given('a', 'none')]),
  )
  expect(received.map(({ given: { kind }, step: of }) => [kind, of?.title])).toEqual([
    ['outing', 'a'],
    ['card', undefined],
  ])
})
