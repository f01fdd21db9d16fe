import { type CalendarDay, namedId } from '#kernel'
import { addNote, markAppointment, planAppointment } from '#contacts'
import { getDossier } from '#desk'
import {
  acceptReferral,
  activateTrajectory,
  amendReferral,
  answerQuestion,
  askBack,
  getReferral,
  rejectReferral,
  sendReferral,
  withdrawReferral,
} from '#trajectories'
import { dayOf, isWeekend } from './days.ts'
import { actOnIntake, isAboutIntake } from './intake-acts.ts'
import { actOnOwn, isOwn } from './own-acts.ts'
import { actOnPlan, isAboutPlan } from './plan-acts.ts'
import { fillIn } from './instrument-acts.ts'
import { actOnPromises, isAboutPromises } from './promise-acts.ts'
import { actOnLifecycle, isAboutLifecycle } from './lifecycle-acts.ts'
import { keep, type Play, recall } from './play.ts'
import { actOnAdvice, isAboutAdvice } from './advice-acts.ts'
import { actOnReview, isAboutReview } from './review-acts.ts'
import { actOnWork, isAboutWork } from './work-acts.ts'
import type { Booking, Event, EventOf } from './story.ts'

export const refer = async (play: Play): Promise<void> => {
  const { stage, cast, story, participantId } = play
  const { day: _day, by, to, ...content } = story.referral
  const { callName, surname, birthDate, sex, bsn } = story
  const referralId = namedId(`${story.key}/referral`)
  await stage.run(
    sendReferral,
    cast.member(by),
    { callName, surname, birthDate, sex, bsn, ...story.contact, ...content, organisationId: cast.organisation(to) },
    [participantId, referralId],
  )
  keep(play, 'referral', { id: referralId, version: 1 })
}

const onReferral = (play: Play) => {
  const { id: referralId, version } = recall(play, 'referral')
  return { participantId: play.participantId, referralId, version }
}
const referralAt = (play: Play, { referralId, version }: { readonly referralId: string; readonly version: number }): void =>
  keep(play, 'referral', { id: referralId, version })

const actOnReferral = async (
  play: Play,
  event: EventOf<'accept' | 'ask' | 'answer' | 'reject' | 'withdraw' | 'amend'>,
): Promise<void> => {
  const { stage, coach, story } = play
  const on = onReferral(play)
  const sender = play.cast.member(story.referral.by)
  switch (event.do) {
    case 'accept': {
      const accepted = await stage.run(acceptReferral, coach, on)
      keep(play, 'trajectory', { id: accepted.trajectoryId, version: 1 })
      return referralAt(play, accepted)
    }
    case 'ask':
      return referralAt(play, await stage.run(askBack, coach, { ...on, question: event.words }))
    case 'answer':
      return referralAt(play, await stage.run(answerQuestion, sender, { ...on, answer: event.words }))
    case 'reject':
      return referralAt(play, await stage.run(rejectReferral, coach, { ...on, rejectionReason: event.words }))
    case 'withdraw':
      return referralAt(play, await stage.run(withdrawReferral, sender, { ...on, reason: event.words }))
    case 'amend': {
      const { day: _day, by: _by, to: _to, ...content } = story.referral
      const amended = { ...on, ...content, reason: event.reason, amendmentReason: event.because }
      return referralAt(play, await stage.run(amendReferral, sender, amended))
    }
  }
}

const KINDS = { first: 'firstConversation', talk: 'conversation', missed: 'conversation', cancelled: 'conversation' } as const

const book = async (play: Play, { for: event }: Booking): Promise<void> => {
  const { stage, coach, participantId } = play
  const day = dayOf(stage.today, event.day)
  const planned = await stage.run(planAppointment, coach, {
    participantId,
    kind: event.do === 'plan' ? event.kind : KINDS[event.do],
    day,
    time: event.at,
    minutes: event.do === 'plan' ? event.minutes : 60,
    place: 'place' in event ? event.place : undefined,
    ...(event.do === 'plan' && event.weekend !== undefined && isWeekend(day)
      ? { kind: 'other', minutes: 30, place: event.weekend }
      : {}),
  })
  keep(play, `appointment/${day} ${event.at}`, { id: planned.appointmentId, version: 1 })
}

