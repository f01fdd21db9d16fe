import { accept, type Decision } from '#kernel'
import { page, type PageContext, type PageRequest } from '#platform'
import { viewAgreements } from './agreements-part.tsx'
import { getConversation } from './get-conversation.ts'
import { viewGoal } from './goal-part.tsx'
import { viewOffers } from './offers-part.tsx'
import { type Part, partRoute, TALK, type Talk } from './parts.ts'
import { viewPractical } from './practical-part.tsx'
import { viewStart } from './start-part.tsx'
import { viewSteps } from './steps-part.tsx'
import { viewSummary } from './summary-part.tsx'
import { viewWish } from './wish-part.tsx'

export const TALKERS = ['coach', 'workcoach'] as const

const load = async (request: PageRequest): Promise<Decision<Talk>> => {
  const participantId = request.params['participantId'] ?? ''
  const loaded = await request.run(getConversation, { participantId })
  return loaded.ok ? accept({ participantId, ...loaded.value }) : loaded
}

const partPage = (part: Part, view: (talk: Talk, context: PageContext) => string) =>
  page<Talk>({ id: `desk.conversation.${part}`, path: partRoute(part), who: TALKERS, load, view })

export const startPage = page<Talk>({ id: 'desk.conversation', path: TALK, who: TALKERS, load, view: viewStart })
export const wishPage = partPage('wish', viewWish)
export const practicalPage = partPage('practical', viewPractical)
export const goalPage = partPage('goal', viewGoal)
export const offersPage = partPage('offers', viewOffers)
export const stepsPage = partPage('steps', viewSteps)
export const agreementsPage = partPage('agreements', viewAgreements)
export const summaryPage = partPage('summary', viewSummary)
