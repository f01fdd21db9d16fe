import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  CalendarDay,
  newId,
  type OfferId,
  type OrganisationId,
  type ParticipantId,
  type PaymentId,
  type PlacementId,
  type TenantId,
} from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { aParticipant, reaching } from '#people/test-kit'
import { type Actor, createRunner, type Runner } from '#platform'
import { listLimits, setLimit } from '#regimes'
import { SELF_REACH } from '#sharing'
import { meterOf } from './domain/allowance-meter.ts'
import {
  amendPayment,
  foreseeAllowance,
  getAllowance,
  payAtOwnPlace,
  placeAtOffer,
  recordPayment,
  restoreOwnPayment,
  restorePayment,
  withdrawOwnPayment,
  withdrawPayment,
} from './index.ts'

let now = new Date('2026-11-20T12:00:00Z')
const clock = { now: () => now }
let house: TestHouse
let tenantId: TenantId
let library: OrganisationId
let coach: Actor
let stranger: Actor
let partner: Actor
let otherPartner: Actor
let beheer: Actor
let offerId: OfferId
let selam: ParticipantId
let placementId: PlacementId

const day = (text: string) => CalendarDay.parse(text)
const value = <T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}
const somebody = async (birthDate = '1980-01-01'): Promise<{ id: ParticipantId; placementId: PlacementId }> => {
  const id = await aParticipant(house, tenantId, { birthDate: day(birthDate) })
  await reaching(house, tenantId, id, coach)
  const place = { participantId: id, offerId, area: 'contributing', startsOn: '2026-01-01' }
  const placed = value(await house.runner.run(placeAtOffer, coach, place))
  return { id, placementId: placed.placementId }
}

beforeAll(async () => {
  house = await createHouse(clock)
  tenantId = await house.municipality()
  library = await house.organisation(tenantId, 'partner', 'Bibliotheek')
  const club = await house.organisation(tenantId, 'partner', 'Club')
  const welfare = await house.organisation(tenantId)
  coach = await house.member(tenantId, 'coach', { organisationId: welfare })
  stranger = await house.member(tenantId, 'coach', { organisationId: welfare })
  partner = await house.member(tenantId, 'partner', { organisationId: library })
  otherPartner = await house.member(tenantId, 'partner', { organisationId: club })
  beheer = await house.member(tenantId, 'beheer')
  offerId = newId<OfferId>()
  await house.owner.query(
    `insert into offer (tenant_id, id, organisation_id, organisation_name, name, kind, identity_key)
     values ($1, $2, $3, 'Bibliotheek', 'Boeken opruimen', 'volunteerPlace', 'b')`,
    [tenantId, offerId, library],
  )
})
beforeEach(async () => {
  now = new Date('2026-11-20T12:00:00Z')
  ;({ id: selam, placementId } = await somebody())
})
afterAll(() => house.close())

const paid = (euros: number, paidOn = '2026-11-10', more: object = {}) => ({
  participantId: selam,
  paidOn,
  amountCents: euros * 100,
  kind: 'allowance' as const,
  organisationName: 'Voetbalclub',
  ...more,
})
const record = async (euros: number, paidOn?: string, more?: object) =>
  value(await house.runner.run(recordPayment, coach, paid(euros, paidOn, more)))
