import type { ParticipantId } from '#kernel'
import type { Actor } from '#platform'
import type { Cast } from './cast.ts'
import type { Stage } from './stage.ts'
import type { Story } from './story.ts'

export interface Known {
  readonly id: string
  readonly version: number
}

/** A story while it is played. */
export interface Play {
  readonly stage: Stage
  readonly cast: Cast
  readonly story: Story
  /** Who coordinates; another when the trajectory was handed over. */
  coach: Actor
  readonly participantId: ParticipantId
  /** What was made so far, by kind and name. */
  readonly known: Map<string, Known>
}

export const recall = ({ known, story }: Play, name: string): Known => {
  const found = known.get(name)
  if (found === undefined) throw new Error(`${story.key} speaks of ${name} before it is there`)
  return found
}

export const keep = (play: Play, name: string, known: Known): void => void play.known.set(name, known)
