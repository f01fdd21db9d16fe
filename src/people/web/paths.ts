import type { ParticipantId } from '#kernel'

/** The dossier, for who supports the person; the page itself stands in the desk. */
export const dossierPath = (participantId: ParticipantId): string => `/deelnemers/${participantId}`
/** State, dates and agreements, for the municipality; the page itself stands in the desk. */
export const trajectoryPath = (participantId: ParticipantId): string => `/trajecten/${participantId}`
