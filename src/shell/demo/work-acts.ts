import type { CalendarDay } from '#kernel'
import { addWorkPlacement, handleMoment, payAtOwnPlace, recordPayment } from '#plans'
import { dayOf } from './days.ts'
import { keep, type Play, recall } from './play.ts'
import type { Event, EventOf } from './story.ts'

const KINDS = ['pay', 'work', 'moment'] as const
type WorkEvent = EventOf<(typeof KINDS)[number]>
export const isAboutWork = (event: Event): event is WorkEvent => KINDS.some(kind => kind === event.do)

const pay = async (
  { stage, cast, coach, participantId, ...play }: Play,
  event: EventOf<'pay'>,
  on: CalendarDay,
): Promise<void> => {
  const { euros, from, at, kind, words } = event
  const paid = { paidOn: on, amountCents: Math.round(euros * 100), kind, words }
  if (at === undefined) {
    await stage.run(recordPayment, coach, { participantId, ...paid, organisationName: from })
    return
  }
  const { id: placementId } = recall({ stage, cast, coach, participantId, ...play }, `place/${at}`)
  await stage.run(payAtOwnPlace, cast.member('partner'), { placementId, ...paid })
}

export const actOnWork = async (play: Play, event: WorkEvent, on: CalendarDay): Promise<void> => {
  const { stage, coach, participantId } = play
  switch (event.do) {
    case 'pay':
      return pay(play, event, on)
    case 'work': {
      const { kind, workplace, tasks, hours: hoursPerWeek, parts: dayParts, ends } = event
      const endsOn = ends === undefined ? undefined : dayOf(stage.today, ends)
      const work = { kind, workplace, tasks, hoursPerWeek, dayParts, startsOn: on, endsOn }
      const made = await stage.run(addWorkPlacement, coach, { participantId, ...work })
      return keep(play, `work/${workplace}`, { id: made.workPlacementId, version: made.version })
    }
    case 'moment': {
      const { id: workPlacementId, version } = recall(play, `work/${event.workplace}`)
      const handled = await stage.run(handleMoment, coach, { participantId, workPlacementId, version, moment: event.moment })
      return keep(play, `work/${event.workplace}`, { id: workPlacementId, version: handled.version })
    }
  }
}
