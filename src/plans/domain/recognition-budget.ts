import { z } from 'zod'
import { OrganisationId, RecognitionBudgetId } from '#kernel'

export const BudgetYear = z.int().min(2000).max(2100)

/** What may be spent on recognition in a year, by the municipality or by one organisation, and what was spent. */
export const RecognitionBudget = z.object({
  id: RecognitionBudgetId,
  year: BudgetYear,
  /** Absent: the municipality's own. */
  organisationId: OrganisationId.optional(),
  amountCents: z.int(),
  spentCents: z.int(),
  version: z.int().positive(),
})
export type RecognitionBudget = Readonly<z.infer<typeof RecognitionBudget>>

export const leftOf = ({ amountCents, spentCents }: Pick<RecognitionBudget, 'amountCents' | 'spentCents'>): number =>
  amountCents - spentCents

/** Of whoever hands out: the organisation's own when it has one, else the municipality's. */
export const budgetFor = (
  budgets: readonly RecognitionBudget[],
  year: number,
  organisationId: string | undefined,
): RecognitionBudget | undefined => {
  const thisYear = budgets.filter(budget => budget.year === year)
  return (
    thisYear.find(budget => budget.organisationId !== undefined && budget.organisationId === organisationId) ??
    thisYear.find(budget => budget.organisationId === undefined)
  )
}
