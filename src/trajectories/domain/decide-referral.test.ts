import { describe, expect, test } from 'vitest'
import {
  CalendarDay,
  type MembershipId,
  namedId,
  type OrganisationId,
  type ParticipantId,
  type ReferralId,
  type TrajectoryId,
} from '#kernel'
import * as decide from './decide-referral.ts'
import { isOpen, type Referral, REFERRAL_STATES, type ReferralState } from './referral.ts'
import { actionsNow, type ReferralAction } from './referral-actions.ts'
import { replacedIn, type ReferralVersion, tellTrace } from './referral-trace.ts'

const at = new Date('2026-11-24T10:00:00Z')
const coach = namedId<MembershipId>('coach')
const trajectoryId = namedId<TrajectoryId>('trajectory')
const aReferral = (state: ReferralState, more: Partial<Referral> = {}): Referral => ({
  id: namedId<ReferralId>('referral'),
  participantId: namedId<ParticipantId>('selam'),
  state,
  trajectoryType: 'socialActivation',
  law: 'participatiewet',
  organisationId: namedId<OrganisationId>('brug'),
  sentBy: namedId<MembershipId>('desk'),
  reason: 'Zit veel thuis.',
  wish: 'Ik wil weer onder de mensen.',
  wishLanguage: 'nl',
  voluntary: true,
  sentAt: new Date('2026-11-23T09:00:00Z'),
  withSince: new Date('2026-11-23T09:00:00Z'),
  answerBy: CalendarDay.parse('2026-11-30'),
  version: 1,
  ...more,
})
const content = (referral: Referral) => ({
  trajectoryType: referral.trajectoryType,
  law: referral.law,
  reason: referral.reason,
  wish: referral.wish,
  wishLanguage: referral.wishLanguage,
  voluntary: referral.voluntary,
})

const EXPECTED: Readonly<Record<ReferralState, Readonly<Record<'sender' | 'receiver', readonly ReferralAction[]>>>> = {
  sent: { sender: ['amend', 'withdraw', 'reroute'], receiver: ['askBack', 'accept', 'passOn', 'reject'] },
  questioned: { sender: ['amend', 'withdraw', 'answerQuestion', 'reroute'], receiver: ['accept', 'passOn', 'reject'] },
  accepted: { sender: ['amend'], receiver: [] },
  rejected: { sender: ['reroute'], receiver: [] },
  withdrawn: { sender: ['undoWithdrawal'], receiver: [] },
}

test.each(REFERRAL_STATES)('what may be done with a referral that is %s', state => {
  expect(actionsNow('sender', { state })).toEqual(EXPECTED[state].sender)
  expect(actionsNow('receiver', { state })).toEqual(EXPECTED[state].receiver)
})

const route = { to: namedId<OrganisationId>('rietdorp'), at, answerBy: CalendarDay.parse('2026-12-01') }
const DECISIONS: Readonly<Record<ReferralAction, (referral: Referral) => { ok: boolean; value?: Referral }>> = {
  amend: referral => decide.amend(referral, { ...content(referral), reason: 'Anders.' }),
  withdraw: decide.withdraw,
  undoWithdrawal: decide.undoWithdrawal,
  answerQuestion: referral => decide.answerQuestion(referral, 'Ja.', CalendarDay.parse('2026-12-01')),
  reroute: referral => decide.reroute(referral, route),
  passOn: referral => decide.passOn(referral, route),
  askBack: referral => decide.askBack(referral, 'Is er opvang nodig?'),
  accept: referral => decide.acceptReferral(referral, { by: coach, at }, trajectoryId),
  reject: referral => decide.rejectReferral(referral, { by: coach, at }, 'Geen plek voor nieuwe mensen.'),
}

test.each(REFERRAL_STATES)('every decision on a referral that is %s agrees with the table', state => {
  for (const [action, decision] of Object.entries(DECISIONS)) {
    const allowed = [...EXPECTED[state].sender, ...EXPECTED[state].receiver].includes(action as ReferralAction)
    expect([action, decision(aReferral(state)).ok]).toEqual([action, allowed])
  }
})

test('given a sent referral, when the coach accepts, then it carries the trajectory and who answered when', () => {
  expect(decide.acceptReferral(aReferral('sent'), { by: coach, at }, trajectoryId)).toMatchObject({
    ok: true,
    value: { state: 'accepted', trajectoryId, answeredBy: coach, answeredAt: at },
  })
})

