import { z } from 'zod'
import { CalendarDay } from '#kernel'
import { isRunning, type Trajectory } from '#trajectories'
import type { Helper } from '../helpers.ts'

/** The trajectory stands still: until when, and who to call. Why is left out: a page is read over a shoulder too. */
export const MyPause = z.object({
  /** The day on which we look again; absent when that day was never said or has passed. */
  until: CalendarDay.optional(),
  call: z.object({ name: z.string(), phone: z.string().optional() }).optional(),
})
export type MyPause = Readonly<z.infer<typeof MyPause>>

/** Nothing is said as long as one trajectory goes on. */
export const pauseOf = (
  trajectories: readonly Pick<Trajectory, 'state' | 'returnOn'>[],
  helpers: readonly Pick<Helper, 'kind' | 'name' | 'phone'>[],
  today: CalendarDay,
): MyPause | undefined => {
  const running = trajectories.filter(isRunning)
  if (running.length === 0 || running.some(({ state }) => state !== 'paused')) return undefined
  const [until] = running.flatMap(({ returnOn }) => (returnOn !== undefined && returnOn > today ? [returnOn] : [])).toSorted()
  const coach = helpers.find(({ kind }) => kind === 'coach') ?? helpers.find(({ kind }) => kind === 'municipality')
  return {
    ...(until === undefined ? {} : { until }),
    ...(coach === undefined ? {} : { call: { name: coach.name, ...(coach.phone === undefined ? {} : { phone: coach.phone }) } }),
  }
}