const MARKS = { first: 'hold', talk: 'hold', missed: 'miss', cancelled: 'cancel' } as const
const NOTES = { first: 'conversation', talk: 'conversation', missed: 'other', cancelled: 'message' } as const

/** The conversation is over: it is marked, and noted after the dossier was opened. */
const meet = async (play: Play, event: EventOf<'first' | 'talk' | 'missed' | 'cancelled'>, on: CalendarDay): Promise<void> => {
  const { stage, coach, participantId } = play
  const { id: appointmentId, version } = recall(play, `appointment/${on} ${event.at}`)
  await stage.run(getDossier, coach, { participantId })
  await stage.run(markAppointment, coach, { participantId, appointmentId, action: MARKS[event.do], version })
  await note(play, NOTES[event.do], event.words, on)
}

const note = async (
  { stage, coach, participantId }: Play,
  kind: string,
  words: string,
  happenedOn: CalendarDay,
): Promise<void> => {
  await stage.run(addNote, coach, { participantId, kind, words, happenedOn })
}

const onTrajectory = (play: Play) => {
  const { id: trajectoryId, version } = recall(play, 'trajectory')
  return { participantId: play.participantId, trajectoryId, version }
}

const activate = async (play: Play, event: EventOf<'active'>): Promise<void> => {
  const { stage, coach } = play
  const plannedEndOn = event.until === undefined ? undefined : dayOf(stage.today, event.until)
  const active = await stage.run(activateTrajectory, coach, { ...onTrajectory(play), plannedEndOn })
  keep(play, 'trajectory', { id: active.trajectoryId, version: active.version })
}

const read = async (play: Play, who: 'coach' | 'serviceplein'): Promise<void> => {
  const { stage, cast, coach, participantId } = play
  if (who === 'coach') await stage.run(getDossier, coach, { participantId })
  else {
    const { referralId } = onReferral(play)
    await stage.run(getReferral, cast.member('serviceplein'), { participantId, referralId })
  }
}

export const act = async (play: Play, event: Event | Booking, on: CalendarDay): Promise<void> => {
  if (event.do !== 'book' && isAboutPlan(event)) return actOnPlan(play, event)
  if (event.do !== 'book' && isAboutPromises(event)) return actOnPromises(play, event)
  if (event.do !== 'book' && isAboutLifecycle(event)) return actOnLifecycle(play, event)
  if (event.do !== 'book' && isAboutReview(event)) return actOnReview(play, event)
  if (event.do !== 'book' && isAboutWork(event)) return actOnWork(play, event, on)
  if (event.do !== 'book' && isAboutIntake(event)) return actOnIntake(play, event)
  if (event.do !== 'book' && isOwn(event)) return actOnOwn(play, event)
  if (event.do !== 'book' && isAboutAdvice(event)) return actOnAdvice(play, event)
  switch (event.do) {
    case 'book':
      return book(play, event)
    case 'accept':
    case 'ask':
    case 'answer':
    case 'reject':
    case 'withdraw':
    case 'amend':
      return actOnReferral(play, event)
    case 'first':
    case 'talk':
    case 'missed':
    case 'cancelled':
      return meet(play, event, on)
    case 'call':
      return note(play, 'phone', event.words, on)
    case 'message':
    case 'visit':
      return note(play, event.do, event.words, on)
    case 'active':
      return activate(play, event)
    case 'fill':
      return fillIn(play, event)
    case 'read':
      return read(play, event.who)
    case 'signIn':
      return play.cast.letIn(play.stage, {
        key: play.story.key,
        email: event.email,
        participantId: play.participantId,
        by: play.coach,
      })
    default:
      return undefined
  }
}
