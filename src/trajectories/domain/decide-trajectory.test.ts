import { describe, expect, test } from 'vitest'
import { CalendarDay, type MembershipId, namedId, type OrganisationId, type ParticipantId, type TrajectoryId } from '#kernel'
import * as decide from './decide-trajectory.ts'
import { isBackDue, phaseOf, type Trajectory, TRAJECTORY_STATES, type TrajectoryState } from './trajectory.ts'
import { type TrajectoryAction, trajectoryActionsNow } from './trajectory-actions.ts'
import { replacedInTrajectory, type TrajectoryVersion, tellTrajectory } from './trajectory-trace.ts'

const day = (text: string) => CalendarDay.parse(text)
const today = day('2026-11-28')
const kim = namedId<MembershipId>('kim')
const sem = namedId<MembershipId>('sem')
const brug = namedId<OrganisationId>('brug')

const STANDS: Readonly<Record<TrajectoryState, Partial<Trajectory>>> = {
  intake: {},
  active: { phase: 'plan', phaseSince: day('2026-09-15') },
  paused: {
    phase: 'plan',
    pausedOn: day('2026-11-01'),
    pauseReason: 'health',
    pauseWords: 'Herstelt van een operatie.',
    returnOn: day('2026-12-15'),
    resumesTo: 'active',
  },
  ended: { phase: 'plan', endedOn: day('2026-11-20'), endReason: 'staysActive' },
}
const aTrajectory = (state: TrajectoryState, more: Partial<Trajectory> = {}): Trajectory => ({
  id: namedId<TrajectoryId>('trajectory'),
  participantId: namedId<ParticipantId>('selam'),
  type: 'socialActivation',
  law: 'participatiewet',
  voluntary: true,
  state,
  organisationId: brug,
  coordinatorId: kim,
  startedOn: day('2026-09-01'),
  plannedEndOn: day('2027-09-01'),
  version: 3,
  ...STANDS[state],
  ...more,
})
const contentOf = ({ type, law, voluntary, startedOn, plannedEndOn, returnOn, endedOn }: Trajectory) => ({
  ...{ type, law, voluntary, startedOn, plannedEndOn, returnOn, endedOn },
})

const EXPECTED: Readonly<Record<TrajectoryState, readonly TrajectoryAction[]>> = {
  intake: ['start', 'pause', 'amend', 'changeCoordinator', 'end', 'takeBack'],
  active: ['movePhase', 'pause', 'amend', 'changeCoordinator', 'extend', 'end', 'takeBack'],
  paused: ['resume', 'amend', 'changeCoordinator', 'extend', 'end', 'takeBack'],
  ended: ['amend', 'takeBack'],
}
test.each(TRAJECTORY_STATES)('what may be done with a trajectory that is %s', state => {
  expect(trajectoryActionsNow({ state })).toEqual(EXPECTED[state])
})

const pause = { pausedOn: today, returnOn: day('2027-01-10'), pauseReason: 'away', pauseWords: '' } as const
const ending = { endedOn: today, endReason: 'toWork', endWords: '' } as const
const candidate = { id: sem, role: 'coach', active: true, organisationId: brug } as const
const coordinator = { by: 'coordinator', madeBy: 'coordinator', colleagues: [] } as const
const lastChange = (trajectory: Trajectory, before: Trajectory, action: TrajectoryAction): TrajectoryVersion => ({
  version: trajectory.version - 1,
  action,
  before: replacedInTrajectory(before, trajectory),
  reason: '',
  replacedAt: new Date('2026-11-27T10:00:00Z'),
  replacedBy: kim,
})

const DECISIONS: Readonly<Record<Exclude<TrajectoryAction, 'takeBack'>, (trajectory: Trajectory) => { readonly ok: boolean }>> = {
  start: trajectory => decide.activate(trajectory, undefined, today),
  movePhase: trajectory => decide.movePhase(trajectory, 'onward', today),
  pause: trajectory => decide.pauseTrajectory(trajectory, pause, today),
  resume: decide.resumeTrajectory,
  amend: trajectory => decide.amendTrajectory(trajectory, { ...contentOf(trajectory), law: 'wmo' }, today),
  changeCoordinator: trajectory => decide.changeCoordinator(trajectory, candidate),
  extend: trajectory => decide.extendTrajectory(trajectory, { plannedEndOn: day('2028-03-01'), growth: 'Durft meer.' }),
  end: trajectory => decide.endTrajectory(trajectory, ending, today),
}
test.each(TRAJECTORY_STATES)('every decision on a trajectory that is %s agrees with the table', state => {
  for (const [action, decision] of Object.entries(DECISIONS)) {
    const allowed = EXPECTED[state].includes(action as TrajectoryAction)
    expect([action, decision(aTrajectory(state)).ok]).toEqual([action, allowed])
  }
})

