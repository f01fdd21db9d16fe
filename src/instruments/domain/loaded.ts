import { z } from 'zod'
import { MembershipId } from '#kernel'
import { QuestionnaireContent } from './questionnaire.ts'

/** `preview`: loaded, to be looked at first. `offered`: to be filled from now on; at most one version of each. */
export const LOADED_STATES = ['preview', 'offered', 'withdrawn'] as const
export const LoadedState = z.enum(LOADED_STATES)
export type LoadedState = z.infer<typeof LoadedState>

/** Texts for which the municipality has a licence itself. */
export const LoadedInstrument = z.object({
  version: z.int().positive(),
  state: LoadedState,
  content: QuestionnaireContent,
  fileName: z.string(),
  loadedBy: MembershipId,
  loadedAt: z.date(),
})
export type LoadedInstrument = Readonly<z.infer<typeof LoadedInstrument>>

export const LOADED_ACTIONS = {
  preview: ['offer', 'withdraw'],
  offered: ['withdraw'],
  withdrawn: ['offer'],
} as const satisfies Readonly<Record<LoadedState, readonly string[]>>
type LoadedAction = (typeof LOADED_ACTIONS)[LoadedState][number]

export const canDoLoaded = (state: LoadedState, action: LoadedAction): boolean => {
  const allowed: readonly LoadedAction[] = LOADED_ACTIONS[state]
  return allowed.includes(action)
}
