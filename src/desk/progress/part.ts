import type { z } from 'zod'
import type { PageContext } from '#platform'
import type { getProgress, Progress } from '#trajectories'
import type { ProgressT } from './texts.ts'

export type ProgressData = z.infer<(typeof getProgress)['output']>

/** One trajectory on a page, with what its parts need to say about it. */
export interface ProgressPart {
  readonly trajectory: Progress
  readonly data: ProgressData
  readonly context: PageContext
  readonly t: ProgressT
  /** Where the forms of this page post to. */
  readonly postTo: (what: ProgressPost) => string
}

export type ProgressPost = 'start' | 'movePhase' | 'pause' | 'resume' | 'amend' | 'changeCoordinator' | 'end' | 'takeBack'