describe('pausing', () => {
  test.each([
    [{ pausedOn: day('2026-08-31') }, 'pausedOn', 'beforeStart'],
    [{ pausedOn: day('2026-11-29') }, 'pausedOn', 'inFuture'],
    [{ returnOn: today }, 'returnOn', 'beforePause'],
  ])('with %o is refused', (more, field, reason) => {
    const refused = decide.pauseTrajectory(aTrajectory('active'), { ...pause, ...more }, today)
    expect(refused).toMatchObject({ code: 'invalidInput', field, details: { reason } })
  })

  test.each<['intake' | 'active']>([['intake'], ['active']])('from %s and on again comes back to where it stood', state => {
    const before = aTrajectory(state)
    const paused = decide.pauseTrajectory(before, pause, today)
    if (!paused.ok) throw new Error(paused.code)
    expect(paused.value).toMatchObject({ state: 'paused', returnOn: pause.returnOn, resumesTo: state })
    const resumed = decide.resumeTrajectory(paused.value)
    expect(resumed.ok && replacedInTrajectory(before, resumed.value)).toEqual({})
  })

  test.each([
    ['2026-12-14', false],
    ['2026-12-15', true],
    ['2026-12-16', true],
  ])('on %s somebody who would be back on 15 December is looked for: %s', (on, due) => {
    expect(isBackDue(aTrajectory('paused'), day(on))).toBe(due)
  })
})

describe('phases', () => {
  test('forward and back are both possible, the same is not, nor a phase of another kind', () => {
    const onward = decide.movePhase(aTrajectory('active'), 'onward', today)
    expect(onward).toMatchObject({ ok: true, value: { phase: 'onward', phaseSince: today } })
    expect(decide.movePhase(aTrajectory('active', { phase: 'onward' }), 'plan', today).ok).toBe(true)
    expect(decide.movePhase(aTrajectory('active'), 'plan', today)).toMatchObject({ details: { reason: 'nothingChanged' } })
    expect(decide.movePhase(aTrajectory('active'), 'thinking', today)).toMatchObject({ details: { reason: 'choice' } })
  })

  test('nobody is in a phase during the intake; what was never said is the first', () => {
    expect(phaseOf(aTrajectory('intake'))).toBeUndefined()
    expect(phaseOf(aTrajectory('paused', { resumesTo: 'intake', phase: undefined }))).toBeUndefined()
    expect(phaseOf(aTrajectory('active', { phase: undefined }))).toBe('plan')
    expect(phaseOf(aTrajectory('active', { phase: 'no longer there' }))).toBe('plan')
  })
})

test.each([
  ['nobody', undefined],
  ['somebody whose account is off', { ...candidate, active: false }],
  ['somebody of another organisation', { ...candidate, organisationId: namedId<OrganisationId>('elsewhere') }],
  ['somebody without an organisation', { ...candidate, organisationId: undefined }],
  ['somebody who does not guide people', { ...candidate, role: 'planner' as const }],
])('a trajectory is not handed to %s', (_, to) => {
  expect(decide.changeCoordinator(aTrajectory('active'), to)).toMatchObject({ code: 'invalidInput', field: 'coordinatorId' })
})

test('handing it to who has it already changes nothing', () => {
  const refused = decide.changeCoordinator(aTrajectory('active'), { ...candidate, id: kim })
  expect(refused).toMatchObject({ details: { reason: 'nothingChanged' } })
})

