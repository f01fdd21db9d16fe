import type { AnyUseCase } from '#platform'
import { discardFilling, renewDraft, restoreFilling } from './use-cases/discard-filling.ts'
import { getLadder } from './use-cases/get-ladder.ts'
import { getFilled, listFilled } from './use-cases/list-filled.ts'
import { amendFilled, finishFilling, saveAnswers } from './use-cases/save-answers.ts'
import { startFilling } from './use-cases/start-filling.ts'

export { type LadderGrowth, ladderGrowth, type LadderMoment, type Rung, RUNGS } from './domain/ladder.ts'
export { glyphOfCounts, wheelGlyph, wheelModel } from './domain/wheel.ts'
export type { WheelAreaPlan, WheelGoal, WheelModel, WheelPlan, WheelSegment, WheelSupply } from './domain/wheel.ts'
export { type FinishedInstrument, readFinishedInstruments, readLadder } from './use-cases/read-filled.ts'
export type { WheelLinks } from './web/wheel-links.ts'
export { WheelFigure, WheelGlyph, WheelList } from './web/wheel-list.tsx'
export { Wheel } from './web/wheel.tsx'
export type { WheelProps } from './web/wheel.tsx'
export {
  amendFilled,
  discardFilling,
  finishFilling,
  getFilled,
  getLadder,
  listFilled,
  renewDraft,
  restoreFilling,
  saveAnswers,
  startFilling,
}

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
]
