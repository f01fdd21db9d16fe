import type { ParticipantId } from '#kernel'

/** The dossier, for who supports the person; the page itself stands in the desk. */
export const dossierPath = (participantId: ParticipantId): string => `/deelnemers/${participantId}`
/** Agreeing small steps for a goal, in the conversation; the page itself stands in the desk. */
export const goalStepsPath = (participantId: ParticipantId, goalId: string): string =>
  `${dossierPath(participantId)}/gesprek/stappen?doel=${goalId}`
/** State, dates and agreements, for the municipality; the page itself stands in the desk. */
export const trajectoryPath = (participantId: ParticipantId): string => `/trajecten/${participantId}`
