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

type Agreed = Omit<StepFields, 'plannedOnAsSaid'>

/** A step of somebody else needs a name, and a day that was said has to be clear. `prefix`: where it stands in a list. */
export const readStep = (fields: StepFields, today: CalendarDay, prefix = ''): Decision<Agreed, 'invalidInput'> => {
  const { plannedOnAsSaid, ...agreed } = fields
  if (fields.who === 'other' && fields.whoName === undefined)
    return refuse('invalidInput', `${prefix}whoName`, { reason: 'required' })
  const day = readDay(fields.plannedOn, plannedOnAsSaid, today, `${prefix}plannedOnAsSaid`)
  return day.ok ? accept({ ...agreed, plannedOn: day.value }) : day
}

export const stepOf = (
  fields: Agreed,
  place: { readonly id: StepId; readonly goalId: GoalId; readonly position: number; readonly smallerThan?: StepId },
): Step => {
  const { recognitionKind, recognitionWords, whoName, ...agreed } = fields
  return {
    ...agreed,
    ...(fields.who === 'other' && whoName !== undefined ? { whoName } : {}),
    recognition: { kind: recognitionKind, words: recognitionWords },
    ...place,
    state: 'open',
    version: 1,
  }
}
