import type { AnyUseCase, ModuleWeb } from '#platform'
import { findOffers } from './use-cases/find-offers.ts'
import { listSynonyms, loadSynonyms } from './use-cases/load-synonyms.ts'
import { matchingForms } from './web/forms.ts'
import { offersPage } from './web/offers.page.tsx'
import { synonymsForm, synonymsPage } from './web/synonyms.page.tsx'

export { type FoundForGoal } from './use-cases/find-offers.ts'
export { MatchView, NearMissView } from './use-cases/match-view.ts'
export { type KnownDossier } from './use-cases/rank-for-goal.ts'
export { topMatch, topMatches, type TopMatch } from './use-cases/top-match.ts'
export { TopMatchCard } from './web/match-card.tsx'
export { findOffers, listSynonyms, loadSynonyms }

export const matchingUseCases: readonly AnyUseCase[] = [findOffers, loadSynonyms, listSynonyms]

export const matchingWeb: ModuleWeb = {
  pages: [offersPage, synonymsPage],
  forms: [...matchingForms, synonymsForm],
}
