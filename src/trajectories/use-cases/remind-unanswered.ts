import { z } from 'zod'
import { accept, type TenantId } from '#kernel'
import { command, type JobTask, type Runner } from '#platform'
import { mayRemind } from '../access.ts'
import { isWorkingDay } from '../domain/working-days.ts'
import { lockUnreminded, noteReminders } from '../storage/referrals.ts'

const AT_ONCE = 200

export const remindUnanswered = command({
  name: 'trajectories.remindUnanswered',
  summary: 'Notes and tells on a working day which referrals were not answered in time, once for each term',
  input: z.object({}),
  output: z.object({ reminded: z.number(), more: z.boolean() }),
  access: mayRemind,
  run: async ({ db, tenantId, today, record, publish }) => {
    // In a weekend or on a public holiday nobody could answer it: the next working day is soon enough.
    if (!isWorkingDay(today)) return accept({ reminded: 0, more: false })
    const late = await lockUnreminded(db, tenantId, today, AT_ONCE)
    await noteReminders(
      db,
      tenantId,
      late.map(referral => referral.id),
    )
    for (const { id: referralId, participantId, organisationId, sentBy, state } of late) {
      record({ entity: 'referral', id: referralId, participantId, fields: ['remindedFor'] })
      const name = state === 'questioned' ? 'ReferralQuestionUnanswered' : 'ReferralUnanswered'
      publish({ name, payload: { referralId, participantId, organisationId, sentBy } })
    }
    return accept({ reminded: late.length, more: late.length === AT_ONCE })
  },
})

export const REMIND_TASK = 'remindUnanswered'

/** Every night, for every municipality: on the first working day after the term, and never twice for the same term. */
export const remindTask =
  (runner: Runner, municipalities: () => Promise<readonly { readonly tenantId: TenantId }[]>): JobTask =>
  async () => {
    for (const { tenantId } of await municipalities()) {
      for (let more = true; more;) {
        const answer = await runner.run(remindUnanswered, { role: 'system', tenantId, name: 'remind' }, {})
        if (!answer.ok) throw new Error(`Reminding was refused: ${answer.code}`)
        ;({ more } = answer.value)
      }
    }
  }
