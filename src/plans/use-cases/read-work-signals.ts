import type { CalendarDay, ParticipantId, TenantId } from '#kernel'
import type { Db } from '#platform'
import { readLimits } from '#regimes'
import { type AllowanceSignal, meterOf, signalOf } from '../domain/allowance-meter.ts'
import { isAgreed } from '../domain/work-placement.ts'
import { dueMoments, type WorkMoment } from '../domain/work-terms.ts'
import { listPaymentsSince } from '../storage/payments.ts'
import { listAgreedWork } from '../storage/work-placements.ts'
import { allowanceLimits } from './allowance-parts.ts'
import { workLimits } from './work-parts.ts'

export type WorkSignal =
  | { readonly about: 'work'; readonly participantId: ParticipantId; readonly workplace: string; readonly moment: WorkMoment }
  | { readonly about: 'allowance'; readonly participantId: ParticipantId; readonly signal: AllowanceSignal }

/** For lists that opened `placements` and `money`: what asks for attention, the first day first, allowances last. */
export const readWorkSignals = async (
  db: Db,
  tenantId: TenantId,
  today: CalendarDay,
  birthDates: ReadonlyMap<ParticipantId, CalendarDay>,
): Promise<readonly WorkSignal[]> => {
  const [works, payments, limits] = await Promise.all([
    listAgreedWork(db, tenantId),
    listPaymentsSince(db, tenantId, `${today.slice(0, 4)}-01-01`),
    readLimits(db, tenantId),
  ])
  const moments = works.flatMap((work): (WorkSignal & { readonly about: 'work' })[] => {
    if (!isAgreed(work) || !birthDates.has(work.participantId)) return []
    const { participantId, workplace } = work
    const due = dueMoments(work, workLimits(limits)(work.startsOn), today)
    return due.map(moment => ({ about: 'work', participantId, workplace, moment }))
  })
  const allowances = [...birthDates].flatMap(([participantId, birthDate]): WorkSignal[] => {
    const own = payments.filter(payment => payment.participantId === participantId)
    if (own.length === 0) return []
    const signal = signalOf(meterOf(own, { on: today, birthDate, limitsOn: allowanceLimits(limits) }))
    return signal === undefined ? [] : [{ about: 'allowance', participantId, signal }]
  })
  return [...moments.toSorted((a, b) => a.moment.on.localeCompare(b.moment.on)), ...allowances]
}
