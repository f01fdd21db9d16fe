import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  type AdviceId,
  dayIn,
  newId,
  type OrganisationId,
  type ParticipantId,
  type TenantId,
  type TrajectoryId,
} from '#kernel'
import { createHouse, type TestHouse } from '#organisations/test-kit'
import { reaching } from '#people/test-kit'
import type { Actor } from '#platform'
import { SELF_REACH } from '#sharing'
import {
  acceptReferral,
  activateTrajectory,
  amendAdvice,
  decideAdvice,
  getProgress,
  getReferral,
  getSentAdvice,
  getTrajectories,
  listLifeAreas,
  listSentAdvices,
  locateAdvice,
  saveAdvice,
  sendAdvice,
  undoAdviceWithdrawal,
  withdrawAdvice,
  writeAdviceWord,
} from './index.ts'
import { anAcceptedReferral } from './test-kit.ts'

const today = dayIn(new Date())
const plannedEndOn = addDays(today, 60)
const NOT_FOUND = { ok: false, code: 'notFound' }

let house: TestHouse
let tenantId: TenantId
let werkwijzer: OrganisationId
let desk: Actor
let coach: Actor
let colleague: Actor
let stranger: Actor
let workcoach: Actor
let deskElsewhere: Actor

beforeAll(async () => {
  house = await createHouse()
  tenantId = await house.municipality()
  const brug = await house.organisation(tenantId)
  werkwijzer = await house.organisation(tenantId, 'workCompany', 'Werkwijzer')
  desk = await house.member(tenantId, 'serviceplein', { name: 'Noor' })
  coach = await house.member(tenantId, 'coach', { organisationId: brug, name: 'Mirjam' })
  colleague = await house.member(tenantId, 'coach', { organisationId: brug })
  const elsewhere = await house.organisation(tenantId, 'welfare', 'Samen Verder')
  stranger = await house.member(tenantId, 'coach', { organisationId: elsewhere })
  workcoach = await house.member(tenantId, 'workcoach', { organisationId: werkwijzer, name: 'Wim' })
  deskElsewhere = await house.member(await house.municipality('Anders'), 'serviceplein')
})
afterAll(() => house.close())

interface Case {
  readonly participantId: ParticipantId
  readonly trajectoryId: TrajectoryId
}
let people = 0
const aTrajectory = async (): Promise<Case> => {
  people++
  const more = { surname: `Tesfay ${people}`, birthDate: addDays(dayIn(new Date('1980-01-01')), people) }
  const { participantId, trajectoryId } = await anAcceptedReferral(house, desk, coach, more)
  const active = { participantId, trajectoryId, version: 1, plannedEndOn }
  const answer = await house.runner.run(activateTrajectory, coach, active)
  if (!answer.ok) throw new Error(answer.code)
  return { participantId, trajectoryId }
}

const extension = {
  direction: 'extension',
  summary: 'Selam ging van thuis naar de wandelgroep.',
  growth: 'Zij spreekt zelf met de juf.',
  because: 'Nog een half jaar en zij doet dit zonder coach.',
  extendUntil: addMonths(plannedEndOn, 6),
} as const

const sentAdvice = async (content: object = extension): Promise<Case & { readonly adviceId: AdviceId }> => {
  const about = await aTrajectory()
  const answer = await house.runner.run(sendAdvice, coach, { ...about, version: 0, ...content })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return { ...about, adviceId: answer.value.adviceId }
}
const decide = (key: Case & { readonly adviceId: AdviceId }, more: object = { decision: 'agreed' }) =>
  house.runner.run(decideAdvice, desk, { participantId: key.participantId, adviceId: key.adviceId, version: 2, ...more })
const trajectoryOf = async ({ participantId }: Case, actor: Actor = desk) => {
  const answer = await house.runner.run(getTrajectories, actor, { participantId })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.trajectories
}

