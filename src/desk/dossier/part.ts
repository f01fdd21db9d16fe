import type { PageContext } from '#platform'
import type { Dossier } from './dossier.ts'
import type { T } from './texts.ts'

/** What each part of the dossier page gets. */
export interface DossierPart {
  readonly dossier: Dossier
  readonly context: PageContext
  readonly t: T
}
