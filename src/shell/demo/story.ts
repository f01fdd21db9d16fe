import { z } from 'zod'
import { Language, lineText, WheelArea } from '#kernel'
import { Day, day, Time, Words } from './day.ts'
import { INSTRUMENT_EVENTS } from './instrument-events.ts'
import { INTAKE_EVENTS } from './intake-events.ts'
import { PLAN_EVENTS } from './plan-events.ts'
import { ADVICE_EVENTS } from './advice-events.ts'
import { LIFECYCLE_EVENTS } from './lifecycle-events.ts'
import { REVIEW_EVENTS } from './review-events.ts'
import { WORK_EVENTS } from './work-events.ts'

/** The language of the data files; what is in them is checked again by the use cases that it goes through. */

/** What people agree about a step: who, when, and how it is appreciated. */
export const StepToTake = z.object({
  title: lineText(200),
  who: z.enum(['participant', 'coach', 'together', 'other']).default('participant'),
  whoName: z.string().optional(),
  on: Day.optional(),
  at: Time.optional(),
  place: z.string().optional(),
  kind: z.enum(['compliment', 'certificate', 'outing', 'voucher', 'card', 'other', 'none']).default('compliment'),
  words: z.string().default(''),
  /** A line of the municipality's list, in place of the kind. */
  option: z.string().optional(),
  helpWhat: z.string().optional(),
  helpFrom: z.string().optional(),
  language: Language.default('nl'),
})
export type StepToTake = z.infer<typeof StepToTake>

/** What happened, one line each; `do` says what. By the coach of the story unless it is somebody else's to do. */
export const Event = z.discriminatedUnion('do', [
  z.object({ ...day, do: z.literal('accept') }),
  z.object({ ...day, do: z.literal('ask'), words: Words }),
  z.object({ ...day, do: z.literal('answer'), words: Words }),
  z.object({ ...day, do: z.literal('reject'), words: Words }),
  z.object({ ...day, do: z.literal('withdraw'), words: Words }),
  z.object({ ...day, do: z.literal('amend'), reason: Words, because: Words }),
  z.object({ ...day, do: z.literal('first'), at: Time, place: z.string().optional(), words: Words }),
  z.object({ ...day, do: z.literal('talk'), at: Time, place: z.string().optional(), words: Words }),
  z.object({ ...day, do: z.literal('missed'), at: Time, place: z.string().optional(), words: Words }),
  z.object({ ...day, do: z.literal('cancelled'), at: Time, words: Words }),
  z.object({ ...day, do: z.literal('call'), words: Words }),
  z.object({ ...day, do: z.literal('message'), words: Words }),
  z.object({ ...day, do: z.literal('visit'), words: Words }),
  z.object({
    ...day,
    do: z.literal('plan'),
    kind: z.enum(['firstConversation', 'conversation', 'review', 'threeWay', 'other']).default('conversation'),
    at: Time,
    minutes: z.number().default(60),
    place: z.string().optional(),
    /** Where they meet instead when it falls in a weekend: no conversation, but the open house or a call. */
    weekend: z.string().optional(),
  }),
  z.object({ ...day, do: z.literal('wish'), key: z.string().optional(), words: Words, language: Language.default('nl') }),
  z.object({ ...day, do: z.literal('strength'), words: Words, language: Language.default('nl') }),
  z.object({ ...day, do: z.literal('practical'), is: z.record(z.string(), z.unknown()) }),
  z.object({ ...day, do: z.literal('active'), until: Day.optional() }),
  z.object({
    ...day,
    do: z.literal('goal'),
    key: z.string(),
    area: WheelArea,
    title: Words,
    wish: z.string().optional(),
    until: Day.optional(),
  }),
  z.object({ ...day, do: z.literal('steps'), goal: z.string(), steps: z.array(StepToTake).min(1) }),
  z.object({ ...day, do: z.literal('smaller'), step: Words, than: Words, take: StepToTake.omit({ title: true }).prefault({}) }),
  z.object({
    ...day,
    do: z.literal('took'),
    step: Words,
    went: z.enum(['done', 'notYet', 'didNotWork']).default('done'),
    words: z.string().optional(),
    by: z.enum(['self', 'coach']).default('coach'),
  }),
  z.object({ ...day, do: z.literal('reached'), goal: z.string() }),
  z.object({
    ...day,
    do: z.literal('drop'),
    goal: z.string(),
    reason: z.enum(['noSuitableActivity', 'changedMind', 'notNow', 'inAnotherWay', 'mistake', 'other']),
    words: z.string().default(''),
    lacks: z.string().default(''),
  }),
  z.object({ ...day, do: z.literal('unmet'), goal: z.string(), lacks: Words }),
  z.object({
    ...day,
    do: z.literal('place'),
    offer: Words,
    goal: z.string().optional(),
    area: WheelArea.optional(),
    starts: Day.optional(),
  }),
  z.object({
    ...day,
    do: z.literal('end'),
    offer: Words,
    outcome: z.enum(['stayed', 'stopped', 'movedOn']),
    words: z.string().default(''),
  }),
  z.object({
    ...day,
    do: z.literal('agree'),
    by: z.enum(['participant', 'coach', 'municipality', 'other']),
    name: z.string().optional(),
    words: Words,
    terms: z.string().default(''),
    tiedTo: z.string().optional(),
    until: Day.optional(),
    municipality: z.boolean().default(false),
  }),
  z.object({
    ...day,
    do: z.literal('close'),
    words: Words,
    outcome: z.enum(['kept', 'notKept', 'withdrawn']),
    says: z.string().default(''),
  }),
  ...INTAKE_EVENTS,
  ...PLAN_EVENTS,
  ...REVIEW_EVENTS,
  ...WORK_EVENTS,
  ...LIFECYCLE_EVENTS,
  ...INSTRUMENT_EVENTS,
  ...ADVICE_EVENTS,
  z.object({ ...day, do: z.literal('read'), who: z.enum(['coach', 'serviceplein']) }),
  z.object({ ...day, do: z.literal('signIn'), email: Words }),
  z.object({ ...day, do: z.literal('letter'), language: z.enum(['nl', 'en', 'ar']).default('nl') }),
  z.object({ ...day, do: z.literal('tell'), words: Words, language: Language.default('nl') }),
  z.object({ ...day, do: z.literal('correct'), about: z.string(), words: Words, language: Language.default('nl') }),
  z.object({
    ...day,
    do: z.literal('corrected'),
    outcome: z.enum(['changed', 'partly', 'notChanged']),
    words: z.string().default(''),
  }),
  z.object({
    ...day,
    do: z.literal('promise'),
    words: Words,
    outcome: z.enum(['kept', 'notKept']),
    said: z.string().default(''),
  }),
])
export type Event = z.infer<typeof Event>
export type EventOf<Do extends Event['do']> = Event & { readonly do: Do }