describe('a draft', () => {
  test('is kept, and two who write in it see both texts', async () => {
    const about = await aTrajectory()
    const first = await house.runner.run(saveAdvice, coach, { ...about, version: 0, summary: 'Eerste' })
    expect(first).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await house.runner.run(saveAdvice, coach, { ...about, version: 0, summary: 'Tweede' })).toMatchObject({
      code: 'versionConflict',
      details: { current: { summary: 'Eerste', version: 1 } },
    })
    expect(await house.runner.run(saveAdvice, coach, { ...about, version: 1, summary: 'Tweede' })).toMatchObject({
      ok: true,
      value: { version: 2 },
    })
    expect(await house.runner.run(saveAdvice, coach, { ...about, version: 1, summary: 'Derde' })).toMatchObject({
      details: { current: { summary: 'Tweede' } },
    })
  })

  test('two who start at the same moment make one', async () => {
    const about = await aTrajectory()
    const answers = await Promise.all(
      ['Eerste', 'Tweede'].map(summary => house.runner.run(saveAdvice, coach, { ...about, version: 0, summary })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'versionConflict' })
  })

  test('is never seen by the municipality, also not past the application', async () => {
    const about = await aTrajectory()
    const saved = await house.runner.run(saveAdvice, coach, { ...about, version: 0, summary: 'Nog niet klaar' })
    if (!saved.ok) throw new Error()
    const key = { participantId: about.participantId, adviceId: saved.value.adviceId }
    expect(await house.runner.run(getSentAdvice, desk, key)).toEqual(NOT_FOUND)
    expect(await house.runner.run(locateAdvice, desk, key)).toEqual(NOT_FOUND)
    expect(JSON.stringify(await house.runner.run(listSentAdvices, desk, { state: 'all' }))).not.toContain(key.adviceId)
    expect(await decide({ ...about, ...key })).toEqual(NOT_FOUND)
  })

  test('of a stranger, a colleague, an unknown trajectory: the same answer', async () => {
    const about = await aTrajectory()
    const input = { ...about, version: 0, summary: 'Iets' }
    for (const actor of [stranger, colleague, desk]) expect(await house.runner.run(saveAdvice, actor, input)).toEqual(NOT_FOUND)
    const unknown = { ...input, trajectoryId: newId<TrajectoryId>() }
    expect(await house.runner.run(saveAdvice, coach, unknown)).toEqual(NOT_FOUND)
  })
})

describe('sending', () => {
  test('needs growth for an extension and at most a year, said at the field; nothing is kept of what does not fit', async () => {
    const about = await aTrajectory()
    const send = (more: object) => house.runner.run(sendAdvice, coach, { ...about, version: 0, ...extension, ...more })
    expect(await send({ growth: '' })).toMatchObject({ field: 'growth', details: { reason: 'growthMissing' } })
    expect(await send({ extendUntil: addDays(addMonths(plannedEndOn, 12), 1) })).toMatchObject({
      field: 'extendUntil',
      details: { reason: 'tooLong' },
    })
    expect(await send({ direction: 'onward', organisationId: coach.organisationId, readsUntil: today })).toMatchObject({
      field: 'organisationId',
      details: { reason: 'choice' },
    })
    expect(await send({ extendUntil: addMonths(plannedEndOn, 12) })).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await send({})).toMatchObject({ code: 'alreadyDone' })
    const once = { idempotencyKey: newId<string>() }
    const other = await aTrajectory()
    const input = { ...other, version: 0, ...extension }
    const first = await house.runner.run(sendAdvice, coach, input, once)
    expect(await house.runner.run(sendAdvice, coach, input, once)).toEqual(first)
  })

  test('the municipality and the person read it with the own word; others do not', async () => {
    const about = await sentAdvice()
    const self = await house.member(tenantId, 'participant', { participantId: about.participantId, name: 'Selam' })
    await reaching(house, tenantId, about.participantId, self, SELF_REACH)
    const { participantId, trajectoryId, adviceId } = about
    const word = { participantId, trajectoryId, version: 0, words: 'Ik wil door.' }
    expect(await house.runner.run(writeAdviceWord, self, word)).toMatchObject({ ok: true })
    for (const actor of [desk, self])
      expect(await house.runner.run(getSentAdvice, actor, { participantId, adviceId })).toMatchObject({
        ok: true,
        value: { advice: { state: 'sent', growth: extension.growth, sentByName: 'Mirjam' }, ownWord: { words: 'Ik wil door.' } },
      })
    expect(await house.runner.run(getSentAdvice, deskElsewhere, { participantId, adviceId })).toEqual(NOT_FOUND)
    expect(await house.runner.run(listSentAdvices, desk, { state: 'sent' })).toMatchObject({ ok: true })
  })

  test('what somebody wrote stays with the coach until it is sent, and goes back when it is withdrawn', async () => {
    const about = await aTrajectory()
    const word = { ...about, version: 0, words: 'Alleen voor Mirjam.' }
    await house.runner.run(writeAdviceWord, coach, word)
    const shared = async () =>
      (
        await house.owner.query<{ open: boolean }>('select for_municipality as open from own_word where trajectory_id = $1', [
          about.trajectoryId,
        ])
      ).rows[0]?.open
    expect(await shared()).toBe(false)
    const sent = await house.runner.run(sendAdvice, coach, { ...about, version: 0, ...extension })
    if (!sent.ok) throw new Error()
    expect(await shared()).toBe(true)
    const key = { participantId: about.participantId, adviceId: sent.value.adviceId, version: 2 }
    await house.runner.run(withdrawAdvice, coach, { ...key, reason: 'Te vroeg.' })
    expect(await shared()).toBe(false)
  })
})

