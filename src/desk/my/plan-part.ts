import type { ParticipantId } from '#kernel'
import type { PageContext } from '#platform'
import type { MyT } from './texts.ts'

/** What each part of the plan page gets. */
export interface PlanPart {
  readonly participantId: ParticipantId
  readonly context: PageContext
  readonly t: MyT
}