const allowance = async (actor: Actor = coach, participantId = selam) =>
  value(await house.runner.run(getAllowance, actor, { participantId }))

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
    const options = { idempotencyKey: `key-of-one-payment-${selam}` }
    const [first, second] = await Promise.all([1, 2].map(() => house.runner.run(recordPayment, coach, paid(50), options)))
    expect(first).toEqual(second)
    expect((await allowance()).payments).toHaveLength(1)
  })

  test('two payments at the same moment cannot hide each other: the second sees both', async () => {
    const both = await Promise.all([120, 121].map(euros => house.runner.run(recordPayment, coach, paid(euros))))
    const signals = both.map(answer => value(answer).signal)
    expect(signals.filter(signal => signal === 'over')).toHaveLength(1)
    expect(signals).toContain(undefined)
  })

  test('the partner and the coach at the same moment neither', async () => {
    const [own, coachs] = await Promise.all([
      house.runner.run(payAtOwnPlace, partner, { placementId, paidOn: '2026-11-10', amountCents: 12_000, kind: 'allowance' }),
      house.runner.run(recordPayment, coach, paid(121)),
    ])
    const seen = [value(own).talkFirst, value(coachs).signal === 'over']
    expect(seen.filter(Boolean).length).toBe(1)
  })

  test('a correction keeps what it said, with who and why; an older version is refused with what stands there', async () => {
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
    const { paymentId } = await record(60)
    const on = (version: number) => ({ participantId: selam, paymentId, version })
    await house.runner.run(withdrawPayment, coach, on(1))
    expect(await allowance()).toMatchObject({ meter: { month: { paidCents: 0 } }, payments: [{ state: 'withdrawn' }] })
    expect(await house.runner.run(withdrawPayment, coach, on(2))).toMatchObject({ code: 'notPossibleNow' })
    expect(value(await house.runner.run(restorePayment, coach, on(2)))).toMatchObject({ version: 3 })
    expect((await allowance()).meter.month.paidCents).toBe(6_000)
  })

  test('what if: says when the month is full, from today unless said otherwise', async () => {
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
    now = new Date('2027-01-05T12:00:00Z')
    expect(await record(50, '2027-01-04')).toMatchObject({ signal: 'notSet' })
    expect((await allowance()).meter.month).toMatchObject({ limit: { state: 'notSet' }, level: 'notSet' })
    expect(await house.runner.run(listLimits, beheer, {})).toMatchObject({ ok: true })
    const limit = { value: 5_000, from: '2027-01-01', until: '2027-12-31', source: 'test' }
    await house.runner.run(setLimit, beheer, { key: 'volunteerAllowanceMonth', ...limit })
    expect((await allowance()).meter.month.level).toBe('full')
  })
})