describe('amending', () => {
  test.each<[TrajectoryState, Partial<decide.TrajectoryContent>, string, string]>([
    ['active', { startedOn: day('2026-11-29') }, 'startedOn', 'inFuture'],
    ['active', { plannedEndOn: day('2026-09-01') }, 'plannedEndOn', 'beforeStart'],
    ['active', {}, 'amendmentReason', 'nothingChanged'],
    ['paused', { startedOn: day('2026-11-02') }, 'startedOn', 'afterPause'],
    ['paused', { returnOn: day('2026-11-01') }, 'returnOn', 'beforePause'],
    ['paused', { returnOn: undefined }, 'returnOn', 'required'],
    ['ended', { endedOn: day('2026-08-31') }, 'endedOn', 'beforeStart'],
    ['ended', { endedOn: day('2026-11-29') }, 'endedOn', 'inFuture'],
    ['ended', { endedOn: undefined }, 'endedOn', 'required'],
  ])('what is %s with %o is refused', (state, more, field, reason) => {
    const trajectory = aTrajectory(state)
    const refused = decide.amendTrajectory(trajectory, { ...contentOf(trajectory), ...more }, today)
    expect(refused).toMatchObject({ code: 'invalidInput', field, details: { reason } })
  })

  test('an ending can be put right, and so can its law', () => {
    const ended = aTrajectory('ended')
    const content = { ...contentOf(ended), endedOn: day('2026-11-15'), law: 'wmo' as const }
    expect(decide.amendTrajectory(ended, content, today)).toMatchObject({
      ok: true,
      value: { state: 'ended', endedOn: '2026-11-15', law: 'wmo' },
    })
  })

  test('another kind begins at its first phase, unless it has a phase by the same name', () => {
    const onward = aTrajectory('active', { phase: 'onward' })
    const toPerspective = decide.amendTrajectory(onward, { ...contentOf(onward), type: 'perspective' }, today)
    expect(toPerspective).toMatchObject({ value: { type: 'perspective', phase: 'orientation' } })
    const takingPart = aTrajectory('active', { phase: 'takingPart' })
    const toNewcomers = decide.amendTrajectory(takingPart, { ...contentOf(takingPart), type: 'newcomersTrack' }, today)
    expect(toNewcomers).toMatchObject({ value: { phase: 'takingPart' } })
  })
})

describe('ending', () => {
  test.each([
    [{ endedOn: day('2026-08-31') }, 'beforeStart'],
    [{ endedOn: day('2026-11-29') }, 'inFuture'],
  ])('with %o is refused', (more, reason) => {
    const refused = decide.endTrajectory(aTrajectory('active'), { ...ending, ...more }, today)
    expect(refused).toMatchObject({ code: 'invalidInput', field: 'endedOn', details: { reason } })
  })

  test('ends a pause as well, and can be taken back with the pause in it', () => {
    const paused = aTrajectory('paused')
    const ended = decide.endTrajectory(paused, ending, today)
    if (!ended.ok) throw new Error(ended.code)
    expect(ended.value).toMatchObject({ state: 'ended', pausedOn: undefined, endReason: 'toWork' })
    const saved = { ...ended.value, version: 4 }
    const back = decide.takeBack(saved, lastChange(saved, paused, 'end'), coordinator)
    expect(back.ok && replacedInTrajectory(paused, back.value)).toEqual({})
  })
})

describe('extending', () => {
  const extend = (plannedEndOn: string, more: Partial<Trajectory> = {}, growth = 'Komt nu elke week.') =>
    decide.extendTrajectory(aTrajectory('active', more), { plannedEndOn: day(plannedEndOn), growth })

  test.each([
    ['2028-08-31', true],
    ['2028-09-01', true],
    ['2028-09-02', false],
  ])('what would end on 1 September 2027 can end on %s: %s', (until, allowed) => {
    expect(extend(until).ok).toBe(allowed)
  })

  test('the year counts from the first planned end, however often it is extended', () => {
    expect(extend('2028-03-01')).toMatchObject({ value: { plannedEndOn: '2028-03-01', extendedFrom: '2027-09-01' } })
    const once = { plannedEndOn: day('2028-03-01'), extendedFrom: day('2027-09-01') }
    expect(extend('2028-09-01', once).ok).toBe(true)
    expect(extend('2028-09-02', once)).toMatchObject({ details: { reason: 'tooLong', last: '2028-09-01' } })
  })

  test('asks for growth, for a planned end, and for a later day', () => {
    expect(extend('2028-03-01', {}, '  ')).toMatchObject({ field: 'growth', details: { reason: 'required' } })
    expect(extend('2028-03-01', { plannedEndOn: undefined })).toMatchObject({ details: { reason: 'noPlannedEnd' } })
    expect(extend('2027-09-01')).toMatchObject({ details: { reason: 'notLater' } })
  })
})

