import type { CalendarDay, StepId, WishId } from '#kernel'
import { deskPaths } from '../web/paths.ts'

/** Addresses behind the participant's own pages. */
export const myPaths = {
  answered: (stepId: StepId | string) => `${deskPaths.my()}?stap=${stepId}`,
  done: (stepId: StepId | string) => `${deskPaths.my()}/stappen/${stepId}/gedaan`,
  not: (stepId: StepId | string) => `${deskPaths.my()}/stappen/${stepId}/lukte-niet`,
  undo: (stepId: StepId | string) => `${deskPaths.my()}/stappen/${stepId}/terug`,
  smaller: (stepId: StepId | string) => `${deskPaths.my()}/stappen/${stepId}/kleiner`,
  askCoach: (stepId: StepId | string) => `${deskPaths.my()}/stappen/${stepId}/vraag-coach`,
  chooseFor: (kind: 'step' | 'goal', id: string) =>
    `${deskPaths.myRecognition()}?${kind === 'step' ? 'stap' : 'doel'}=${id}#kiezen`,
  chooseRecognition: (kind: 'step' | 'goal', id: string) =>
    `${deskPaths.myRecognition()}/${kind === 'step' ? 'stappen' : 'doelen'}/${id}`,
  undoRecognitionChoice: (kind: 'step' | 'goal', id: string) =>
    `${deskPaths.myRecognition()}/${kind === 'step' ? 'stappen' : 'doelen'}/${id}/terug`,
  addWish: () => `${deskPaths.myPlan()}/wensen`,
  removeWish: (wishId: WishId | string) => `${deskPaths.myPlan()}/wensen/${wishId}/weg`,
  markPromise: (agreementId: string) => `${deskPaths.myAgreements()}/${agreementId}/gedaan`,
  unmarkPromise: (agreementId: string) => `${deskPaths.myAgreements()}/${agreementId}/terug`,
  setName: () => `${deskPaths.myData()}/naam`,
  contact: () => `${deskPaths.myData()}/bereiken`,
  story: () => `${deskPaths.myData()}/verhaal`,
  correct: () => `${deskPaths.myData()}/verbeteren`,
  withdrawCorrection: (id: string) => `${deskPaths.myData()}/verbeteren/${id}/terug`,
  all: () => `${deskPaths.myData()}/alles`,
  allAsFile: () => `${deskPaths.myData()}/alles.json`,
  week: (from: CalendarDay) => `${deskPaths.myWeek()}?vanaf=${from}`,
} as const
