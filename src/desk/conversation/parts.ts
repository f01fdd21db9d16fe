import { openGoalsOf, isLive, type Placement, type Plan, type RecognitionOption, wishesOf } from '#plans'

/** The parts of the conversation in the order in which they help each other; each its own calm page. */
export const PARTS = ['wish', 'practical', 'goal', 'offers', 'steps', 'agreements', 'summary'] as const
export type Part = (typeof PARTS)[number]

const SLUGS: Readonly<Record<Part, string>> = {
  wish: 'wens',
  practical: 'praktisch',
  goal: 'doel',
  offers: 'aanbod',
  steps: 'stappen',
  agreements: 'afspraken',
  summary: 'overzicht',
}

/** Fastify path of the conversation and what lies below it. */
export const TALK = '/deelnemers/:participantId/gesprek'
export const partRoute = (part: Part): string => `${TALK}/${SLUGS[part]}`

const fill = (route: string, params: Readonly<Record<string, string>>): string =>
  route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))

/** The address of a form or page below the conversation: `talkPath('…/wens/:wishId/wijzigen', { participantId, wishId })`. */
export const talkPath = (below: string, params: Readonly<Record<string, string>>): string => fill(`${TALK}${below}`, params)

export const partPath = (participantId: string, part: Part, query: Readonly<Record<string, string>> = {}): string => {
  const search = new URLSearchParams(query).toString()
  return `${fill(partRoute(part), { participantId })}${search === '' ? '' : `?${search}`}`
}
export const startPath = (participantId: string): string => fill(TALK, { participantId })

export interface Talk {
  readonly participantId: string
  readonly callName: string
  readonly plan: Plan
  readonly placements: readonly Placement[]
  /** What the municipality has to choose from when somebody is appreciated. */
  readonly options: readonly RecognitionOption[]
  /** The wish as it was said at the referral. */
  readonly saidAtReferral?: { readonly words: string; readonly language: string } | undefined
}

/** Is there something in this part already? */
export const hasSomething = ({ plan, placements }: Pick<Talk, 'plan' | 'placements'>, part: Part): boolean => {
  const goals = openGoalsOf(plan)
  switch (part) {
    case 'wish':
      return wishesOf(plan).length > 0
    case 'practical':
      return plan.practical !== undefined
    case 'goal':
      return goals.length > 0
    case 'offers':
      return placements.some(isLive) || plan.unmetWishes.some(wish => wish.resolvedOn === undefined)
    case 'steps':
      return goals.some(goal => goal.steps.length > 0)
    case 'agreements':
      return plan.agreements.some(agreement => agreement.state === 'open') || plan.reciprocity.some(given => !given.archived)
    case 'summary':
      return false
  }
}

/** Where to go on: the first part that is still empty. */
export const nextPart = (talk: Pick<Talk, 'plan' | 'placements'>): Part =>
  PARTS.find(part => !hasSomething(talk, part)) ?? 'summary'

/** How many steps can be written at once. */
export const ROWS = [0, 1, 2] as const
export type StepRowNumber = (typeof ROWS)[number]
