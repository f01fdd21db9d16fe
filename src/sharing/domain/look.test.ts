import { describe, expect, test } from 'vitest'
import { lookedAt, purposeOf, strongest } from './look.ts'

describe('what somebody looked at', () => {
  test.each([
    ['desk.getDossier', 'dossier'],
    ['people.getBsn', 'bsn'],
    ['people.updateContact', 'person'],
    ['contacts.addNote', 'notes'],
    ['contacts.planAppointment', 'appointments'],
    ['trajectories.acceptReferral', 'referral'],
    ['trajectories.planReview', 'trajectory'],
    ['trajectories.saveIntake', 'intake'],
    ['trajectories.offerSupportFirst', 'intake'],
    ['trajectories.getLifeArea', 'lifeAreas'],
    ['trajectories.answerObjection', 'lifeAreas'],
    ['desk.getTrajectoryState', 'trajectory'],
    ['plans.listPlacements', 'places'],
    ['plans.placeAtOffer', 'places'],
    ['plans.addWorkPlacement', 'places'],
    ['plans.handleMoment', 'places'],
    ['plans.getAllowance', 'money'],
    ['plans.recordPayment', 'money'],
    ['plans.payAtOwnPlace', 'money'],
    ['plans.addGoal', 'plan'],
    ['desk.getPlanSheet', 'plan'],
    ['sharing.invitePaper', 'invitation'],
    ['sharing.inviteParticipant', 'invitation'],
    ['sharing.listAccess', 'log'],
    ['something.new', 'dossier'],
  ])('%s is %s', (useCase, what) => {
    expect(lookedAt(useCase)).toBe(what)
  })
})

test('a coordinator who is also a colleague looked as coordinator', () => {
  expect(strongest(['knownAtOrganisation', 'coordinate'])).toBe('coordinate')
})

test('the municipality needs no grant for its own task; somebody else without a known purpose is said so', () => {
  expect(purposeOf(undefined, 'serviceplein')).toBe('municipalTask')
  expect(purposeOf(undefined, 'coach')).toBe('other')
  expect(purposeOf('something else', 'serviceplein')).toBe('other')
})
