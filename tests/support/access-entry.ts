import type { Role, Slice } from '#kernel'
import type { Fixture } from './fixture.ts'

/** `plan` opens for reading, `plan:write` for writing. */
export type Need = Slice | `${Slice}:write`

/**
 * What must be true of one use case, written by hand and apart from the code that it judges. Whoever is not named is
 * refused, and gets the same bytes as for something that does not exist.
 */
export interface AccessEntry {
  readonly kind: 'read' | 'write'
  /** One participant's dossier; a list of what the asker reaches; or the municipality's own, nobody's dossier. */
  readonly about: 'dossier' | 'list' | 'municipality'
  readonly who: readonly Role[]
  /** What must have been opened to them in this dossier. */
  readonly needs: readonly Need[]
  /** Shown when it was opened, left out when not. */
  readonly shows?: readonly Slice[]
  /** Slices that the task of a role opens for everybody in the municipality. */
  readonly everywhere?: Partial<Readonly<Record<Role, readonly Slice[]>>>
  /** Narrower still: the organisation that was asked, who coordinates that trajectory, who wrote it, or the partner whose offer it is. */
  readonly only?: 'asked' | 'coordinating' | 'author' | 'offering'
  /** What the allowed are answered in the world of the fixtures, when that is no success. */
  readonly answer?: 'alreadyDone'
  /** An input that works, made from what exists. */
  readonly input: (fixture: Fixture) => Readonly<Record<string, unknown>>
}

export type AccessEntries = Readonly<Record<string, AccessEntry>>

export const COACHES = ['coach', 'workcoach'] as const
export const COACHES_AND_PARTICIPANT = [...COACHES, 'participant'] as const
export const STAFF = [
  'coach',
  'serviceplein',
  'workcoach',
  'kernteam',
  'teamondersteuning',
  'sociaalteam',
  'partner',
  'netwerkcoach',
  'planner',
  'beleid',
  'beheer',
] as const
