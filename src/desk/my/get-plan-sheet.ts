import { z } from 'zod'
import { CalendarDay, Law, ParticipantId } from '#kernel'
import { query } from '#platform'
import { Placement, Plan } from '#plans'
import { isRunning } from '#trajectories'
import { mayReadPlanSheet } from './access.ts'
import { Helper } from './helpers.ts'
import { MyPause, pauseOf } from './pause/pause.ts'
import { NextAppointment, readStory } from './story.ts'

export const PlanSheet = z.object({
  participantId: ParticipantId,
  callName: z.string(),
  plan: Plan,
  placements: z.array(Placement),
  helpers: z.array(Helper),
  /** Under which the running trajectory is. */
  law: Law.optional(),
  appointment: NextAppointment.optional(),
  /** When the trajectory stands still. */
  pause: MyPause.optional(),
  madeOn: CalendarDay,
})
export type PlanSheet = Readonly<z.infer<typeof PlanSheet>>

export const getPlanSheet = query({
  name: 'desk.getPlanSheet',
  summary: 'The whole plan of one participant with who helps and the next appointment: for the own pages and for paper',
  input: z.object({ participantId: ParticipantId }),
  output: PlanSheet,
  access: mayReadPlanSheet,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/plan-sheet' },
  run: async ({ db, tenantId, input, now, today }) => {
    const { callName, plan, placements, helpers, appointment, trajectories } = await readStory(
      db,
      tenantId,
      input.participantId,
      now,
    )
    const pause = pauseOf(trajectories, helpers, today)
    const law = trajectories.find(isRunning)?.law
    return {
      participantId: input.participantId,
      callName,
      plan,
      placements: [...placements],
      helpers: [...helpers],
      ...(law === undefined ? {} : { law }),
      ...(appointment === undefined ? {} : { appointment }),
      ...(pause === undefined ? {} : { pause }),
      madeOn: today,
    }
  },
})
