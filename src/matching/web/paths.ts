import type { GoalId, ParticipantId, PlacementId } from '#kernel'
import { supplyPaths } from '#supply/paths'

const base = (participantId: ParticipantId | string, goalId: GoalId | string): string =>
  `/deelnemers/${participantId}/doelen/${goalId}/aanbod`

type On = readonly [participantId: ParticipantId | string, goalId: GoalId | string]

/** Addresses of what fits a goal. */
export const matchingPaths = {
  /** Where the two at one screen came from. */
  conversation: (participantId: On[0]) => `/deelnemers/${participantId}/gesprek`,
  offers: (...on: On) => base(...on),
  allOffers: (...on: On) => `${base(...on)}?aantal=50`,
  choose: (...on: On) => `${base(...on)}/kiezen`,
  cancel: (participantId: On[0], goalId: On[1], placementId: PlacementId | string) =>
    `${base(participantId, goalId)}/plek/${placementId}/toch-niet`,
  reinstate: (participantId: On[0], goalId: On[1], placementId: PlacementId | string) =>
    `${base(participantId, goalId)}/plek/${placementId}/toch-wel`,
  nothingFits: (...on: On) => `${base(...on)}/niets`,
  somethingFits: (...on: On) => `${base(...on)}/niets-terug`,
  archive: (...on: On) => `${base(...on)}/opzij`,
  synonyms: supplyPaths.words,
  reopen: (...on: On) => `${base(...on)}/opzij-terug`,
} as const
