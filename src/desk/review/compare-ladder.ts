import type { CalendarDay } from '#kernel'
import { ladderGrowth, type LadderGrowth, type LadderMoment, type View } from '#instruments'

/** Growth by one pair of eyes, and who sees it otherwise by now. */
export interface LadderCompared {
  readonly growth: LadderGrowth
  /** The last moment of each other view that is on another rung. */
  readonly others: readonly LadderMoment[]
}

const VIEWS: readonly View[] = ['together', 'coach', 'participant']

/** The ladder as it was on a day, or as it is now; nothing while it was filled fewer than two times by the same eyes. */
export const compareLadder = (moments: readonly LadderMoment[], until?: CalendarDay): LadderCompared | undefined => {
  const known = moments.filter(({ on }) => until === undefined || on <= until)
  const growth = ladderGrowth(known)
  if (growth === undefined) return undefined
  const { last } = growth
  const others = VIEWS.filter(view => view !== last.view).flatMap(view => {
    const seen = known.filter(moment => moment.view === view).toSorted((a, b) => a.on.localeCompare(b.on))
    const theirs = seen.at(-1)
    return theirs === undefined || theirs.current === last.current || theirs.on <= growth.first.on ? [] : [theirs]
  })
  return { growth, others }
}