test('given a question, when it is answered, then the referral is sent again with a new term', () => {
  const asked = aReferral('questioned', { question: 'Is er opvang nodig?' })
  expect(decide.answerQuestion(asked, 'Ja, op maandag.', CalendarDay.parse('2026-12-02'))).toMatchObject({
    ok: true,
    value: { state: 'sent', question: 'Is er opvang nodig?', questionAnswer: 'Ja, op maandag.', answerBy: '2026-12-02' },
  })
})

test.each([
  [{ question: 'Is er opvang nodig?' }, 'questioned'],
  [{ question: 'Is er opvang nodig?', questionAnswer: 'Ja.' }, 'sent'],
  [{}, 'sent'],
])('undoing a withdrawal with %o gives back: %s', (more, state) => {
  expect(decide.undoWithdrawal(aReferral('withdrawn', more))).toMatchObject({ ok: true, value: { state } })
})

test('amending nothing is no amendment', () => {
  const referral = aReferral('sent')
  expect(decide.amend(referral, content(referral))).toMatchObject({ code: 'invalidInput', details: { reason: 'nothingChanged' } })
})

test('of an accepted referral the words can be put right, not the law', () => {
  const referral = aReferral('accepted')
  expect(decide.amend(referral, { ...content(referral), wish: 'Ik wil naaien.' }).ok).toBe(true)
  expect(decide.amend(referral, { ...content(referral), law: 'wmo' })).toMatchObject({ code: 'notPossibleNow', field: 'law' })
})

test('open is: waiting for an answer', () => {
  expect(REFERRAL_STATES.filter(state => isOpen({ state }))).toEqual(['sent', 'questioned'])
})

test('the trace tells per change what stood there and what came in its place', () => {
  const first = aReferral('sent')
  const second = { ...first, wish: 'Ik wil naaien.', version: 2 }
  const third = { ...second, wish: 'Ik wil leren naaien.', state: 'questioned' as const, question: 'Waar?', version: 3 }
  const entry = (version: number, before: Referral, after: Referral): ReferralVersion => ({
    version,
    before: replacedIn(before, after),
    reason: `reden ${version}`,
    replacedAt: at,
    replacedBy: coach,
  })
  const trace = tellTrace(third, [entry(1, first, second), entry(2, second, third)])
  expect(trace.map(({ reason, changes }) => ({ reason, changes }))).toEqual([
    {
      reason: 'reden 2',
      changes: [
        { field: 'state', was: 'sent', became: 'questioned' },
        { field: 'wish', was: 'Ik wil naaien.', became: 'Ik wil leren naaien.' },
        { field: 'question', was: null, became: 'Waar?' },
      ],
    },
    { reason: 'reden 1', changes: [{ field: 'wish', was: 'Ik wil weer onder de mensen.', became: 'Ik wil naaien.' }] },
  ])
})

describe('to another organisation', () => {
  const refused = aReferral('rejected', { rejectionReason: 'Wij zitten vol.', answeredBy: coach, answeredAt: at })

  test('after a refusal it is sent again, with its own term, and nothing of the one before stands in it', () => {
    const sent = decide.reroute({ ...refused, question: 'Welke dag?', remindedFor: refused.answerBy }, route)
    expect(sent).toMatchObject({
      ok: true,
      value: { state: 'sent', organisationId: route.to, withSince: at, answerBy: '2026-12-01', sentAt: refused.sentAt },
    })
    const value = sent.ok ? sent.value : undefined
    expect(value).toMatchObject({
      question: undefined,
      rejectionReason: undefined,
      answeredBy: undefined,
      remindedFor: undefined,
    })
  })

  test('who did the intake stays readable; when the municipality sends it elsewhere later, no longer', () => {
    const passed = decide.passOn(aReferral('sent'), route)
    if (!passed.ok) throw new Error(passed.code)
    expect(passed.value.viaOrganisationId).toBe(aReferral('sent').organisationId)
    const elsewhere = { ...route, to: namedId<OrganisationId>('elsewhere') }
    expect(decide.reroute(passed.value, elsewhere)).toMatchObject({ value: { viaOrganisationId: undefined } })
  })

  test('not to the one that has it', () => {
    const same = { ...route, to: refused.organisationId }
    expect(decide.reroute(refused, same)).toMatchObject({ code: 'invalidInput', field: 'organisationId' })
    expect(decide.passOn(aReferral('sent'), same)).toMatchObject({ code: 'invalidInput', field: 'organisationId' })
  })
})
