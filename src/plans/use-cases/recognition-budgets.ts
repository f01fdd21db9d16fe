import { z } from 'zod'
import { accept, OrganisationId, RecognitionBudgetId, refuse } from '#kernel'
import { organisationNames } from '#organisations'
import { command, found, query } from '#platform'
import { mayListRecognition, mayManageRecognition } from '../access.ts'
import { BudgetYear, RecognitionBudget } from '../domain/recognition-budget.ts'
import { insertBudget, listBudgets, saveAmount } from '../storage/recognition-budgets.ts'
import { outdated, Version } from './parts.ts'

const Amount = z.int().min(0).max(1_000_000_000)

export const listRecognitionBudgets = query({
  name: 'plans.listRecognitionBudgets',
  summary: 'What may be spent on recognition in each year, by whom, and what is left',
  input: z.object({}),
  output: z.object({ budgets: z.array(RecognitionBudget.extend({ organisationName: z.string().optional() })) }),
  access: mayListRecognition,
  personal: false,
  rest: { method: 'GET', path: '/recognition-budgets' },
  run: async ({ db, tenantId }) => {
    const [budgets, organisations] = await Promise.all([listBudgets(db, tenantId), organisationNames(db, tenantId)])
    const nameOf = (id: string | undefined) => organisations.find(organisation => organisation.id === id)?.name
    return { budgets: budgets.map(budget => ({ ...budget, organisationName: nameOf(budget.organisationId) })) }
  },
})

export const addRecognitionBudget = command({
  name: 'plans.addRecognitionBudget',
  summary: 'Says what may be spent on recognition in a year, by the municipality or by one organisation',
  input: z.object({ year: BudgetYear, organisationId: OrganisationId.optional(), amountCents: Amount }),
  output: z.object({ budgetId: RecognitionBudgetId }),
  access: mayManageRecognition,
  rest: { method: 'POST', path: '/recognition-budgets', status: 201 },
  run: async ({ db, tenantId, input, newId, record }) => {
    if (input.organisationId !== undefined) {
      const organisations = await organisationNames(db, tenantId)
      found(
        organisations.find(organisation => organisation.id === input.organisationId),
        'organisation',
      )
    }
    const budgetId = newId<RecognitionBudgetId>()
    const isNew = await insertBudget(db, tenantId, { ...input, id: budgetId, spentCents: 0, version: 1 })
    if (!isNew) return refuse('duplicate', 'year')
    record({ entity: 'recognitionBudget', id: budgetId, version: 1, fields: Object.keys(input) })
    return accept({ budgetId })
  },
})

export const amendRecognitionBudget = command({
  name: 'plans.amendRecognitionBudget',
  summary: 'Changes what may be spent on recognition in a year; not to less than was spent',
  input: z.object({ budgetId: RecognitionBudgetId, version: Version, amountCents: Amount }),
  output: z.object({ budgetId: RecognitionBudgetId, version: Version }),
  access: mayManageRecognition,
  rest: { method: 'PUT', path: '/recognition-budgets/{budgetId}' },
  run: async ({ db, tenantId, input, record }) => {
    const { budgetId, version, amountCents } = input
    const budget = found(
      (await listBudgets(db, tenantId)).find(each => each.id === budgetId),
      'recognitionBudget',
    )
    if (budget.version !== version) return outdated(budget)
    if (!(await saveAmount(db, tenantId, budget, amountCents)))
      return refuse('invalidInput', 'amountCents', { reason: 'belowSpent', spentCents: budget.spentCents })
    record({ entity: 'recognitionBudget', id: budgetId, version: version + 1, fields: ['amountCents'] })
    return accept({ budgetId, version: version + 1 })
  },
})
