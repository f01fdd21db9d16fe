import { z } from 'zod'
import {
  addDays,
  AppointmentId,
  CalendarDay,
  clockTimeIn,
  CorrectionId,
  dayIn,
  daysBetween,
  ParticipantId,
  ReferralId,
  ReviewId,
} from '#kernel'
import { readAgenda } from '#contacts'
import { answerBy, callNames, CorrectionPart, openCorrections } from '#people'
import { query } from '#platform'
import { MOMENTS, readWorkSignals, SIGNALS } from '#plans'
import {
  dueLookAgain,
  dueReviews,
  isBackDue,
  listNewReferrals,
  openObjections,
  readAnswers,
  readReviewsSpokenOf,
  REVIEW_STANDINGS,
  reviewStanding,
} from '#trajectories'
import { maySeeToday } from '../access.ts'
import { readCaseload } from '../caseload.ts'
import { silentPeople } from './attention.ts'

/** Reviews that fall within this many days ask for attention. */
const REVIEWS_AHEAD_DAYS = 7
/** An answer of the municipality stays this many days. */
const ANSWERS_DAYS = 7
/** Answers of the last days are news. */
const NEWS_DAYS = 3

const Somebody = z.object({
  participantId: ParticipantId,
  name: z.string(),
  /** For the small wheel beside the name. */
  goalsByArea: z.record(z.string(), z.number()),
})

export const Today = z.object({
  /** Time on the clock in the Netherlands, `HH:MM`. */
  time: z.string(),
  agenda: z.array(
    Somebody.extend({
      appointmentId: AppointmentId,
      time: z.string(),
      minutes: z.number(),
      kind: z.string(),
      state: z.string(),
      place: z.string().nullable(),
      stepsDone: z.number(),
      stepsTotal: z.number(),
    }),
  ),
  referrals: z.array(
    z.object({
      referralId: ReferralId,
      name: z.string(),
      sentOn: CalendarDay,
      answerBy: CalendarDay,
      state: z.string(),
      /** The municipality answered the question that was asked back. */
      questionAnswered: z.boolean(),
    }),
  ),
  reviews: z.array(
    Somebody.extend({
      reviewId: ReviewId,
      plannedOn: CalendarDay,
      standing: z.enum(REVIEW_STANDINGS),
      holdUntil: CalendarDay.optional(),
      /** The person wrote something beforehand, or the coach did as the person said it. */
      hasOwnWord: z.boolean(),
    }),
  ),
  /** Support came first, and the day to look again has come. */
  lookAgain: z.array(Somebody.extend({ lookAgainOn: CalendarDay })),
  /** Against an open life area, without an answer. */
  objections: z.array(Somebody.extend({ objectedOn: CalendarDay })),
  /** What somebody asked to correct and has no answer yet. */
  corrections: z.array(
    Somebody.extend({ correctionId: CorrectionId, about: CorrectionPart, askedOn: CalendarDay, answerBy: CalendarDay }),
  ),
  /** Paused, and the day to look again has come. */
  back: z.array(Somebody.extend({ returnOn: CalendarDay })),
  /** What the municipality answered lately about an advice. */
  advices: z.array(Somebody.extend({ decision: z.enum(['agreed', 'otherwise']), on: CalendarDay })),
  silent: z.array(Somebody.extend({ lastContactOn: CalendarDay, days: z.number() })),
  answers: z.array(
    Somebody.extend({
      step: z.string(),
      state: z.enum(['done', 'notYet', 'didNotWork']),
      on: CalendarDay,
      ownWords: z.string().optional(),
    }),
  ),
  /** Moments of work placements that come near, and allowances that come near a limit. */
  work: z.array(
    z.discriminatedUnion('about', [
      Somebody.extend({
        about: z.literal('work'),
        workplace: z.string(),
        code: z.enum(MOMENTS),
        number: z.int().optional(),
        on: CalendarDay,
      }),
      Somebody.extend({ about: z.literal('allowance'), signal: z.enum(SIGNALS) }),
    ]),
  ),
  withoutStep: z.array(Somebody),
  caseload: z.number(),
})
export type Today = Readonly<z.infer<typeof Today>>

