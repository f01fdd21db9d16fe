import { describe, expect, test } from 'vitest'
import { type MembershipId, namedId } from '#kernel'
import { day } from '../test-kit.ts'
import { isPromiseOfOthers, mayBeTied, type Said, stateWithout } from './agreement.ts'
import { groundOf, groundsOn } from './agreement-ground.ts'

const keysOn = (text: string): readonly string[] => groundsOn(day(text)).map(ground => ground.key)

describe('the duties in law that an agreement may be tied to', () => {
  test.each([
    ['2026-06-30', []],
    ['2026-07-01', ['pw-9-1-a', 'pw-9-1-b', 'pw-9-1-c']],
    ['2026-12-31', ['pw-9-1-a', 'pw-9-1-b', 'pw-9-1-c']],
    ['2027-01-01', ['pw-9-1-a', 'pw-9-1-b']],
  ])('on %s: %j', (today, keys) => expect(keysOn(today)).toEqual(keys))

  test('a new agreement is not tied to what is no longer in force; an older one keeps its tie, and its name', () => {
    expect(mayBeTied('pw-9-1-c', day('2026-12-31')).ok).toBe(true)
    expect(mayBeTied('pw-9-1-c', day('2027-01-01'))).toMatchObject({ code: 'invalidInput', details: { reason: 'notInForce' } })
    expect(mayBeTied('pw-9-1-c', day('2027-01-01'), 'pw-9-1-c').ok).toBe(true)
    expect(mayBeTied('made-up', day('2026-12-31')).ok).toBe(false)
    expect(mayBeTied(undefined, day('2027-01-01')).ok).toBe(true)
    expect(groundOf('pw-9-1-c')?.article.nl).toContain('artikel 9 lid 1 onder c')
  })
})

describe('what the sides say of an agreement', () => {
  const said = (side: Said['side'], outcome: Said['outcome']): Said => ({
    side,
    outcome,
    words: '',
    saidOn: day('2026-11-20'),
    saidBy: namedId<MembershipId>(side),
  })

  test('when one side takes back what it said, what the other says stands again', () => {
    const both = { said: [said('guide', 'kept'), said('participant', 'notKept')] }
    expect(stateWithout(both, 'participant')).toBe('kept')
    expect(stateWithout(both, 'guide')).toBe('notKept')
    expect(stateWithout({ said: [said('participant', 'kept')] }, 'participant')).toBe('open')
  })

  test('the person marks what others promised, not the own promises', () => {
    expect(
      (['participant', 'coach', 'municipality', 'other'] as const).filter(promisedBy => isPromiseOfOthers({ promisedBy })),
    ).toEqual(['coach', 'municipality', 'other'])
  })
})
