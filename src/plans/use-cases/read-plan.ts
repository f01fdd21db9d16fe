import type { ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { withSteps } from '../domain/focus.ts'
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
    goals: withSteps(goals, id => steps.filter(step => step.goalId === id)),
    agreements,
    reciprocity,
    unmetWishes,
    recognitions,
  }
}
