import type { PageContext } from '#platform'
import type { AllowanceSignal } from '#plans'
import { sayWeekday } from '#ui'
import type { Today } from '../today/get-today.ts'
import { type Signal, type Urgency, urgencyOf } from '../today/signal.ts'
import { deskPaths } from '../web/paths.ts'
import { workTexts } from './texts.ts'

/** Above a limit is talked about at once; what comes near it or is to be known can be planned. */
const ALLOWANCE_URGENCY: Readonly<Record<AllowanceSignal, Urgency>> = {
  over: 'now',
  full: 'now',
  near: 'week',
  young: 'week',
  hourly: 'week',
  notSet: 'later',
}

/** For Today: moments of work placements and allowances that ask for attention. */
export const workSignals = (signals: Today['work'], context: PageContext): readonly Signal[] => {
  const { t } = workTexts(context.lang)
  return signals.map(signal => {
    const href = deskPaths.work(signal.participantId)
    const { goalsByArea } = signal
    if (signal.about === 'allowance')
      return {
        key: `allowance-${signal.participantId}`,
        urgency: ALLOWANCE_URGENCY[signal.signal],
        title: t('attention.allowanceOf', { name: signal.name }),
        why: t(`attention.why.${signal.signal}`),
        action: t('attention.look'),
        href: `${href}#vergoeding`,
        goalsByArea,
      }
    const { participantId, workplace, code, on, number = 1, name } = signal
    return {
      key: `work-${participantId}-${workplace}-${code}-${number}`,
      urgency: urgencyOf(on, context.today),
      day: on,
      title: t(`attention.of.${code}`, { name, number }),
      why: `${sayWeekday(on, context.today, context.lang)}, ${workplace}`,
      action: t('attention.look'),
      href,
      goalsByArea,
    }
  })
}
