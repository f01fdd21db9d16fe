import { z } from 'zod'
import {
  accept,
  AgreementId,
  type CalendarDay,
  type Decision,
  GoalId,
  ParticipantId,
  type Refusal,
  refuse,
  StepId,
} from '#kernel'
import { readDay } from '../domain/day.ts'
import { agreedRecognition, type RecognitionFields, type RecognitionOption } from '../domain/recognition.ts'
import type { Step, StepFields } from '../domain/step.ts'

/** The version that was on the screen. */
export const Version = z.int().positive()
export const inDossier = { participantId: ParticipantId }
export const onGoal = { ...inDossier, goalId: GoalId }
export const onStep = { ...inDossier, stepId: StepId }
export const onAgreement = { ...inDossier, agreementId: AgreementId, version: Version }
export const AgreementVersion = z.object({ agreementId: AgreementId, version: Version })

export const dossierOf = (input: { readonly participantId: ParticipantId }): ParticipantId => input.participantId

/** Somebody else changed it: the answer carries what stands there now. */
export const outdated = (current: unknown): Refusal<'versionConflict'> => refuse('versionConflict', undefined, { current })

/** Something changed hands for this: that is taken back first. */
export const handedOut = (): Refusal<'notPossibleNow'> => refuse('notPossibleNow', undefined, { state: 'handedOut' })

/** What was agreed about a step, ready to keep. */
type Agreed = Omit<StepFields, 'plannedOnAsSaid' | keyof RecognitionFields> & Pick<Step, 'recognition'>

/** What a typed step is read against. */
interface Reading {
  readonly today: CalendarDay
  readonly options: readonly RecognitionOption[]
  /** What was agreed until now. */
  readonly before?: Step
  /** Where it stands in a list: `steps.1.` */
  readonly prefix?: string
}

/** A step of somebody else needs a name, a day that was said has to be clear, and what is chosen from the list is on it. */
export const readStep = (
  fields: StepFields,
  { today, options, before, prefix = '' }: Reading,
): Decision<Agreed, 'invalidInput'> => {
  const { plannedOnAsSaid, recognitionKind, recognitionWords, recognitionOptionId, recognitionCents, ...agreed } = fields
  if (fields.who === 'other' && fields.whoName === undefined)
    return refuse('invalidInput', `${prefix}whoName`, { reason: 'required' })
  const day = readDay(fields.plannedOn, plannedOnAsSaid, today, `${prefix}plannedOnAsSaid`)
  if (!day.ok) return day
  const chosen = { recognitionKind, recognitionWords, recognitionOptionId, recognitionCents }
  const recognition = agreedRecognition(chosen, options, before?.recognition)
  if (!recognition.ok) return { ...recognition, field: `${prefix}${recognition.field ?? ''}` }
  return accept({ ...agreed, plannedOn: day.value, recognition: recognition.value })
}

export const stepOf = (
  { whoName, ...agreed }: Agreed,
  place: { readonly id: StepId; readonly goalId: GoalId; readonly position: number; readonly smallerThan?: StepId },
): Step => ({
  ...agreed,
  ...(agreed.who === 'other' && whoName !== undefined ? { whoName } : {}),
  ...place,
  state: 'open',
  version: 1,
})
