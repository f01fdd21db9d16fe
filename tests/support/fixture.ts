/** Everything that stands in one participant's dossier, by id; every record is there in the states that use cases start from. */
export const DOSSIER_IDS = [
  'participantId',
  'acceptedReferral',
  'sentReferral',
  'questionedReferral',
  'withdrawnReferral',
  'trajectory',
  'intakeTrajectory',
  'pausedTrajectory',
  'review',
  'heldReview',
  'wish',
  'archivedWish',
  'goal',
  'reachedGoal',
  'goalWithUnmetWish',
  'step',
  'secondStep',
  'doneStep',
  'failedStep',
  'agreement',
  'keptAgreement',
  'reciprocity',
  'archivedReciprocity',
  'recognition',
  'handedRecognition',
  'placement',
  'waitingPlacement',
  'endedPlacement',
  'note',
  'appointment',
  'pastAppointment',
  'draftInstrument',
  'finishedInstrument',
  'discardedInstrument',
  'lifeArea',
  'closedLifeArea',
  'objectedLifeArea',
  'lifeAreaNote',
  'removedLifeAreaNote',
] as const
export type DossierIds = Readonly<Record<(typeof DOSSIER_IDS)[number], string>>

/** What belongs to the municipality and to nobody's dossier. */
export const HOUSE_IDS = [
  'desk',
  'welfare',
  'otherWelfare',
  'asked',
  'partner',
  'otherPartner',
  'offer',
  'offerOfPlacement',
  'offerOfWaiting',
  'offerOfEnded',
  'archivedOffer',
  'double',
  'secondDouble',
  'mergedOffer',
  'mergedAway',
  'importInPreview',
  'cancelledImport',
  'recognitionOption',
  'archivedRecognitionOption',
  'recognitionBudget',
  'member',
  'coach',
  'disabledMember',
  'limit',
  'withdrawnLimit',
] as const
export type HouseIds = Readonly<Record<(typeof HOUSE_IDS)[number], string>>

/** What an input is made from: one dossier, and the municipality that it is in. */
export interface Fixture extends DossierIds {
  readonly house: HouseIds
  readonly tomorrow: string
  readonly today: string
}
