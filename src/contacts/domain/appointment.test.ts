import { describe, expect, test } from 'vitest'
import { APPOINTMENT_ACTIONS, APPOINTMENT_STATES, canDoWithAppointment, decideAppointment } from './appointment.ts'

const nine = new Date('2026-11-24T08:00:00Z')
const ten = new Date('2026-11-24T09:00:00Z')

describe('an appointment', () => {
  test('given it is planned, when it is cancelled and restored, then it is planned again', () => {
    expect(decideAppointment({ state: 'planned', startsAt: ten }, 'cancel', nine)).toEqual({ ok: true, value: 'cancelled' })
    expect(decideAppointment({ state: 'cancelled', startsAt: ten }, 'restore', nine)).toEqual({ ok: true, value: 'planned' })
  })

  test('given it has not begun, then it cannot have been held or missed', () => {
    expect(decideAppointment({ state: 'planned', startsAt: ten }, 'hold', nine)).toMatchObject({
      ok: false,
      details: { state: 'notYetBegun' },
    })
    expect(decideAppointment({ state: 'planned', startsAt: nine }, 'miss', ten)).toEqual({ ok: true, value: 'missed' })
  })

  test('what is not in the table is refused in every state', () => {
    for (const state of APPOINTMENT_STATES) {
      for (const action of ['cancel', 'restore', 'hold', 'miss'] as const) {
        const decision = decideAppointment({ state, startsAt: nine }, action, ten)
        expect(decision.ok, `${action} when ${state}`).toBe(APPOINTMENT_ACTIONS[state].includes(action))
      }
    }
    expect(canDoWithAppointment({ state: 'held' }, 'move')).toBe(false)
  })
})