describe('after an extension', () => {
  test('what somebody says about how it goes on stays with the coach, until the next advice is sent', async () => {
    const about = await sentAdvice()
    expect(await decide(about)).toMatchObject({ ok: true })
    const { participantId, trajectoryId, adviceId } = about
    const word = { participantId, trajectoryId, version: 0, words: 'Nu alleen voor Mirjam.' }
    expect(await house.runner.run(writeAdviceWord, coach, word)).toMatchObject({ ok: true })
    const read = await house.runner.run(getSentAdvice, desk, { participantId, adviceId })
    expect(read).toMatchObject({ ok: true })
    expect(JSON.stringify(read)).not.toContain('Nu alleen voor Mirjam.')
  })
})

describe('after sending', () => {
  test('it is amended with a reason, and what stood there stays readable', async () => {
    const { participantId, adviceId } = await sentAdvice()
    const key = { participantId, adviceId, version: 2 }
    expect(await house.runner.run(amendAdvice, coach, { ...key, ...extension, reason: 'Niets' })).toMatchObject({
      field: 'reason',
      details: { reason: 'nothingChanged' },
    })
    const amended = { ...extension, because: 'Beter gezegd.' }
    expect(await house.runner.run(amendAdvice, coach, { ...key, ...amended, reason: '' })).toMatchObject({ field: 'reason' })
    expect(await house.runner.run(amendAdvice, coach, { ...key, ...amended, reason: 'Onduidelijk' })).toMatchObject({ ok: true })
    expect(await house.runner.run(getSentAdvice, desk, { participantId, adviceId })).toMatchObject({
      value: {
        advice: { because: 'Beter gezegd.', version: 3 },
        amendments: [{ reason: 'Onduidelijk', byName: 'Mirjam', stood: { because: extension.because } }],
      },
    })
  })

  test('it is withdrawn; then nothing can be decided, until that is taken back', async () => {
    const about = await sentAdvice()
    const key = { participantId: about.participantId, adviceId: about.adviceId }
    expect(await house.runner.run(withdrawAdvice, coach, { ...key, version: 2, reason: 'Te vroeg.' })).toMatchObject({ ok: true })
    expect(await decide(about, { decision: 'agreed', version: 3 })).toMatchObject({
      code: 'notPossibleNow',
      details: { state: 'withdrawn' },
    })
    expect(await house.runner.run(undoAdviceWithdrawal, coach, { ...key, version: 3 })).toMatchObject({ ok: true })
    expect(await decide(about, { decision: 'agreed', version: 4 })).toMatchObject({ ok: true })
  })

  test('a new one that is begun at the same instant as the withdrawal is taken back counts, and it is said', async () => {
    const { participantId, adviceId } = await sentAdvice()
    const key = { participantId, adviceId }
    expect(await house.runner.run(withdrawAdvice, coach, { ...key, version: 2, reason: 'Te vroeg.' })).toMatchObject({ ok: true })
    await house.owner.query('begin')
    await house.owner.query(
      `insert into advice select (jsonb_populate_record(a, jsonb_build_object('id', $2::text, 'state', 'draft'))).* from advice a where a.id = $1`,
      [adviceId, newId()],
    )
    const undoing = house.runner.run(undoAdviceWithdrawal, coach, { ...key, version: 3 })
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await house.owner.query(waits)).rowCount, { timeout: 5_000 }).toBe(1)
    await house.owner.query('commit')
    expect(await undoing).toMatchObject({ code: 'notPossibleNow', details: { state: 'draft', action: 'undoWithdrawal' } })
  })
})