/** The writing down of an appointment, some days before it. */
export interface Booking {
  readonly do: 'book'
  readonly for: EventOf<'first' | 'talk' | 'missed' | 'cancelled' | 'plan'>
}

/** One person: who, why, and what happened since. */
export const Story = z.object({
  key: z.string().regex(/^[a-z0-9-]+$/),
  callName: z.string(),
  surname: z.string(),
  birthDate: z.string(),
  sex: z.enum(['f', 'm', 'x']).optional(),
  bsn: z.string().optional(),
  /** How to reach the person: the fields of the contact data. */
  contact: z.record(z.string(), z.unknown()).default({}),
  coach: z.string(),
  referral: z.object({
    day: Day,
    to: z.string(),
    by: z.string().default('serviceplein'),
    law: z.string().default('participatiewet'),
    trajectoryType: z.string().default('socialActivation'),
    reason: Words,
    wish: Words,
    wishLanguage: Language.default('nl'),
    voluntary: z.boolean().default(true),
  }),
  events: z.array(Event).default([]),
})
export type Story = z.infer<typeof Story>

/** A municipality with who works there. */
export const House = z.object({
  key: z.string(),
  name: z.string(),
  /** Has the list of offers and the postcodes. */
  supply: z.boolean().default(false),
  organisations: z.array(
    z.object({ key: z.string(), name: z.string(), kind: z.string(), email: z.string().optional(), phone: z.string().optional() }),
  ),
  members: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      role: z.string(),
      organisation: z.string().optional(),
      functionTitle: z.string().optional(),
      email: z.string(),
    }),
  ),
})
export type House = z.infer<typeof House>
