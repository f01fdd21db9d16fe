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

/** What is folded and can be asked for by the address (`?open=over`), also without a script. */
export type Fold = 'over' | 'wie' | 'straks' | 'toezeggingen' | 'wacht' | 'gehaald'

export const isAskedFor = ({ context }: DossierPart, fold: Fold): boolean => context.query['open'] === fold

/** Some of a list, and the rest for whoever wants it. */
export const firstOf = <Item>(items: readonly Item[], most: number): readonly [readonly Item[], readonly Item[]] => [
  items.slice(0, most),
  items.slice(most),
]