describe('the municipality decides', () => {
  test('agrees with an extension: the trajectory lasts longer from that moment', async () => {
    const about = await sentAdvice()
    expect(await decide(about)).toMatchObject({ ok: true })
    expect(await trajectoryOf(about)).toMatchObject([{ state: 'active', plannedEndOn: extension.extendUntil }])
    expect(await decide(about)).toMatchObject({ code: 'alreadyDone' })
    expect(
      await house.runner.run(getSentAdvice, desk, { participantId: about.participantId, adviceId: about.adviceId }),
    ).toMatchObject({
      value: { advice: { state: 'decided', decision: 'agreed', decidedByName: 'Noor', decidedOn: today } },
    })
  })

  test('decides otherwise with a reason, and the trajectory stays as it was', async () => {
    const about = await sentAdvice()
    expect(await decide(about, { decision: 'otherwise' })).toMatchObject({ field: 'words', details: { reason: 'required' } })
    expect(await decide(about, { decision: 'otherwise', words: 'Eerst een gesprek.' })).toMatchObject({ ok: true })
    expect(await trajectoryOf(about)).toMatchObject([{ state: 'active', plannedEndOn }])
  })

  test('an older version and another municipality are refused; only the desk decides', async () => {
    const about = await sentAdvice()
    expect(await decide(about, { decision: 'agreed', version: 1 })).toMatchObject({ code: 'versionConflict' })
    const input = { participantId: about.participantId, adviceId: about.adviceId, version: 2, decision: 'agreed' }
    for (const actor of [coach, workcoach, deskElsewhere])
      expect(await house.runner.run(decideAdvice, actor, input)).toEqual(NOT_FOUND)
  })

  test('staying active or stopping ends the trajectory with that reason', async () => {
    const stays = await sentAdvice({ ...extension, direction: 'stayActive', staysAt: 'Naaiatelier, als vrijwilliger' })
    expect(await decide(stays)).toMatchObject({ ok: true })
    const stops = await sentAdvice({ ...extension, direction: 'end', endReason: 'moved' })
    expect(await decide(stops)).toMatchObject({ ok: true })
    const ends = await house.owner.query<{ reason: string }>(
      'select end_reason as reason from trajectory where id = any($1) order by end_reason',
      [[stays.trajectoryId, stops.trajectoryId]],
    )
    expect(ends.rows.map(({ reason }) => reason)).toEqual(['moved', 'staysActive'])
    expect(await trajectoryOf(stays)).toMatchObject([{ state: 'ended', endedOn: today }])
  })

  test('going onward refers to the work company; whoever accepts gets the plan, and the former coach only reads, until the day', async () => {
    const readsUntil = addDays(today, 30)
    const about = await sentAdvice({ ...extension, direction: 'onward', organisationId: werkwijzer, readsUntil })
    const decided = await decide(about)
    if (!decided.ok || decided.value.referralId === undefined) throw new Error(JSON.stringify(decided))
    const key = { participantId: about.participantId, referralId: decided.value.referralId }
    expect(await house.runner.run(getReferral, workcoach, key)).toMatchObject({
      value: {
        referral: { reason: extension.because, wish: 'Ik wil weer onder de mensen zijn.', carriesOn: about.trajectoryId },
      },
    })
    expect(await trajectoryOf(about)).toMatchObject([{ state: 'active' }])

    expect(await house.runner.run(acceptReferral, workcoach, { ...key, version: 1 })).toMatchObject({ ok: true })
    const states = new Map((await trajectoryOf(about)).map(({ state, coordinatorName }) => [coordinatorName, state]))
    expect(Object.fromEntries(states)).toEqual({ Mirjam: 'ended', Wim: 'intake' })
    const grants = await house.owner.query<{
      member: string
      plan: boolean
      writes: number
      until: string | null
      purpose: string
    }>(
      `select membership_id as member, 'plan' = any(reads) as plan, cardinality(writes) as writes, valid_until::text as until, purpose
       from access_grant where participant_id = $1 and membership_id is not null and revoked_at is null`,
      [about.participantId],
    )
    const grantOf = (actor: Actor) => grants.rows.filter(({ member }) => member === actor.membershipId)
    expect(grantOf(coach)).toMatchObject([{ plan: true, writes: 0, until: readsUntil, purpose: 'handOver' }])
    expect(grantOf(workcoach)).toMatchObject([{ plan: true, until: null, purpose: 'coordinate' }])
    const next = { ...about, version: 0, summary: 'Niet meer van mij' }
    expect(await house.runner.run(saveAdvice, coach, next)).toEqual(NOT_FOUND)
    const { rows } = await house.owner.query<{ reads: string[] }>(
      `select reads from access_grant where participant_id = $1 and purpose = 'handOver'`,
      [about.participantId],
    )
    // What is written from now on in notes, questionnaires, life areas, intake and advice is between the person and the new coordinator.
    expect(rows[0]?.reads.toSorted()).toEqual([
      ...['agreements', 'appointments', 'identity', 'name', 'placements', 'plan', 'referral', 'trajectory'],
    ])
    expect(await house.runner.run(listLifeAreas, coach, { participantId: about.participantId })).toEqual(NOT_FOUND)
    expect(await house.runner.run(getProgress, coach, { participantId: about.participantId })).toMatchObject({ ok: true })
  })

  test('whoever guided so far is out when the work company accepts, also when that trajectory changes at the same moment', async () => {
    const onward = { ...extension, direction: 'onward', organisationId: werkwijzer, readsUntil: addDays(today, 30) }
    const about = await sentAdvice(onward)
    const decided = await decide(about)
    if (!decided.ok || decided.value.referralId === undefined) throw new Error(JSON.stringify(decided))
    const key = { participantId: about.participantId, referralId: decided.value.referralId, version: 1 }
    const other = await house.owner.connect()
    try {
      await other.query('begin')
      await other.query('update trajectory set version = version + 1 where id = $1', [about.trajectoryId])
      const accepting = house.runner.run(acceptReferral, workcoach, key)
      await setTimeout(300)
      await other.query('commit')
      expect(await accepting).toMatchObject({ ok: true })
    } finally {
      other.release()
    }
    const states = new Map((await trajectoryOf(about)).map(({ state, coordinatorName }) => [coordinatorName, state]))
    expect(Object.fromEntries(states)).toEqual({ Mirjam: 'ended', Wim: 'intake' })
    expect(await house.runner.run(saveAdvice, coach, { ...about, version: 0, summary: 'Niet meer van mij' })).toEqual(NOT_FOUND)
  })

  test('when the trajectory has ended meanwhile, agreeing is refused and nothing is decided', async () => {
    const about = await sentAdvice()
    await house.owner.query(`update trajectory set state = 'ended', ended_on = $2 where id = $1`, [about.trajectoryId, today])
    expect(await decide(about)).toMatchObject({ code: 'notPossibleNow' })
    const state = await house.owner.query<{ state: string }>('select state from advice where id = $1', [about.adviceId])
    expect(state.rows).toEqual([{ state: 'sent' }])
  })
})