describe('taking back', () => {
  const before = aTrajectory('active')
  const paused: Trajectory = { ...aTrajectory('paused'), version: 4 }
  const handed: Trajectory = { ...aTrajectory('active', { coordinatorId: sem }), version: 4 }
  const handing = lastChange(handed, before, 'changeCoordinator')
  const former = { ...candidate, id: kim }

  test('the last change comes off as if it had not been made', () => {
    const back = decide.takeBack(paused, lastChange(paused, before, 'pause'), coordinator)
    expect(back).toMatchObject({ ok: true, value: { state: 'active' } })
  })

  test.each<[string, TrajectoryVersion | undefined]>([
    ['nothing was changed', undefined],
    ['something was done after it', { ...lastChange(paused, before, 'pause'), version: 2 }],
    ['it was an amendment', lastChange(paused, before, 'amend')],
    ['it was itself taking back', lastChange(paused, before, 'takeBack')],
  ])('not when %s', (_, last) => {
    expect(decide.takeBack(paused, last, coordinator)).toMatchObject({ code: 'notPossibleNow' })
  })

  test.each<[TrajectoryAction, boolean, boolean]>([
    ['start', true, false],
    ['movePhase', true, false],
    ['pause', true, false],
    ['resume', true, false],
    ['extend', false, true],
    ['amend', false, false],
    ['takeBack', false, false],
    ['changeCoordinator', true, true],
    ['end', true, true],
  ])('%s by the coordinator: %s, by the municipality: %s', (action, byCoordinator, byMunicipality) => {
    const last = lastChange(paused, before, action)
    expect(decide.takeBack(paused, last, coordinator).ok).toBe(byCoordinator)
    expect(decide.takeBack(paused, last, { ...coordinator, by: 'municipality' }).ok).toBe(byMunicipality)
  })

  test('an ending that the municipality decided is taken back by the municipality alone', () => {
    const last = lastChange(paused, before, 'end')
    expect(decide.takeBack(paused, last, { ...coordinator, madeBy: 'municipality' })).toMatchObject({ code: 'notPossibleNow' })
    expect(decide.takeBack(paused, last, { ...coordinator, madeBy: 'municipality', by: 'municipality' }).ok).toBe(true)
  })

  test('what was handed over goes back to who had it', () => {
    const back = decide.takeBack(handed, handing, { ...coordinator, colleagues: [candidate, former] })
    expect(back).toMatchObject({ ok: true, value: { coordinatorId: kim } })
  })

  test.each([
    ['left', []],
    ['has no account any more', [{ ...former, active: false }]],
    ['works elsewhere now', [{ ...former, organisationId: namedId<OrganisationId>('elsewhere') }]],
    ['does not guide people any more', [{ ...former, role: 'planner' as const }]],
  ])('it does not go back to somebody who %s', (_, colleagues) => {
    expect(decide.takeBack(handed, handing, { ...coordinator, by: 'municipality', colleagues })).toMatchObject({
      code: 'notPossibleNow',
    })
  })
})

test('the trace tells per change what stood there and what came in its place', () => {
  const before = aTrajectory('active', { version: 1 })
  const paused = aTrajectory('paused', { version: 2 })
  const resumed = aTrajectory('active', { version: 3, phase: 'plan', phaseSince: undefined })
  const trace = tellTrajectory(resumed, [
    lastChange(paused, before, 'pause'),
    { ...lastChange(resumed, paused, 'resume'), version: 2 },
  ])
  expect(trace.map(entry => entry.action)).toEqual(['resume', 'pause'])
  expect(trace[1]?.changes).toContainEqual({ field: 'returnOn', was: null, became: '2026-12-15' })
  expect(trace[0]?.changes).toContainEqual({ field: 'state', was: 'paused', became: 'active' })
})
