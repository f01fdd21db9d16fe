import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel'
import { type Actor, createRunner, type Runner } from '#platform'
import { meterOf } from './domain/allowance-meter.ts'
import { amendPayment, payAtOwnPlace, restoreOwnPayment, withdrawOwnPayment } from './index.ts'
import { day, paying, value } from './test-payments.ts'

const { clock, people, setNow, about, record, allowance } = paying()

describe('an organisation that pays', () => {
  const pay = (euros: number, more: object = {}, actor: Actor = people().partner, runner: Runner = people().house.runner) =>
    runner.run(payAtOwnPlace, actor, {
      placementId: people().placementId,
      paidOn: '2026-11-12',
      amountCents: euros * 100,
      kind: 'allowance',
      ...more,
    })

  test('enters it for who comes there; it stands in the dossier, under the organisation’s name', async () => {
    const { house, library, selam } = people()
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
    await about(birthDate)
    const { house, partner } = people()
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
    setNow('2028-01-05T12:00:00Z')
    expect(value(await pay(1, { paidOn: '2028-01-05' })).talkFirst).toBe(true)
  })

  test('somebody who comes elsewhere, waits, or does not exist: the same answer', async () => {
    const { house, otherPartner, placementId } = people()
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
      people().house.runner.run(useCase, people().partner, { paymentId, version })
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
      setNow('2026-12-22T12:00:00Z')
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
    const { house, partner, otherPartner } = people()
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
    const { house, coach, otherPartner, selam } = people()
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
    const { house, tenantId, coach, selam } = people()
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
