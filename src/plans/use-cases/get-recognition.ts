import { z } from 'zod'
import { ageOn, CalendarDay, ParticipantId } from '#kernel'
import { memberNames } from '#organisations'
import { callNames, readPerson } from '#people'
import { found, query } from '#platform'
import { type Limits, readLimits } from '#regimes'
import { mayReadRecognition } from '../access.ts'
import { RecognitionGiven, RecognitionOption } from '../domain/recognition.ts'
import { benefitSafety, type Counted } from '../domain/benefit-safety.ts'
import { budgetFor, RecognitionBudget } from '../domain/recognition-budget.ts'
import { listBudgets } from '../storage/recognition-budgets.ts'
import { listOptions } from '../storage/recognition-options.ts'
import { countHanded, listRecognitions } from '../storage/recognitions.ts'
import { benefitLawOn, yearOf } from './benefit-law.ts'

const Safety = z.object({
  state: z.enum(['notCounted', 'notSet', 'within', 'near', 'above']),
  totalCents: z.int(),
  limitCents: z.int().optional(),
  tooOften: z.boolean(),
  tooYoung: z.boolean(),
})

const NOTHING: Counted = { cents: 0, times: 0 }

/** What it would mean beside a benefit to hand this out on that day. */
const safetyOf = (
  given: Pick<RecognitionGiven, 'countsAs' | 'valueCents' | 'handedOn'>,
  handed: ReadonlyMap<string, Counted>,
  law: { readonly limits: Limits; readonly on: CalendarDay; readonly age: number | undefined },
) =>
  benefitSafety({
    countsAs: given.countsAs,
    handed: handed.get(given.countsAs) ?? NOTHING,
    addedCents: given.handedOn === undefined ? (given.valueCents ?? 0) : 0,
    ...benefitLawOn(law.limits, given.countsAs, law.on),
    age: law.age,
  })

export const getRecognition = query({
  name: 'plans.getRecognition',
  summary:
    'What somebody was given, what is yet to be handed out and what that means beside a benefit, and what is left of the budget',
  input: z.object({
    participantId: ParticipantId,
    /** The day on which it changes hands, when that was before today: the limits and the sums of that day's year count. */
    on: CalendarDay.optional(),
  }),
  output: z.object({
    /** The day that everything is weighed for. */
    on: CalendarDay,
    callName: z.string(),
    recognitions: z.array(RecognitionGiven.extend({ safety: Safety, handedByName: z.string().optional() })),
    options: z.array(RecognitionOption),
    budget: RecognitionBudget.optional(),
  }),
  access: mayReadRecognition,
  subject: input => input.participantId,
  rest: { method: 'GET', path: '/participants/{participantId}/recognition' },
  run: async ({ db, tenantId, actor, input: { participantId, on: asked }, today, opened }) => {
    const scope = { tenantId, participantId }
    const on = asked !== undefined && asked < today ? asked : today
    const year = yearOf(on)
    const [names, person, knowsAge, recognitions, handed, options, budgets, limits] = await Promise.all([
      callNames(db, tenantId, [participantId]),
      readPerson(db, tenantId, participantId),
      opened('identity'),
      listRecognitions(db, scope),
      countHanded(db, scope, year),
      listOptions(db, tenantId),
      listBudgets(db, tenantId),
      readLimits(db, tenantId),
    ])
    const handers = await memberNames(
      db,
      tenantId,
      recognitions.flatMap(given => given.handedBy ?? []),
    )
    const age = knowsAge && person !== undefined ? ageOn(person.birthDate, on) : undefined
    const budget = budgetFor(budgets, year, actor.role === 'system' ? undefined : actor.organisationId)
    return {
      on,
      callName: found(names.get(participantId), 'participant'),
      recognitions: recognitions.map(given => ({
        ...given,
        safety: safetyOf(given, handed, { limits, on, age }),
        handedByName: given.handedBy === undefined ? undefined : handers.get(given.handedBy)?.name,
      })),
      options: [...options],
      ...(budget === undefined ? {} : { budget }),
    }
  },
})
