import type { ParticipantId } from '#kernel'

/** The dossier; the page itself stands in the desk. */
export const dossierPath = (participantId: ParticipantId): string => `/deelnemers/${participantId}`
