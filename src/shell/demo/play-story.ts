import { addDays, type CalendarDay, dayIn, namedId } from '#kernel'
import type { Cast } from './cast.ts'
import { at, dayOf, onWorkday } from './days.ts'
import { act, refer } from './acts.ts'
import type { Play } from './play.ts'
import type { Stage } from './stage.ts'
import type { Booking, Event, Story } from './story.ts'

interface Moment {
  readonly on: CalendarDay
  readonly time: string
  readonly event: Event | Booking
}
const BOOKED_BEFORE_DAYS = 6

/** Everybody has an own time of day for what has none, so that a day of a coach does not happen at once. */
const usualTime = (key: string): string => {
  const minutes = 9 * 60 + ((key.charCodeAt(0) + key.charCodeAt(1) + key.length) % 27) * 15
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const later = (a: CalendarDay, b: CalendarDay): CalendarDay => (a > b ? a : b)
const plusHour = (time: string): string => `${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`

const momentsOf = (event: Event, story: Story, today: CalendarDay): readonly Moment[] => {
  const on = dayOf(today, event.day)
  const usual = usualTime(story.key)
  switch (event.do) {
    case 'first':
    case 'talk':
    case 'missed':
    case 'cancelled':
    case 'plan': {
      const accepted = story.events.find(other => other.do === 'accept')
      const soonest = accepted === undefined ? on : dayOf(today, accepted.day)
      const before = onWorkday(addDays(on < today ? on : today, -BOOKED_BEFORE_DAYS), today)
      const booking: Moment = { on: later(soonest, before), time: usual, event: { do: 'book', for: event } }
      return event.do === 'plan' ? [booking] : [booking, { on, time: plusHour(event.at), event }]
    }
    case 'took':
      return [{ on, time: event.by === 'self' ? '19:10' : usual, event }]
    default:
      return [{ on, time: usual, event }]
  }
}

/** Plays the events of one story in the order of their days. */
export const playStory = async (stage: Stage, cast: Cast, story: Story): Promise<void> => {
  const play: Play = {
    stage,
    cast,
    story,
    coach: cast.member(story.coach),
    participantId: namedId(`${story.key}/participant`),
    known: new Map(),
  }
  const { today } = stage
  const moments = story.events.flatMap(event => momentsOf(event, story, today)).toSorted((a, b) => a.on.localeCompare(b.on))
  stage.clock.moveTo(at(dayOf(today, story.referral.day), usualTime(story.key)))
  try {
    await refer(play)
    for (const { on, time, event } of moments) {
      stage.clock.moveTo(at(on, time))
      await act(play, event, on)
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`The story of ${story.key} stops on ${dayIn(stage.clock.now())}: ${why}`, { cause: error })
  }
}
