import { accept, CalendarDay, type Decision } from '#kernel'
import type { PageRequest } from '#platform'
import {
  type BenefitSafety,
  getPlan,
  getRecognition,
  type Plan,
  type RecognitionBudget,
  type RecognitionGiven,
  type RecognitionOption,
} from '#plans'

export interface GivenWithSafety extends RecognitionGiven {
  readonly safety: BenefitSafety
  readonly handedByName?: string | undefined
}

export interface RecognitionData {
  readonly participantId: string
  readonly callName: string
  /** The day that everything is weighed for: today, or the day that was filled in. */
  readonly on: CalendarDay
  readonly recognitions: readonly GivenWithSafety[]
  readonly budget: RecognitionBudget | undefined
  readonly options: readonly RecognitionOption[]
  readonly plan: Plan
}

/** What was given, what it was given for, and what is left of the budget. */
export const loadRecognition = async (request: PageRequest): Promise<Decision<RecognitionData>> => {
  const about = { participantId: request.params['participantId'] ?? '' }
  const typed = CalendarDay.safeParse(request.form?.fields.text('handedOn'))
  const day = typed.success ? { on: typed.data } : {}
  const [recognition, plan] = await Promise.all([request.run(getRecognition, { ...about, ...day }), request.run(getPlan, about)])
  if (!recognition.ok) return recognition
  if (!plan.ok) return plan
  const { on, callName, recognitions, options, budget } = recognition.value
  return accept({ ...about, on, callName, recognitions, options, budget, plan: plan.value })
}
