import { z } from 'zod'
import { type CalendarDay, dayIn } from '#kernel'
import { type LookedAt, lookedAt } from '#sharing'

const Line = z.object({
  at: z.string(),
  kind: z.string(),
  role: z.string(),
  use_case: z.string(),
  membership_id: z.string().nullish(),
})

/** What one person did in the dossier on one day. */
export interface LogDay {
  readonly day: CalendarDay
  /** Absent: Opstap itself. */
  readonly membershipId: string | undefined
  readonly role: string
  readonly read: readonly LookedAt[]
  readonly wrote: readonly LookedAt[]
  readonly times: number
}

type LineRow = z.infer<typeof Line>
const partsOf = (lines: readonly LineRow[], wrote: boolean): readonly LookedAt[] => [
  ...new Set(lines.filter(({ kind }) => (kind === 'write') === wrote).map(({ use_case }) => lookedAt(use_case))),
]

/** The lines of the log as people ask for them: who, on which day, what and how often; newest day first. */
export const logDays = (rows: readonly Readonly<Record<string, unknown>>[]): readonly LogDay[] => {
  const groups = new Map<string, LineRow[]>()
  for (const line of rows.map(row => Line.parse(row)).toSorted((a, b) => (a.at < b.at ? 1 : -1))) {
    const key = `${dayIn(new Date(line.at))} ${line.membership_id ?? ''} ${line.role}`
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return [...groups.values()].flatMap(lines => {
    const [first] = lines
    if (first === undefined) return []
    return {
      day: dayIn(new Date(first.at)),
      membershipId: first.membership_id ?? undefined,
      role: first.role,
      read: partsOf(lines, false),
      wrote: partsOf(lines, true),
      times: lines.length,
    }
  })
}
