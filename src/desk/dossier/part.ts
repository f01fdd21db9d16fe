import type { PageContext } from '#platform'
import type { Dossier } from './dossier.ts'
import type { Suggestion } from './get-suggestion.ts'
import type { T } from './texts.ts'

/** What each part of the dossier page gets. */
export interface DossierPart {
  readonly dossier: Dossier
  /** The best offer for a goal without a place. */
  readonly suggestion: Suggestion | undefined
  readonly context: PageContext
  readonly t: T
}