describe('an organisation that pays', () => {
  const pay = (euros: number, more: object = {}, actor: Actor = partner, runner: Runner = house.runner) =>
    runner.run(payAtOwnPlace, actor, { placementId, paidOn: '2026-11-12', amountCents: euros * 100, kind: 'allowance', ...more })

  test('enters it for who comes there; it stands in the dossier, under the organisation’s name', async () => {
    expect(value(await pay(20))).toMatchObject({ talkFirst: false })
    expect((await allowance()).payments).toMatchObject([
      { organisationName: 'Bibliotheek', organisationId: library, amountCents: 2_000, byPayer: true },
    ])
    const { rows } = await house.owner.query<{ use_case: string }>(
      `select use_case from access_line where participant_id = $1 and kind = 'write' order by id desc limit 1`,
      [selam],
    )
    expect(rows).toEqual([{ use_case: 'plans.payAtOwnPlace' }])
  })

  /** The answer byte for byte, with ids that are the same in every run. */
  const answerWhen = async (others: number, birthDate?: string): Promise<string> => {
    ;({ id: selam, placementId } = await somebody(birthDate))
    if (others > 0) await record(others, '2026-11-02')
    const stillSignedIn = house.actors.stillSignedIn
    const id = newId()
    const sameIds = createRunner({ pool: house.pool, clock, stillSignedIn, newId: <Id extends string>() => id as unknown as Id })
    const answer = JSON.stringify(await pay(1, {}, partner, sameIds))
    await house.owner.query('delete from allowance_payment where id = $1', [id])
    return answer.replace(id, 'the-id')
  }

  test('learns nothing of what others paid: near, full, over, or young, the answer is the same bytes', async () => {
    const at81 = await answerWhen(178)
    expect(at81).toContain('"talkFirst":true')
    expect(await answerWhen(264)).toBe(at81)
    expect(await answerWhen(220)).toBe(at81)
    expect(await answerWhen(0, '2003-01-01')).toBe(at81)
    expect(await answerWhen(100)).toBe(at81.replace('"talkFirst":true', '"talkFirst":false'))
  })

  test('says the same when the limits of that day are not known', async () => {
    now = new Date('2028-01-05T12:00:00Z')
    expect(value(await pay(1, { paidOn: '2028-01-05' })).talkFirst).toBe(true)
  })

  test('somebody who comes elsewhere, waits, or does not exist: the same answer', async () => {
    const refused = await pay(5, {}, otherPartner)
    expect(refused).toEqual({ ok: false, code: 'notFound' })
    expect(await pay(5, { placementId: newId() })).toEqual(refused)
    await house.owner.query(`update placement set state = 'ended', until = current_date, outcome = 'stayed' where id = $1`, [
      placementId,
    ])
    expect(await pay(5)).toEqual(refused)
    expect((await allowance()).payments).toEqual([])
  })

  test('no payment of a day to come', async () => {
    expect(await pay(5, { paidOn: '2026-11-21' })).toMatchObject({ ok: false, field: 'paidOn', details: { reason: 'inFuture' } })
  })

  test('no payment of a day before somebody came', async () => {
    expect(await pay(5, { paidOn: '2025-12-31' })).toMatchObject({
      ...{ ok: false, field: 'paidOn', details: { reason: 'beforeStart', day: '2026-01-01' } },
    })
    expect(await pay(5, { paidOn: '2026-01-01' })).toMatchObject({ ok: true })
  })

  describe('searches what others paid', () => {
    const turn = async (useCase: typeof withdrawOwnPayment, paymentId: string, version: number) =>
      house.runner.run(useCase, partner, { paymentId, version })
    const REFUSED = { ok: false, code: 'tooMany' }

    test('with other amounts: after a few it goes through the coach, who sees it and writes down the rest', async () => {
      await record(150, '2026-11-02')
      let version = 1
      const first = value(await pay(1))
      for (const useCase of [withdrawOwnPayment, restoreOwnPayment, withdrawOwnPayment, restoreOwnPayment])
        ({ version } = value(await turn(useCase, first.paymentId, version)))
      expect((await allowance()).throughCoach).toEqual([])
      const second = value(await pay(26))
      expect(second.talkFirst).toBe(true)
      ;({ version } = value(await turn(withdrawOwnPayment, second.paymentId, 1)))
      expect(await turn(restoreOwnPayment, second.paymentId, version)).toEqual(REFUSED)
      expect(await pay(13)).toMatchObject({ ...REFUSED, field: 'amountCents' })
      expect((await allowance()).throughCoach).toEqual(['Bibliotheek'])
      expect(await record(26)).toHaveProperty('paymentId')
      now = new Date('2026-12-22T12:00:00Z')
      expect(await pay(1, { paidOn: '2026-12-20' })).toMatchObject({ ok: true })
    })

    test('in other months: each answer that tells something counts', async () => {
      for (const month of ['05', '06', '07', '08', '09', '10']) {
        await record(200, `2026-${month}-02`)
        expect(value(await pay(1, { paidOn: `2026-${month}-10` })).talkFirst).toBe(true)
      }
      expect(await pay(1, { paidOn: '2026-04-10' })).toMatchObject(REFUSED)
    })

    test('who writes down a whole month afterwards learns the word once, and is not stopped', async () => {
      await record(200, '2026-10-02')
      for (let i = 0; i < 8; i += 1) expect(value(await pay(1, { paidOn: '2026-10-10' })).talkFirst).toBe(true)
      expect((await allowance()).throughCoach).toEqual([])
    })

    test('who pays on while the word stands beside the name is not stopped', async () => {
      await record(200, '2026-11-02')
      for (let i = 0; i < 8; i += 1) expect(value(await pay(1)).talkFirst).toBe(true)
      expect((await allowance()).throughCoach).toEqual([])
    })

    test('with many small ones at once: no more than there are days, and none slips through', async () => {
      for (let i = 0; i < 36; i += 1) value(await pay(1, { amountCents: 1 }))
      const answers = await Promise.all(Array.from({ length: 12 }, () => pay(1, { amountCents: 1 })))
      expect(answers.filter(answer => answer.ok)).toHaveLength(4)
    })
  })

  test('takes back its own payment and puts it back; never one of another', async () => {
    const { paymentId } = value(await pay(30))
    const on = (version: number) => ({ paymentId, version })
    expect(await house.runner.run(withdrawOwnPayment, otherPartner, on(1))).toEqual({ ok: false, code: 'notFound' })
    expect(value(await house.runner.run(withdrawOwnPayment, partner, on(1)))).toEqual({ paymentId, version: 2 })
    expect(await house.runner.run(withdrawOwnPayment, partner, on(1))).toMatchObject({ code: 'versionConflict' })
    expect(await house.runner.run(withdrawOwnPayment, partner, on(2))).toMatchObject({ code: 'notPossibleNow' })
    expect((await allowance()).meter.month.paidCents).toBe(0)
    expect(value(await house.runner.run(restoreOwnPayment, partner, on(2)))).toEqual({ paymentId, version: 3 })
    expect(await allowance()).toMatchObject({
      meter: { month: { paidCents: 3_000 } },
      versions: [{ before: { state: 'paid' } }, { before: { state: 'withdrawn' } }],
    })
    const coachs = await record(10)
    expect(await house.runner.run(withdrawOwnPayment, partner, { paymentId: coachs.paymentId, version: 1 })).toEqual({
      ok: false,
      code: 'notFound',
    })
  })

  test('corrected to another payer it is no entry of that payer: who did not enter it does not read it', async () => {
    const { paymentId } = value(await pay(30))
    const { rows } = await house.owner.query<{ id: string }>('select organisation_id as id from membership where id = $1', [
      otherPartner.membershipId,
    ])
    const corrected = { participantId: selam, paymentId, version: 1, paidOn: '2026-11-12', amountCents: 3_000, kind: 'allowance' }
    value(await house.runner.run(amendPayment, coach, { ...corrected, organisationId: rows[0]?.id }))
    expect(await house.runner.run(withdrawOwnPayment, otherPartner, { paymentId, version: 2 })).toEqual({
      ok: false,
      code: 'notFound',
    })
    expect((await allowance()).payments).toMatchObject([{ byPayer: false }])
  })

  test('the word that the database gives is the one that the rules give, for any payments and ages', async () => {
    const dates = fc.constantFrom('2026-01-31', '2026-10-31', '2026-11-01', '2026-11-20', '2025-12-31')
    const payments = fc.array(
      fc.record({
        paidOn: dates,
        amountCents: fc.integer({ min: 1, max: 90_000 }),
        kind: fc.constantFrom('allowance' as const, 'actualCosts' as const),
        state: fc.constantFrom('paid' as const, 'withdrawn' as const),
      }),
      { maxLength: 6 },
    )
    const born = fc.constantFrom('1980-01-01', '1999-11-19', '1999-11-20', '1999-11-21', '2004-02-29')
    await fc.assert(
      fc.asyncProperty(payments, born, async (rows, birthDate) => {
        await house.owner.query('delete from allowance_payment where participant_id = $1', [selam])
        await house.owner.query('update participant_identity set birth_date = $2 where participant_id = $1', [selam, birthDate])
        for (const { paidOn, amountCents, kind, state } of rows)
          await house.owner.query(
            `insert into allowance_payment (tenant_id, id, participant_id, organisation_name, paid_on, amount_cents, kind, state, entered_by, entered_at)
             values ($1, $2, $3, 'x', $4, $5, $6, $7, $8, now())`,
            [tenantId, newId(), selam, paidOn, amountCents, kind, state, coach.membershipId],
          )
        await house.owner.query('delete from allowance_payment_version where participant_id = $1', [selam])
        const { talkFirst } = value(await pay(1, { paidOn: '2026-11-20' }))
        const { payments: all } = await allowance()
        const ceiling = (amount: number) => ({ state: 'known' as const, value: amount, source: '', mark: 'verified' as const })
        const none = { state: 'notSet' as const }
        const { month, year, young } = meterOf(all, {
          ...{ on: day('2026-11-20'), birthDate: day(birthDate) },
          limitsOn: () => ({
            ...{ month: ceiling(22_000), year: ceiling(220_000), countsBelowAge: ceiling(27) },
            ...{ hour: none, hourYoung: none, hourAge: none },
          }),
        })
        const expected = month.level !== 'fine' || year.level !== 'fine' || young.state === 'counts'
        expect(talkFirst).toBe(expected)
      }),
      { numRuns: 40 },
    )
  })
})
