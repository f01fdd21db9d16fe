import { describe, expect, test } from 'vitest'
import { newId, type ParticipantId, type PaymentId } from '#kernel'
import { reaching } from '#people/test-kit'
import { listLimits, setLimit } from '#regimes'
import { SELF_REACH } from '#sharing'
import {
  amendPayment,
  foreseeAllowance,
  getAllowance,
  payAtOwnPlace,
  recordPayment,
  restorePayment,
  withdrawPayment,
} from './index.ts'
import { paying, value } from './test-payments.ts'

const { people, setNow, paid, record, allowance } = paying()

describe('the coach and the person', () => {
  test('a payment is written down and counts; what stands out is said', async () => {
    expect(await record(100)).not.toHaveProperty('signal')
    expect(await record(76)).toMatchObject({ signal: 'near' })
    expect(await record(44)).toMatchObject({ signal: 'full' })
    expect(await record(1)).toMatchObject({ signal: 'over' })
    const { meter, payments } = await allowance()
    expect(meter.month).toMatchObject({ paidCents: 22_100, level: 'over', limit: { value: 22_000 } })
    expect(payments).toHaveLength(4)
  })

  test('proven costs do not count, and nothing of a deduction is ever said', async () => {
    await record(500, undefined, { kind: 'actualCosts' })
    const answer = await allowance()
    expect(answer.meter).toMatchObject({ month: { paidCents: 0 }, actualCostsCents: 50_000 })
    expect(JSON.stringify(answer)).not.toMatch(/deduct|korting|inhouding/i)
  })

  test('the person reads the own meter; a stranger and somebody unknown get the same answer', async () => {
    const { house, tenantId, stranger, partner, selam } = people()
    await record(20)
    const self = await house.member(tenantId, 'participant', { participantId: selam })
    await reaching(house, tenantId, selam, self, SELF_REACH)
    expect((await allowance(self)).meter.month.paidCents).toBe(2_000)
    expect(await house.runner.run(recordPayment, self, paid(1))).toEqual({ ok: false, code: 'notFound' })
    const unknown = { participantId: newId<ParticipantId>() }
    for (const actor of [stranger, partner]) {
      const refused = await house.runner.run(getAllowance, actor, { participantId: selam })
      expect(refused).toEqual({ ok: false, code: 'notFound' })
      expect(await house.runner.run(getAllowance, actor, unknown)).toEqual(refused)
    }
  })

  test('what does not fit is refused at its field', async () => {
    const { house, library, coach } = people()
    const field = async (input: object) => {
      const answer = await house.runner.run(recordPayment, coach, { ...paid(1), ...input })
      return answer.ok ? undefined : answer.field
    }
    expect(await field({ paidOn: '2026-11-21' })).toBe('paidOn')
    expect(await field({ amountCents: 0 })).toBe('amountCents')
    expect(await field({ amountCents: 12.5 })).toBe('amountCents')
    expect(await field({ hours: 0 })).toBe('hours')
    expect(await field({ kind: 'gift' })).toBe('kind')
    expect(await field({ organisationName: undefined })).toBe('organisationName')
    expect(await field({ organisationId: newId() })).toBe('organisationId')
    expect(await field({ organisationId: library })).toBeUndefined()
  })

  test('who paid is asked together with everything else that is wrong', async () => {
    const { house, coach } = people()
    const wrong = { ...paid(1), amountCents: undefined, kind: 'gift', organisationName: undefined }
    expect(await house.runner.run(recordPayment, coach, wrong)).toMatchObject({
      ok: false,
      details: {
        errors: [
          { field: 'amountCents', code: 'required' },
          { field: 'kind', code: 'choice' },
          { field: 'organisationName', code: 'required' },
        ],
      },
    })
  })

  test('sent twice it is paid once', async () => {
    const { house, coach, selam } = people()
    const options = { idempotencyKey: `key-of-one-payment-${selam}` }
    const [first, second] = await Promise.all([1, 2].map(() => house.runner.run(recordPayment, coach, paid(50), options)))
    expect(first).toEqual(second)
    expect((await allowance()).payments).toHaveLength(1)
  })

  test('two payments at the same moment cannot hide each other: the second sees both', async () => {
    const { house, coach } = people()
    const both = await Promise.all([120, 121].map(euros => house.runner.run(recordPayment, coach, paid(euros))))
    const signals = both.map(answer => value(answer).signal)
    expect(signals.filter(signal => signal === 'over')).toHaveLength(1)
    expect(signals).toContain(undefined)
  })

  test('the partner and the coach at the same moment neither', async () => {
    const { house, coach, partner, placementId } = people()
    const [own, coachs] = await Promise.all([
      house.runner.run(payAtOwnPlace, partner, { placementId, paidOn: '2026-11-10', amountCents: 12_000, kind: 'allowance' }),
      house.runner.run(recordPayment, coach, paid(121)),
    ])
    const seen = [value(own).talkFirst, value(coachs).signal === 'over']
    expect(seen.filter(Boolean).length).toBe(1)
  })

  test('a correction keeps what it said, with who and why; an older version is refused with what stands there', async () => {
    const { house, coach, stranger, selam } = people()
    const { paymentId } = await record(60)
    const amended = await house.runner.run(amendPayment, coach, {
      ...paid(16),
      ...{ paymentId, version: 1, why: 'Het waren er zestien.' },
    })
    expect(value(amended)).toMatchObject({ version: 2 })
    const { meter, versions } = await allowance()
    expect(meter.month.paidCents).toBe(1_600)
    expect(versions).toMatchObject([{ paymentId, version: 1, before: { amountCents: 6_000 }, why: 'Het waren er zestien.' }])
    expect(await house.runner.run(amendPayment, coach, { ...paid(10), paymentId, version: 1 })).toMatchObject({
      ok: false,
      code: 'versionConflict',
      details: { current: { amountCents: 1_600, version: 2 } },
    })
    expect(await house.runner.run(amendPayment, stranger, { ...paid(10), paymentId, version: 2 })).toEqual({
      ok: false,
      code: 'notFound',
    })
    const unknown = { participantId: selam, paymentId: newId<PaymentId>(), version: 1 }
    expect(await house.runner.run(withdrawPayment, coach, unknown)).toEqual({ ok: false, code: 'notFound' })
  })

  test('a withdrawn payment stays readable, counts no more, and can be put back', async () => {
    const { house, coach, selam } = people()
    const { paymentId } = await record(60)
    const on = (version: number) => ({ participantId: selam, paymentId, version })
    await house.runner.run(withdrawPayment, coach, on(1))
    expect(await allowance()).toMatchObject({ meter: { month: { paidCents: 0 } }, payments: [{ state: 'withdrawn' }] })
    expect(await house.runner.run(withdrawPayment, coach, on(2))).toMatchObject({ code: 'notPossibleNow' })
    expect(value(await house.runner.run(restorePayment, coach, on(2)))).toMatchObject({ version: 3 })
    expect((await allowance()).meter.month.paidCents).toBe(6_000)
  })

  test('what if: says when the month is full, from today unless said otherwise', async () => {
    const { house, coach, selam } = people()
    await record(187)
    const answer = await house.runner.run(foreseeAllowance, coach, {
      participantId: selam,
      perTimeCents: 1_100,
      timesPerMonth: 4,
    })
    expect(value(answer)).toMatchObject({
      stops: { month: '2026-11-01', limit: 'month', timesThatFit: 3 },
      unknownFrom: '2027-01-01',
    })
  })

  test('in a new year nothing is guessed until the municipality sets the limits', async () => {
    const { house, beheer } = people()
    setNow('2027-01-05T12:00:00Z')
    expect(await record(50, '2027-01-04')).toMatchObject({ signal: 'notSet' })
    expect((await allowance()).meter.month).toMatchObject({ limit: { state: 'notSet' }, level: 'notSet' })
    expect(await house.runner.run(listLimits, beheer, {})).toMatchObject({ ok: true })
    const limit = { value: 5_000, from: '2027-01-01', until: '2027-12-31', source: 'test' }
    await house.runner.run(setLimit, beheer, { key: 'volunteerAllowanceMonth', ...limit })
    expect((await allowance()).meter.month.level).toBe('full')
  })
})
