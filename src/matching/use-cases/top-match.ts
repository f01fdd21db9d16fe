import type { GoalId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { type Goal, isLive, openGoalsOf } from '#plans'
import type { MatchView } from './match-view.ts'
import { homeOf, type KnownDossier, rankFor, readSupplyState, supplyOf } from './rank-for-goal.ts'

/** The best suggestion for a goal, and how many more the page with suggestions begins with. */
export interface TopMatch {
  readonly goalId: GoalId
  readonly match: MatchView
  readonly others: number
}

const LOOKED_AT = 12

const bestFor = async (
  db: Db,
  tenantId: TenantId,
  dossier: KnownDossier,
  goals: readonly Goal[],
): Promise<ReadonlyMap<GoalId, TopMatch>> => {
  if (goals.length === 0) return new Map()
  const [state, home] = await Promise.all([readSupplyState(db, tenantId), homeOf(db, tenantId, dossier.contact)])
  const rank = rankFor(dossier, await supplyOf(db, tenantId, state), state.tallies, home)
  return new Map(
    goals.flatMap((goal): [GoalId, TopMatch][] => {
      const [best, ...others] = rank(goal, LOOKED_AT).matches.filter(({ placement }) => placement === undefined)
      return best === undefined ? [] : [[goal.id, { goalId: goal.id, match: best, others: others.length }]]
    }),
  )
}

/** Open goals for which nobody comes or waits anywhere yet. */
const goalsWithoutPlace = ({ plan, placements }: KnownDossier): readonly Goal[] => {
  const live = placements.filter(isLive)
  return openGoalsOf(plan).filter(goal => !live.some(({ goalId }) => goalId === goal.id))
}

/**
 * For another module's query that read the dossier: for each open goal without a place yet, the best offer that fits.
 * A goal for which nothing fits is left out.
 */
export const topMatches = (db: Db, tenantId: TenantId, dossier: KnownDossier): Promise<ReadonlyMap<GoalId, TopMatch>> =>
  bestFor(db, tenantId, dossier, goalsWithoutPlace(dossier))

/** The same for one goal. */
export const topMatch = async (
  db: Db,
  tenantId: TenantId,
  dossier: KnownDossier,
  goalId: GoalId,
): Promise<TopMatch | undefined> =>
  (
    await bestFor(
      db,
      tenantId,
      dossier,
      goalsWithoutPlace(dossier).filter(({ id }) => id === goalId),
    )
  ).get(goalId)
