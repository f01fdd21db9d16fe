import { z } from 'zod'
import { accept, CalendarDay, type Decision, refuse, type TenantId } from '#kernel'
import { command, type CommandContext, type Db, found } from '#platform'
import { readLimits } from '#regimes'
import { mayWritePlan } from '../access.ts'
import { isHandedOut, isToHandOut, type RecognitionGiven } from '../domain/recognition.ts'
import { budgetFor, type RecognitionBudget } from '../domain/recognition-budget.ts'
import { giveBack, listBudgets, spend } from '../storage/recognition-budgets.ts'
import { lockRecognition, saveHanding } from '../storage/recognitions.ts'
import { isWeighedAlike, yearOf } from './benefit-law.ts'
import { dossierOf, inDossier, outdated, Version } from './parts.ts'

const on = { ...inDossier, recognitionId: z.uuid(), version: Version }
const output = z.object({
  recognitionId: z.uuid(),
  version: Version,
  /** What is left of the budget that it came from; absent when it has no value or nobody set a budget. */
  leftCents: z.int().optional(),
})

type Taken = { readonly budget: RecognitionBudget; readonly leftCents: number } | undefined

/** From the budget of that year, if there is one. Two at once wait for each other, and the second hears what is left. */
const takeFromBudget = async (
  db: Db,
  tenantId: TenantId,
  { year, organisationId, cents }: { readonly year: number; readonly organisationId: string | undefined; readonly cents: number },
): Promise<Decision<Taken, 'notPossibleNow'>> => {
  const budget = budgetFor(await listBudgets(db, tenantId), year, organisationId)
  if (budget === undefined || cents === 0) return accept(undefined)
  const leftCents = await spend(db, tenantId, budget.id, cents)
  return leftCents === undefined ? refuse('notPossibleNow', undefined, { state: 'budgetSpent' }) : accept({ budget, leftCents })
}

const organisationOf = ({ actor }: CommandContext<unknown>): string | undefined =>
  actor.role === 'system' ? undefined : actor.organisationId

const isWeighed = async (
  db: Db,
  tenantId: TenantId,
  given: RecognitionGiven,
  days: { readonly handedOn: CalendarDay; readonly weighedOn: CalendarDay | undefined },
): Promise<boolean> =>
  days.weighedOn === undefined ||
  days.weighedOn === days.handedOn ||
  given.countsAs === 'nothing' ||
  given.valueCents === undefined ||
  isWeighedAlike(await readLimits(db, tenantId), given.countsAs, days.weighedOn, days.handedOn)

export const handOutRecognition = command({
  name: 'plans.handOutRecognition',
  summary: 'Writes down that what was given changed hands: when and by whom; its value comes from the budget of that year',
  input: z.object({
    ...on,
    handedOn: CalendarDay.optional(),
    /** The day whose limits and sums were on the screen. When those of `handedOn` differ, they are shown first. */
    weighedOn: CalendarDay.optional(),
  }),
  output,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/recognitions/{recognitionId}/hand-out' },
  run: async context => {
    const { db, tenantId, memberId, input, today, record } = context
    const { participantId, recognitionId, version } = input
    const handedOn = input.handedOn ?? today
    if (handedOn > today) return refuse('invalidInput', 'handedOn', { reason: 'inFuture' })
    const scope = { tenantId, participantId }
    const { given } = found(await lockRecognition(db, scope, recognitionId), 'recognition')
    if (given.version !== version) return outdated(given)
    if (!isToHandOut(given)) return refuse('notPossibleNow', undefined, { state: isHandedOut(given) ? 'handedOut' : given.kind })
    if (!(await isWeighed(db, tenantId, given, { handedOn, weighedOn: input.weighedOn })))
      return refuse('notPossibleNow', 'handedOn', { state: 'otherLimits' })
    const cost = { year: yearOf(handedOn), organisationId: organisationOf(context), cents: given.valueCents ?? 0 }
    const taken = await takeFromBudget(db, tenantId, cost)
    if (!taken.ok) return taken
    await saveHanding(db, scope, given, { on: handedOn, by: memberId, budgetId: taken.value?.budget.id })
    record({ entity: 'recognition', id: recognitionId, version: version + 1, fields: ['handedOn', 'handedBy'] })
    const left = taken.value === undefined ? {} : { leftCents: taken.value.leftCents }
    return accept({ recognitionId, version: version + 1, ...left })
  },
})

export const takeBackRecognition = command({
  name: 'plans.takeBackRecognition',
  summary: 'Takes back that something changed hands; its value goes back to the budget',
  input: z.object(on),
  output,
  access: mayWritePlan,
  subject: dossierOf,
  rest: { method: 'POST', path: '/participants/{participantId}/recognitions/{recognitionId}/take-back' },
  run: async ({ db, tenantId, input, record }) => {
    const { participantId, recognitionId, version } = input
    const scope = { tenantId, participantId }
    const { given, budgetId } = found(await lockRecognition(db, scope, recognitionId), 'recognition')
    if (given.version !== version) return outdated(given)
    if (!isHandedOut(given)) return refuse('notPossibleNow', undefined, { state: 'toHandOut' })
    if (budgetId !== undefined && given.valueCents !== undefined) await giveBack(db, tenantId, budgetId, given.valueCents)
    await saveHanding(db, scope, given, undefined)
    record({ entity: 'recognition', id: recognitionId, version: version + 1, fields: ['handedOn', 'handedBy'] })
    return accept({ recognitionId, version: version + 1 })
  },
})