export const getToday = query({
  name: 'desk.getToday',
  summary: 'What asks for attention today: diary, new referrals, reviews, who has been silent, what was answered',
  input: z.object({}),
  output: Today,
  access: maySeeToday,
  rest: { method: 'GET', path: '/today' },
  run: async ({ db, tenantId, memberId, actor, today, now, shown }) => {
    const organisationId = actor.role === 'system' ? undefined : actor.organisationId
    const [caseload, agenda, referrals, reviews, lookAgain, objections] = await Promise.all([
      readCaseload(db, tenantId, memberId, today),
      readAgenda(db, tenantId, memberId, today),
      organisationId === undefined ? [] : listNewReferrals(db, tenantId, organisationId),
      dueReviews(db, tenantId, memberId, addDays(today, REVIEWS_AHEAD_DAYS)),
      dueLookAgain(db, tenantId, memberId, today),
      openObjections(db, tenantId, memberId),
    ])
    const birthDates = new Map(caseload.map(({ participantId, person }) => [participantId, person.birthDate]))
    const work = await readWorkSignals(db, tenantId, today, birthDates)
    const others = [...agenda, ...referrals, ...reviews, ...lookAgain, ...objections].map(item => item.participantId)
    const ofCaseload = caseload.map(({ participantId }) => participantId)
    const [names, spoken, answered, corrections] = await Promise.all([
      callNames(db, tenantId, [...new Set(others)]),
      readReviewsSpokenOf(
        db,
        tenantId,
        reviews.map(review => review.id),
      ),
      readAnswers(db, tenantId, ofCaseload, addDays(today, -ANSWERS_DAYS)),
      openCorrections(db, tenantId, ofCaseload),
    ])
    const inCaseload = new Map(caseload.map(entry => [entry.participantId, entry]))
    const nameOf = (id: ParticipantId): string => inCaseload.get(id)?.person.callName ?? names.get(id) ?? ''
    const somebody = (id: ParticipantId) => ({
      participantId: id,
      name: nameOf(id),
      goalsByArea: inCaseload.get(id)?.plan.goalsByArea ?? {},
    })
    shown([...new Set([...caseload.map(entry => entry.participantId), ...others])])
    // Silence belongs to a pause.
    const awake = caseload.filter(({ trajectory }) => trajectory.state !== 'paused')
    const people = awake.map(entry => ({
      participantId: entry.participantId,
      lastContactOn: entry.lastContactOn,
      planned: entry.nextAppointmentAt !== undefined,
      hasNextStep: entry.plan.next !== undefined,
    }))
    return {
      time: clockTimeIn(now),
      agenda: agenda.map(appointment => {
        const plan = inCaseload.get(appointment.participantId)?.plan
        return {
          ...somebody(appointment.participantId),
          appointmentId: appointment.id,
          time: clockTimeIn(appointment.startsAt),
          minutes: appointment.minutes,
          kind: appointment.kind,
          state: appointment.state,
          place: appointment.place,
          stepsDone: plan?.stepsDone ?? 0,
          stepsTotal: plan?.stepsTotal ?? 0,
        }
      }),
      referrals: referrals.map(referral => ({
        referralId: referral.id,
        name: nameOf(referral.participantId),
        sentOn: dayIn(new Date(referral.sentAt)),
        answerBy: referral.answerBy,
        state: referral.state,
        questionAnswered: referral.questionAnswer !== undefined,
      })),
      reviews: reviews.map(review => ({
        ...somebody(review.participantId),
        reviewId: review.id,
        plannedOn: review.plannedOn,
        standing: reviewStanding(review, today),
        holdUntil: review.holdUntil,
        hasOwnWord: spoken.has(review.id),
      })),
      lookAgain: lookAgain.map(({ participantId, lookAgainOn }) => ({ ...somebody(participantId), lookAgainOn })),
      objections: objections.map(({ participantId, objectedOn }) => ({ ...somebody(participantId), objectedOn })),
      corrections: corrections.map(({ id, participantId, about, askedOn }) => ({
        ...somebody(participantId),
        ...{ correctionId: id, about, askedOn, answerBy: answerBy(askedOn) },
      })),
      back: caseload.flatMap(({ participantId, trajectory }) =>
        isBackDue(trajectory, today) && trajectory.returnOn !== null
          ? [{ ...somebody(participantId), returnOn: trajectory.returnOn }]
          : [],
      ),
      advices: answered.flatMap(({ participantId, decision, decidedOn: on }) =>
        decision === undefined || on === undefined ? [] : [{ ...somebody(participantId), decision, on }],
      ),
      silent: silentPeople(people, today).map(silent => ({
        ...somebody(silent.participantId),
        lastContactOn: silent.lastContactOn,
        days: daysBetween(silent.lastContactOn, today),
      })),
      answers: caseload.flatMap(({ participantId, plan }) => {
        const answer = plan.lastAnswer
        if (answer === undefined) return []
        const on = dayIn(new Date(answer.answeredAt))
        if (daysBetween(on, today) > NEWS_DAYS || answer.answeredBy === memberId) return []
        const words = answer.ownWords === undefined ? {} : { ownWords: answer.ownWords }
        return [{ ...somebody(participantId), step: answer.title, state: answer.state, on, ...words }]
      }),
      work: work.map(signal =>
        signal.about === 'allowance'
          ? { ...somebody(signal.participantId), about: signal.about, signal: signal.signal }
          : {
              ...somebody(signal.participantId),
              ...{ about: signal.about, workplace: signal.workplace, code: signal.moment.code, on: signal.moment.on },
              ...(signal.moment.number === undefined ? {} : { number: signal.moment.number }),
            },
      ),
      withoutStep: caseload
        .filter(({ trajectory, plan }) => trajectory.state === 'active' && plan.next === undefined)
        .map(({ participantId }) => somebody(participantId)),
      caseload: caseload.length,
    }
  },
})
