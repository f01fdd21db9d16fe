import type { ParticipantId } from '#kernel'
import type { PageContext } from '#platform'
import type { MyT } from './texts.ts'

/** What each part of the participant's first page gets. */
export interface MyPart {
  readonly participantId: ParticipantId
  readonly name: string
  readonly coachName: string | undefined
  /** The plan has no goals yet. */
  readonly isEmpty: boolean
  readonly wishHref: string
  readonly context: PageContext
  readonly t: MyT
}
