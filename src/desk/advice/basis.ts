import { ladderGrowth, type LadderMoment } from '#instruments'
import type { Placement, Plan } from '#plans'
import type { AdviceBasis, Review, ReviewResult, Trajectory } from '#trajectories'

export interface Read {
  readonly callName: string
  readonly trajectory: Trajectory
  readonly plan: Plan
  readonly placements: readonly Placement[]
  readonly reviews: readonly Review[]
  readonly results: readonly ReviewResult[]
  readonly ladder: readonly LadderMoment[]
}

const promisesOf = (plan: Plan): AdviceBasis['promises'] => {
  const settled = plan.agreements.filter(({ state }) => state === 'kept' || state === 'notKept')
  const count = (own: boolean) => {
    const side = settled.filter(({ promisedBy }) => (promisedBy === 'participant') === own)
    return { kept: side.filter(({ state }) => state === 'kept').length, all: side.length }
  }
  return { person: count(true), others: count(false) }
}

export const placeName = ({ offerName, organisationName }: Placement): string => `${offerName}, ${organisationName}`

/** What an advice is drafted from; instruments other than the ladder are not even read here. */
export const basisOf = ({ callName, trajectory, plan, placements, reviews, results, ladder }: Read): AdviceBasis => {
  const growth = ladderGrowth(ladder)
  const wordsOf = new Map(results.map(result => [result.reviewId, result]))
  return {
    callName,
    startedOn: trajectory.startedOn,
    goals: plan.goals.map(goal => ({
      id: goal.id,
      title: goal.title,
      area: goal.area,
      state: goal.state,
      closedOn: goal.state === 'open' ? undefined : goal.closedOn,
      why: goal.state === 'archived' ? goal.reasonWords : undefined,
      steps: goal.steps.map(step => ({
        title: step.title,
        done: step.state === 'done',
        ownWords: step.state === 'open' ? undefined : step.ownWords,
      })),
    })),
    reviews: reviews.flatMap(({ id, heldOn, trajectoryId }) => {
      if (heldOn === undefined || trajectoryId !== trajectory.id) return []
      const said = wordsOf.get(id)
      return [{ heldOn, goesOn: said?.goesOn, changes: said?.changes }]
    }),
    promises: promisesOf(plan),
    places: placements.filter(({ state }) => state === 'placed').map(placeName),
    ladder: growth === undefined ? undefined : { from: growth.first.current, to: growth.last.current },
  }
}
