import type { AnyUseCase } from '#platform'
import { passOnReferral } from './use-cases/pass-on-referral.ts'
import { remindUnanswered } from './use-cases/remind-unanswered.ts'
import { rerouteReferral } from './use-cases/reroute-referral.ts'

export { REMIND_TASK, remindTask } from './use-cases/remind-unanswered.ts'
export { passOnReferral, remindUnanswered, rerouteReferral }

/** A referral that goes on to another organisation, or that nobody answers. */
export const routingUseCases: readonly AnyUseCase[] = [rerouteReferral, passOnReferral, remindUnanswered]
