import type { AnyUseCase } from '#platform'
import { addWorkPlacement, amendWorkPlacement } from './use-cases/add-work-placement.ts'
import { cancelWorkPlacement, endWorkPlacement, reinstateWorkPlacement } from './use-cases/end-work-placement.ts'
import { extendWorkPlacement, handleMoment, reopenMoment } from './use-cases/extend-work-placement.ts'
import { foreseeAllowance, getAllowance } from './use-cases/get-allowance.ts'
import { listWorkPlacements } from './use-cases/list-work-placements.ts'
import { payAtOwnPlace, restoreOwnPayment, withdrawOwnPayment } from './use-cases/pay-at-own-place.ts'
import { amendPayment, recordPayment, restorePayment, withdrawPayment } from './use-cases/record-payment.ts'

/** The part of this module's door that is about work and what is paid for it. */
export { type Ceiling, NEAR_PERCENT, type Payment, PAYMENT_KINDS } from './domain/allowance.ts'
export type { AllowanceForecast } from './domain/allowance-forecast.ts'
export { type AllowanceMeter, type AllowanceSignal, type Gauge, type Level, SIGNALS, signalOf } from './domain/allowance-meter.ts'
export { isAgreed, WORK_KINDS, type WorkKind, type WorkPlacement } from './domain/work-placement.ts'
export { type MomentCode, MOMENTS } from './domain/work-terms.ts'
export { readPayments } from './use-cases/get-allowance.ts'
export { readWorkPlacements, type WorkView } from './use-cases/list-work-placements.ts'
export { readOwnPayments } from './use-cases/pay-at-own-place.ts'
export { readWorkSignals, type WorkSignal } from './use-cases/read-work-signals.ts'
export {
  addWorkPlacement,
  amendPayment,
  amendWorkPlacement,
  cancelWorkPlacement,
  endWorkPlacement,
  extendWorkPlacement,
  foreseeAllowance,
  getAllowance,
  handleMoment,
  listWorkPlacements,
  payAtOwnPlace,
  recordPayment,
  reinstateWorkPlacement,
  reopenMoment,
  restoreOwnPayment,
  restorePayment,
  withdrawOwnPayment,
  withdrawPayment,
}

export const workAndMoneyUseCases: readonly AnyUseCase[] = [
  getAllowance,
  foreseeAllowance,
  recordPayment,
  amendPayment,
  withdrawPayment,
  restorePayment,
  payAtOwnPlace,
  withdrawOwnPayment,
  restoreOwnPayment,
  listWorkPlacements,
  addWorkPlacement,
  amendWorkPlacement,
  extendWorkPlacement,
  endWorkPlacement,
  cancelWorkPlacement,
  reinstateWorkPlacement,
  handleMoment,
  reopenMoment,
]
