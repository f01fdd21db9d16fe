import type { AnyUseCase, ModuleWeb } from '#platform'
import { discardFilling, renewDraft, restoreFilling } from './use-cases/discard-filling.ts'
import { getLadder } from './use-cases/get-ladder.ts'
import { getFilled, listFilled } from './use-cases/list-filled.ts'
import { listLoaded } from './use-cases/list-loaded.ts'
import { loadInstrument, offerInstrument, withdrawInstrument } from './use-cases/load-instrument.ts'
import { amendFilled, finishFilling, saveAnswers } from './use-cases/save-answers.ts'
import { startFilling } from './use-cases/start-filling.ts'

import { manageForms, managePage } from './web/manage.page.tsx'

export { firstMissing } from './domain/answers.ts'
export { canDoFilled } from './domain/filled.ts'
export { type FilledView, questionnaireOf } from './domain/filled-view.ts'
export { type LadderGrowth, ladderGrowth, type LadderMoment, type Rung, rungOf } from './domain/ladder.ts'
export { type FillChoice, type FillPart, partsOf, type Spot, spotOf } from './domain/parts.ts'
export { LADDER_STEPS, type Localised, type Questionnaire, sayIn, type View } from './domain/questionnaire.ts'
export { cornersToTalkAbout, differing, movedBetween, type Pair, resultOf } from './domain/result.ts'
export { RUNG_NAMES } from './content/index.ts'
export { LadderMomentView } from './use-cases/get-ladder.ts'
export { LadderDrawing, LadderFigure } from './web/ladder-figure.tsx'
export { ScaleFigure } from './web/scale-figure.tsx'
export { WebFigure } from './web/web-figure.tsx'
export type { FilledDetail, FilledList } from './use-cases/list-filled.ts'
export { glyphOfCounts, wheelGlyph, wheelModel } from './domain/wheel.ts'
export type { WheelAreaPlan, WheelGoal, WheelLaw, WheelModel, WheelPlan, WheelSegment, WheelSupply } from './domain/wheel.ts'
export { withoutDraftsOfOthers } from './use-cases/own-rows.ts'
export { type FinishedInstrument, OwnWebs, readFinishedInstruments, readLadder, readOwnWebs } from './use-cases/read-filled.ts'
export type { WheelLinks } from './web/wheel-links.ts'
export { CountsGlyph, WheelFigure, WheelGlyph, WheelList } from './web/wheel-list.tsx'
export { Wheel } from './web/wheel.tsx'
export type { WheelProps } from './web/wheel.tsx'
export {
  amendFilled,
  discardFilling,
  finishFilling,
  getFilled,
  getLadder,
  listFilled,
  loadInstrument,
  offerInstrument,
  renewDraft,
  restoreFilling,
  saveAnswers,
  startFilling,
}

export const instrumentsWeb: ModuleWeb = { pages: [managePage], forms: manageForms }

export const instrumentsUseCases: readonly AnyUseCase[] = [
  listFilled,
  getFilled,
  getLadder,
  startFilling,
  saveAnswers,
  finishFilling,
  amendFilled,
  renewDraft,
  discardFilling,
  restoreFilling,
  listLoaded,
  loadInstrument,
  offerInstrument,
  withdrawInstrument,
]
