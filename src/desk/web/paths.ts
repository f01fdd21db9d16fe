import type { GoalId, ParticipantId } from '#kernel'

type Id = ParticipantId | string

/** Addresses of the pages that span modules. */
export const deskPaths = {
  today: () => '/vandaag',
  people: () => '/deelnemers',
  dossier: (id: Id) => `/deelnemers/${id}`,
  conversation: (id: Id) => `/deelnemers/${id}/gesprek`,
  findOffers: (id: Id, goalId: GoalId | string) => `/deelnemers/${id}/doelen/${goalId}/aanbod`,
  answerStep: (id: Id, stepId: string) => `/deelnemers/${id}/stappen/${stepId}/antwoord`,
  undoAnswer: (id: Id, stepId: string) => `/deelnemers/${id}/stappen/${stepId}/antwoord-terug`,
  addAgreement: (id: Id) => `/deelnemers/${id}/toezeggingen`,
  closeAgreement: (id: Id, agreementId: string) => `/deelnemers/${id}/toezeggingen/${agreementId}/stand`,
  updateContact: (id: Id) => `/deelnemers/${id}/gegevens`,
  invite: (id: Id) => `/deelnemers/${id}/uitnodiging`,
  activate: (id: Id, trajectoryId: string) => `/deelnemers/${id}/trajecten/${trajectoryId}/start`,
  holdReview: (id: Id, reviewId: string) => `/deelnemers/${id}/evaluaties/${reviewId}/geweest`,
  cancelReview: (id: Id, reviewId: string) => `/deelnemers/${id}/evaluaties/${reviewId}/afzeggen`,
  addNote: (id: Id) => `/deelnemers/${id}/notities`,
  amendNote: (id: Id, noteId: string) => `/deelnemers/${id}/notities/${noteId}`,
  planAppointment: (id: Id) => `/deelnemers/${id}/afspraken`,
  markAppointment: (id: Id, appointmentId: string) => `/deelnemers/${id}/afspraken/${appointmentId}/stand`,
  planReview: (id: Id, trajectoryId: string) => `/deelnemers/${id}/trajecten/${trajectoryId}/evaluaties`,
  note: (id?: Id) => (id === undefined ? '/notitie' : `/notitie?deelnemer=${id}`),
  print: (id: Id) => `/deelnemers/${id}/afdrukken`,
  timeline: (id: Id) => `/deelnemers/${id}/tijdlijn`,
  intake: (id: Id) => `/deelnemers/${id}/intake`,
  lifeArea: (id: Id, lifeAreaId: string) => `/deelnemers/${id}/intake/leefgebieden/${lifeAreaId}`,
  looked: (id: Id) => `/deelnemers/${id}/inzage`,
  /** What the municipality sees of somebody's trajectories. */
  trajectory: (id: Id) => `/trajecten/${id}`,
  partner: () => '/partner',
  my: () => '/mijn',
  myPlan: () => '/mijn/plan',
  myPlanPrint: () => '/mijn/plan/afdrukken',
  myPeople: () => '/mijn/mensen',
  myLifeAreas: () => '/mijn/leefgebieden',
  myLifeArea: (lifeAreaId: string) => `/mijn/leefgebieden/${lifeAreaId}`,
  myAccess: () => '/mijn/inzage',
} as const
