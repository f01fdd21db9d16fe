import { z } from 'zod'
import { CalendarDay } from '#kernel'
import data from './trajectory-types.json' with { type: 'json' }

export const TRAJECTORY_TYPES = ['socialActivation', 'newcomersTrack', 'networkCoaching', 'familyApproach'] as const
export const TrajectoryType = z.enum(TRAJECTORY_TYPES)
export type TrajectoryType = z.infer<typeof TrajectoryType>

/** A name that holds for a while: the law renames a kind of trajectory from one day to the next. */
const DatedLabel = z.object({
  from: CalendarDay.optional(),
  until: CalendarDay.optional(),
  nl: z.string().min(1),
  en: z.string().min(1),
  source: z.string().min(1),
})
export type DatedLabel = z.infer<typeof DatedLabel>

const labels = new Map(
  z
    .array(z.object({ type: TrajectoryType, labels: z.array(DatedLabel).min(1) }))
    .parse(data)
    .map(entry => [entry.type, entry.labels]),
)

const holdsOn = (label: DatedLabel, day: CalendarDay): boolean =>
  (label.from === undefined || label.from <= day) && (label.until === undefined || day <= label.until)

/** What this kind of trajectory is called on that day, in Dutch and in English. */
export const trajectoryLabel = (type: TrajectoryType, day: CalendarDay): DatedLabel => {
  const label = labels.get(type)?.find(candidate => holdsOn(candidate, day))
  if (label === undefined) throw new Error(`${type} has no name on ${day}`)
  return label
}
