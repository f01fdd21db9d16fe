import type { ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import type { Goal } from '../domain/goal.ts'
import type { Plan } from '../domain/plan.ts'
import { listAgreements } from '../storage/agreements.ts'
import { listGoals } from '../storage/goals.ts'
import { findPractical } from '../storage/practical.ts'
import { listReciprocity } from '../storage/reciprocity.ts'
import { listRecognitions } from '../storage/recognitions.ts'
import { listSteps } from '../storage/steps.ts'
import { listUnmetWishes } from '../storage/unmet-wishes.ts'
import { listWishes } from '../storage/wishes.ts'

/** For queries that opened the slice `plan`; all statements are sent at once. */
export const readPlan = async (db: Db, tenantId: TenantId, participantId: ParticipantId): Promise<Plan> => {
  const scope = { tenantId, participantId }
  const [wishes, practical, goals, steps, agreements, reciprocity, unmetWishes, recognitions] = await Promise.all([
    listWishes(db, scope),
    findPractical(db, scope),
    listGoals(db, scope),
    listSteps(db, scope),
    listAgreements(db, scope),
    listReciprocity(db, scope),
    listUnmetWishes(db, scope),
    listRecognitions(db, scope),
  ])
  return {
    participantId,
    wishes,
    ...(practical === undefined ? {} : { practical }),
    goals: goals.map((goal): Goal => ({ ...goal, steps: steps.filter(step => step.goalId === goal.id) })),
    agreements,
    reciprocity,
    unmetWishes,
    recognitions,
  }
}
