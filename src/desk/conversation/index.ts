import type { AnyUseCase, ModuleWeb } from '#platform'
import { agreementForms } from './agreement-forms.ts'
import { goalForms } from './goal-forms.ts'
import { getConversation } from './get-conversation.ts'
import { agreementsPage, goalPage, offersPage, practicalPage, startPage, stepsPage, summaryPage, wishPage } from './pages.ts'
import { placeForms } from './place-forms.ts'
import { reciprocityForms } from './reciprocity-forms.ts'
import { stepForms } from './step-forms.ts'
import { practicalForm, wishForms } from './wish-forms.ts'

export const conversationUseCases: readonly AnyUseCase[] = [getConversation]

export const conversationWeb: ModuleWeb = {
  pages: [startPage, wishPage, practicalPage, goalPage, offersPage, stepsPage, agreementsPage, summaryPage],
  forms: [...wishForms, practicalForm, ...goalForms, ...placeForms, ...stepForms, ...agreementForms, ...reciprocityForms],
}
