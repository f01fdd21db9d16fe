import { z } from 'zod'
import { AgreementId, GoalId, ParticipantId, type Refusal, refuse, StepId } from '#kernel'
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

/** A step of somebody else needs a name. */
export const nameOfOther = (
  fields: Pick<StepFields, 'who' | 'whoName'>,
  field = 'whoName',
): Refusal<'invalidInput'> | undefined =>
  fields.who === 'other' && fields.whoName === undefined ? refuse('invalidInput', field, { reason: 'required' }) : undefined

export const stepOf = (
  fields: StepFields,
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
